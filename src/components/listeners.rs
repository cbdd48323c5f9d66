//! Listeners that send a message in place of what the browser does.

use yew::prelude::*;

/// Sends what `msg` makes of a key. While text is composed, keys belong to the input method.
pub fn on_key<M: 'static>(
    send: &Callback<M>,
    msg: impl Fn(&KeyboardEvent) -> Option<M> + 'static,
) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if let Some(msg) = msg(&event).filter(|_| !event.is_composing()) {
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

/// A listener that sends `msg`, whatever the event.
pub fn sends<E: 'static, M: Clone + 'static>(send: &Callback<M>, msg: M) -> Callback<E> {
    send.reform(move |_| msg.clone())
}
