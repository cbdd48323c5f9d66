//! The texts in use, and how they are rendered.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{ISOLATES, MARKS, TextKey, Words};

/// The context that the app provides to all components.
#[derive(Clone, Default, PartialEq)]
pub struct Shared {
    /// The texts in use.
    pub words: Rc<Words>,
    /// Copies the text of the copy box with this id.
    pub copy: Callback<&'static str>,
}

/// The context of the app.
#[hook]
pub fn use_shared() -> Shared {
    use_context().unwrap_or_default()
}

/// The texts in use.
#[hook]
pub fn use_words() -> Rc<Words> {
    use_shared().words
}

/// Renders the text of a key.
pub fn say(words: &Words, key: TextKey) -> Html {
    rich_text(words.get(key))
}

/// Renders a text, with the words between marks in bold, because they quote a screen. A changed text replaces the
/// element: a translator may have rewrapped its text nodes, and Yew panics if it inserts before a node that was moved.
pub fn rich_text(words: &str) -> Html {
    html! { <scp-text key={words}>{ marked(words) }</scp-text> }
}

/// Renders a value from outside, such as a name or an id: with its own direction, and never translated.
pub fn verbatim(value: &str) -> Html {
    html! { <bdi key={value} translate="no">{ marked(value) }</bdi> }
}

/// Allows line breaks after these characters, so that a URL or a host does not break within its words.
pub fn with_breaks(text: &str, after: &[char]) -> Html {
    html! {
        for part in text.split_inclusive(after) {
            <>{ part }<wbr /></>
        }
    }
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
