//! What effects need to know of the page around a form.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use web_sys::{AbortController, Element, HtmlElement};

use crate::app::Storage;

/// One form's place in the page.
#[derive(Clone, Debug)]
pub struct MountContext {
    /// The element that hosts the form and dispatches its events.
    pub host: Element,
    /// The element in the shadow tree that Yew draws into.
    pub root: HtmlElement,
    /// Whether the page is the form's own, with an address that may name a step.
    pub own: bool,
    /// Where progress is kept.
    pub storage: Storage,
    /// Whether the browser asks before the page is left.
    pub guards_unload: Rc<Cell<bool>>,
    /// Gives the `Authorization` header, where the host page does.
    pub get_authorization: Option<Function>,
    /// Ends every request when the form goes.
    pub gone: AbortController,
}
