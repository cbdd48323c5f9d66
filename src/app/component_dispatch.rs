//! How components send messages.

use yew::prelude::*;

use crate::app::Message;
use crate::features::action_picker::ActionsMessage;

/// What sends a message to the app.
#[hook]
pub fn use_dispatch() -> Callback<Message> {
    use_context().unwrap_or_default()
}

/// A listener that sends what `msg` makes of a key, in place of what the browser does with it. While text is composed, keys
/// belong to the input method.
pub fn on_key(
    send: &Callback<Message>,
    msg: impl Fn(&KeyboardEvent) -> Option<Message> + 'static,
) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if let Some(msg) = msg(&event).filter(|_| !event.is_composing()) {
            event.prevent_default();
            send.emit(msg);
        }
    })
}

/// A listener that sends a message when a form is submitted, in place of what the browser does.
pub fn on_submit(send: &Callback<Message>, msg: impl Fn() -> Message + 'static) -> Callback<SubmitEvent> {
    send.reform(move |event: SubmitEvent| {
        event.prevent_default();
        msg()
    })
}

/// A listener that sends this to the action picker.
pub fn sends<E: 'static>(send: &Callback<Message>, msg: &ActionsMessage) -> Callback<E> {
    let msg = msg.clone();
    send.reform(move |_| Message::Actions(msg.clone()))
}
