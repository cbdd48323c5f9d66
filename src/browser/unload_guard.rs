//! The before-unload guard: the browser asks before the person leaves a page with unsent work. All forms share one
//! listener, which exists only while needed: some browsers do not cache a page with such a listener for *Back*.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions};

use super::MountContext;

thread_local! {
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
    static FORMS: Cell<u32> = const { Cell::new(0) };
}

/// Turns the guard on or off for one form.
pub fn set(context: &MountContext, asks: bool) {
    if context.guards_unload.replace(asks) == asks {
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
