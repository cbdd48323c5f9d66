//! Where the focus stays, and when it left.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::TargetCast;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Leaves the focus where it is while something is pressed: a field that lost it would show its messages, the button would
/// move from under the pointer, and the click would miss.
pub fn keep_focus(event: MouseEvent) {
    event.prevent_default();
}

/// Calls `left` when the focus leaves the nearest element that fits `around`, a CSS selector. Moving within that element does
/// not count. Nor does the removal of what had the focus, of which some browsers tell while Yew draws: a moment later it is
/// known which it was.
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
