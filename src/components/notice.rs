//! What is to be said about something.

use yew::prelude::*;

use super::{Icon, icon, rich_text};

/// An error or a warning.
pub fn remark(error: bool, words: &str, more: Html) -> Html {
    let (class, sign) = match error {
        true => ("message is-bad", Icon::Cross),
        false => ("message is-warn", Icon::Warning),
    };
    html! {
        <p {class} part="message">
            { icon(sign) }
            <span>{ rich_text(words) }{ more }</span>
        </p>
    }
}

/// Why something failed, read out at once. The element is there before its words, else they are not read out.
pub fn alert(words: Option<&String>) -> Html {
    html! {
        <div role="alert">
            if let Some(words) = words {
                { remark(true, words, Html::default()) }
            }
        </div>
    }
}
