//! The page around a form, as far as effects need it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use web_sys::{AbortController, Element, HtmlElement};

use crate::app::Storage;

/// A form's place in the page.
#[derive(Clone, Debug)]
pub struct MountContext {
    /// The element that hosts the form and dispatches its events.
    pub host: Element,
    /// The element in the shadow tree that Yew draws into.
    pub root: HtmlElement,
    /// Whether it is the form's own page. Only its address contains the route.
    pub own: bool,
    /// The storage for progress.
    pub storage: Storage,
    /// Whether the browser asks before the person leaves the page.
    pub guards_unload: Rc<Cell<bool>>,
    /// The host page's function that returns the `Authorization` header, if there is one.
    pub get_authorization: Option<Function>,
    /// Aborts every request when the form is unmounted.
    pub gone: AbortController,
}
