//! A text that can be copied.

use yew::prelude::*;

use crate::components::CopyBox;
use crate::form::Message;
use crate::form::view::CopyView;

/// The text in its box.
pub fn copy_text(view: &CopyView, send: &Callback<Message>) -> Html {
    let copy = view.copy;
    html! {
        <CopyBox
            id={copy.id()}
            what={view.what}
            text={view.text.expose().to_owned()}
            outcome={view.outcome}
            onclick={send.reform(move |_| Message::CopyPressed(copy))}
        />
    }
}
