//! Waits until the page is visible, so that a page in the background sends no requests.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::AddEventListenerOptions;

use super::MountContext;

/// Waits until the page is visible and, with `focused`, has the focus. Also ends when the form is unmounted.
pub async fn wait(context: &MountContext, focused: bool) {
    while !(context.gone.signal().aborted() || is_seen(focused)) {
        let _ = JsFuture::from(change(context)).await;
    }
}

fn is_seen(focused: bool) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| !document.hidden() && (!focused || document.has_focus().unwrap_or(true)))
}

/// Resolves when the focus or the visibility changes, or the form is unmounted.
fn change(context: &MountContext) -> Promise {
    let signal = context.gone.signal();
    Promise::new(&mut |resolve, _| {
        let options = AddEventListenerOptions::new();
        options.set_once(true);
        options.set_signal(&signal);
        let Some(window) = web_sys::window() else { return };
        let document = window.document().map(|document| document.unchecked_into());
        for (target, event) in
            [(Some(window.unchecked_into::<web_sys::EventTarget>()), "focus"), (document, "visibilitychange")]
        {
            if let Some(target) = target {
                let _ =
                    target.add_event_listener_with_callback_and_add_event_listener_options(event, &resolve, &options);
            }
        }
        let _ = signal.add_event_listener_with_callback("abort", &resolve);
    })
}
