//! Keeps the focus, and notices when it leaves.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::TargetCast;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Keeps the focus while something is pressed. Otherwise a field that loses the focus would show its messages, which
/// move the button, and the click would miss it.
pub fn keep_focus(event: MouseEvent) {
    event.prevent_default();
}

/// Calls `left` when the focus leaves the nearest element that matches `around`, a CSS selector. Ignores moves within
/// that element. Some browsers also fire `focusout` when Yew removes the focused element; this waits for a moment to
/// ignore that, too.
pub fn on_focus_left(around: &'static str, left: Callback<()>) -> Callback<FocusEvent> {
    Callback::from(move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let from = event.target_unchecked_into::<Element>();
        if from.closest(around).ok().flatten().is_some_and(|own| own.contains(to.as_ref())) {
            return;
        }
        let left = left.clone();
        spawn_local(async move {
            if from.is_connected() {
                left.emit(());
            }
        });
    })
}
