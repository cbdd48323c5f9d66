//! A link that looks like a button and opens a new tab, without a referrer.

use yew::prelude::*;

use super::{Icon, icon, say};
use crate::i18n::{TextKey, Words};

/// The link, with the text of a key.
pub fn external_link(
    words: &Words,
    href: impl Into<AttrValue>,
    key: TextKey,
    onclick: Option<Callback<MouseEvent>>,
) -> Html {
    html! {
        <a
            class="button is-secondary"
            target="_blank"
            rel="noopener noreferrer"
            href={href.into()}
            {onclick}
        >
            { say(words, key) }
            { icon(Icon::External) }
        </a>
    }
}
