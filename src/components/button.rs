//! Buttons. Pressing one leaves the focus where it is.

use yew::prelude::*;

use super::{keep_focus, say};
use crate::i18n::{TextKey, Words, plain};

/// What a button looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The main one.
    First,
    /// One beside it.
    Second,
    /// A small one beside it.
    Small,
    /// One that looks like a link.
    Link,
    /// One beside a box.
    Box,
    /// One within a control.
    Quiet,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::First => "button is-primary",
            Self::Second => "button is-secondary",
            Self::Small => "button is-secondary is-small",
            Self::Link => "link-button",
            Self::Box => "button",
            Self::Quiet => "button is-quiet",
        }
    }
}

/// A button.
pub struct Button {
    /// `button`, or `submit` where it submits a form.
    pub kind: &'static str,
    /// The look.
    pub look: Look,
    /// The id.
    pub id: Option<&'static str>,
    /// The name for a host page's styles.
    pub part: Option<&'static str>,
    /// What it is called where its words say too little when they are read out alone.
    pub label: Option<String>,
    /// Whether what it opens is open.
    pub expanded: Option<bool>,
    /// Whether pressing it has no effect now. It can still have the focus.
    pub disabled: Option<bool>,
    /// Called when it is pressed. A submit button needs none.
    pub onclick: Option<Callback<MouseEvent>>,
}

impl Default for Button {
    fn default() -> Self {
        Self {
            kind: "button",
            look: Look::Second,
            id: None,
            part: Some("button"),
            label: None,
            expanded: None,
            disabled: None,
            onclick: None,
        }
    }
}

impl Button {
    /// The button with these words.
    pub fn draw(self, words: Html) -> Html {
        html! {
            <button
                type={self.kind}
                class={self.look.class()}
                id={self.id}
                part={self.part}
                aria-label={self.label.as_deref().map(plain)}
                aria-expanded={self.expanded.map(truth)}
                aria-disabled={self.disabled.map(truth)}
                onmousedown={keep_focus}
                onclick={self.onclick}
            >
                { words }
            </button>
        }
    }
}

/// A button with the words of a key, which does something when it is pressed.
pub fn button(look: Look, words: &Words, key: TextKey, onclick: Callback<MouseEvent>) -> Html {
    Button { look, onclick: Some(onclick), ..Button::default() }.draw(say(words, key))
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
