//! The address and the title of the page. For the page of its own only: those of a host page are the host's.

use wasm_bindgen::JsValue;

use super::MountContext;

/// Puts a step into the address, as a new entry of the history. Everything else in the address stays. The address before it
/// gets its own step, for when the person returns to it.
pub fn put(context: &MountContext, from: &str, to: &str) {
    if !context.own {
        return;
    }
    let history = web_sys::window().and_then(|window| window.history().ok());
    let Some((history, (from, to))) = history.zip(with(from).zip(with(to))) else { return };
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&from));
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&to));
}

/// Gives the page a title, which the history and the list of tabs show.
pub fn name_page(context: &MountContext, title: &str) {
    if let Some(document) = context.host.owner_document().filter(|_| context.own) {
        document.set_title(title);
    }
}

/// The query string with this step.
fn with(step: &str) -> Option<String> {
    let window = web_sys::window()?;
    let query = window.location().search().ok()?;
    let mut next = ["?step=", step].concat();
    for pair in query.trim_start_matches('?').split('&') {
        if !pair.is_empty() && !pair.starts_with("step=") {
            next.push('&');
            next.push_str(pair);
        }
    }
    next.push_str(&window.location().hash().ok()?);
    Some(next)
}

/// The value of `step` in the address.
pub fn step() -> Option<String> {
    let query = web_sys::window()?.location().search().ok()?;
    query.trim_start_matches('?').split('&').find_map(|pair| pair.strip_prefix("step=")).map(str::to_owned)
}
