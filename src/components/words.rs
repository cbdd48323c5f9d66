//! The words in use, and how they are drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{ISOLATES, MARKS, TextKey, Words};

/// What the app gives to all components.
#[derive(Clone, Default, PartialEq)]
pub struct Shared {
    /// The words in use.
    pub words: Rc<Words>,
    /// Copies the text in the box of that id.
    pub copy: Callback<&'static str>,
}

/// What the app gives to all components.
#[hook]
pub fn use_shared() -> Shared {
    use_context().unwrap_or_default()
}

/// The words in use.
#[hook]
pub fn use_words() -> Rc<Words> {
    use_shared().words
}

/// The words of a key.
pub fn say(words: &Words, key: TextKey) -> Html {
    rich_text(words.get(key))
}

/// Words with marks: text between two marks is bold, because it quotes a screen. They are in an element that is replaced
/// when they change. A translator wraps text in elements of its own or replaces it, and Yew panics where it is to insert
/// something before a text that is not where it put it.
pub fn rich_text(words: &str) -> Html {
    html! { <scp-text key={words}>{ marked(words) }</scp-text> }
}

/// A value from outside, such as a name or an id, in its own direction and never translated.
pub fn verbatim(value: &str) -> Html {
    html! { <bdi key={value} translate="no">{ marked(value) }</bdi> }
}

fn marked(words: &str) -> Html {
    html! {
        for (place, part) in words.split(MARKS).enumerate() {
            if place % 2 == 0 {
                { with_values(part) }
            } else {
                <b translate="no">{ with_values(part) }</b>
            }
        }
    }
}

fn with_values(words: &str) -> Html {
    html! {
        for (place, part) in words.split(ISOLATES).map(str::to_owned).enumerate() {
            if place % 2 == 0 {
                { part }
            } else {
                <bdi>{ part }</bdi>
            }
        }
    }
}
