//! A link that opens elsewhere, whose page learns nothing of this one.

use yew::prelude::*;

use super::{say, use_words};
use crate::i18n::TextKey;

/// What a link is made of.
#[derive(Properties, PartialEq)]
pub struct ExternalLinkProps {
    /// Where it leads.
    pub href: AttrValue,
    /// Its words.
    pub words: TextKey,
    /// Called when it is followed.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
}

/// The link.
#[component]
pub fn ExternalLink(props: &ExternalLinkProps) -> Html {
    let words = use_words();
    html! {
        <a class="way" target="_blank" rel="noopener noreferrer" href={&props.href} onclick={props.onclick.clone()}>
            { say(&words, props.words) }
        </a>
    }
}
