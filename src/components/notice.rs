//! Messages: errors, warnings and confirmations.

use yew::prelude::*;

use super::{Icon, icon, rich_text};

/// The severity of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An error.
    Bad,
    /// A warning.
    Warn,
    /// A confirmation.
    Good,
}

/// A message with its icon. `more` follows the text.
pub fn remark(tone: Tone, words: &str, more: Html) -> Html {
    let (class, sign) = match tone {
        Tone::Bad => ("message is-bad", Icon::Cross),
        Tone::Warn => ("message is-warn", Icon::Warning),
        Tone::Good => ("message is-ok", Icon::Check),
    };
    html! {
        <p {class} part="message">
            { icon(sign) }
            <span>{ rich_text(words) }{ more }</span>
        </p>
    }
}

/// An error that screen readers announce at once. The element must exist before the text, or else nothing is announced.
pub fn alert(words: Option<&String>) -> Html {
    html! {
        <div role="alert">
            if let Some(words) = words {
                { remark(Tone::Bad, words, Html::default()) }
            }
        </div>
    }
}
