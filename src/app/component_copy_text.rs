//! A text that can be copied.

use yew::prelude::*;

use crate::app::Message;
use crate::components::{CopyBox, say};
use crate::features::submit::view_request::CopyView;
use crate::i18n::{TextKey, Words};

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

/// What StackOne's support needs.
pub fn support(bundle: Option<&CopyView>, words: &Words, send: &Callback<Message>) -> Html {
    html! {
        <details>
            <summary>{ say(words, TextKey::Bundle) }</summary>
            if let Some(view) = bundle {
                { copy_text(view, send) }
            }
        </details>
    }
}
