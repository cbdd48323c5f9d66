//! Listeners that send a message. Most also prevent the browser's default action.

use yew::prelude::*;

/// Sends the message that `msg` returns for a key. Ignores keys while an input method composes text.
pub fn on_key<M: 'static>(
    send: &Callback<M>,
    msg: impl Fn(&KeyboardEvent) -> Option<M> + 'static,
) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        // WebKit reports the last key of a composition by the code 229 only.
        let composes = event.is_composing() || event.key_code() == 229;
        if let Some(msg) = msg(&event).filter(|_| !composes) {
            event.prevent_default();
            send.emit(msg);
        }
    })
}

/// Sends `msg` when a form is submitted.
pub fn on_submit<M: Clone + 'static>(send: &Callback<M>, msg: M) -> Callback<SubmitEvent> {
    send.reform(move |event: SubmitEvent| {
        event.prevent_default();
        msg.clone()
    })
}

/// Sends `msg` for any event.
pub fn sends<E: 'static, M: Clone + 'static>(send: &Callback<M>, msg: M) -> Callback<E> {
    send.reform(move |_| msg.clone())
}
