//! The words in use, and how they are drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{MARKS, TextKey, Words};

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

/// Words with marks: text between two marks is bold, because it quotes a screen.
pub fn rich_text(words: &str) -> Html {
    html! {
        for (place, part) in words.split(MARKS).map(str::to_owned).enumerate() {
            if place % 2 == 0 {
                { part }
            } else {
                <b>{ part }</b>
            }
        }
    }
}
