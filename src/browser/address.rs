//! The page's address and title. Changed only on the form's own page, because a host page manages its own.

use wasm_bindgen::JsValue;

use super::MountContext;
use crate::app::Route;

/// Adds a history entry with the route `to` in the address. Keeps the rest of the address. First writes `from` into the
/// current entry, for when the person returns to it.
pub fn put(context: &MountContext, from: Route, to: Route) {
    if !context.own {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let (Ok(history), Ok(hash)) = (window.history(), window.location().hash()) else { return };
    let query = query();
    let at = |route: Route| route.in_query(&query) + &hash;
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&at(from)));
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&at(to)));
}

/// Sets the page's title, which tabs and the history show.
pub fn name_page(context: &MountContext, title: &str) {
    if let Some(document) = context.host.owner_document().filter(|_| context.own) {
        document.set_title(title);
    }
}

/// The route in the address.
pub fn route() -> Route {
    Route::of_query(&query())
}

fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}
