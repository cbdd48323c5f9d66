//! Waits until the person looks at the page: nothing is asked for a page in the background.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::AddEventListenerOptions;

use super::MountContext;

/// Comes once the page is seen, and has the focus where that is asked for; or once the form goes.
pub async fn wait(context: &MountContext, focused: bool) {
    while !(context.gone.signal().aborted() || is_seen(focused)) {
        let _ = JsFuture::from(change(context)).await;
    }
}

fn is_seen(focused: bool) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| !document.hidden() && (!focused || document.has_focus().unwrap_or(true)))
}

/// Comes when something changes of that.
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
