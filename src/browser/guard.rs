//! Asks before a page is left on which a secret was typed and not sent. One listener for all forms; it is there only
//! while a form needs it, because a page with such a listener is not kept for *Back* by every browser.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};

use super::Page;

thread_local! {
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
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
    match (before, after) {
        (0, _) => LISTENER.set(web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| event.prevent_default())
        })),
        (_, 0) => LISTENER.set(None),
        _ => {}
    }
}
