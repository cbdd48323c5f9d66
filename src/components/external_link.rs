//! A link that opens elsewhere, whose page learns nothing of this one.

use yew::prelude::*;

use super::say;
use crate::i18n::{TextKey, Words};

/// The link, with the words of a key.
pub fn external_link(
    words: &Words,
    href: impl Into<AttrValue>,
    key: TextKey,
    onclick: Option<Callback<MouseEvent>>,
) -> Html {
    html! {
        <a class="way" target="_blank" rel="noopener noreferrer" href={href.into()} {onclick}>{ say(words, key) }</a>
    }
}
