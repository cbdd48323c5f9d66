//! Asks before a page is left on which a secret was typed and not sent. One listener for all forms; it is there only
//! while a form needs it, because a page with such a listener is not kept for *Back* by every browser.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::Page;

thread_local! {
    static ASK: Closure<dyn Fn(Event)> = Closure::new(|event: Event| event.prevent_default());
    static FORMS: Cell<u32> = const { Cell::new(0) };
}

/// Asks for this form, or no longer.
pub fn set(page: &Page, asks: bool) {
    if page.guarded.replace(asks) == asks {
        return;
    }
    let before = FORMS.get();
    let after = if asks { before + 1 } else { before.saturating_sub(1) };
    FORMS.set(after);
    let Some(window) = web_sys::window() else { return };
    ASK.with(|ask| {
        let ask = ask.as_ref().unchecked_ref();
        let _ = match (before, after) {
            (0, _) => window.add_event_listener_with_callback("beforeunload", ask),
            (_, 0) => window.remove_event_listener_with_callback("beforeunload", ask),
            _ => Ok(()),
        };
    });
}
