//! What an effect needs of the page around the form.

use js_sys::Function;
use web_sys::{AbortController, Element, HtmlElement};

/// One form's place in the page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The element that hosts the form and dispatches its events.
    pub host: Element,
    /// The element in the shadow tree that Yew draws into.
    pub root: HtmlElement,
    /// Gives the `Authorization` header, where the host page does.
    pub get_authorization: Option<Function>,
    /// Ends every request when the form goes.
    pub gone: AbortController,
}
