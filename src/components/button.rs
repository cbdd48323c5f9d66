//! Buttons. Pressing a button does not move the focus.

use yew::prelude::*;

use super::{keep_focus, say};
use crate::i18n::{TextKey, Words, plain};

/// What a button looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The main button.
    First,
    /// A button beside the main one.
    Second,
    /// A small secondary button.
    Small,
    /// A button that looks like a link.
    Link,
    /// The button of a copy box.
    Box,
    /// A button inside a control.
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
    /// `button`, or `submit` for a form's submit button.
    pub kind: &'static str,
    /// What it looks like.
    pub look: Look,
    /// The element's id.
    pub id: Option<&'static str>,
    /// The part name for a host page's styles.
    pub part: Option<&'static str>,
    /// The accessible name, if the text alone does not say enough.
    pub label: Option<String>,
    /// Whether the content that the button toggles is open; `None` if it toggles nothing.
    pub expanded: Option<bool>,
    /// Whether it is marked with `aria-disabled`. It stays focusable; `update` ignores the press.
    pub disabled: Option<bool>,
    /// Called when it is pressed. Not needed by a submit button.
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
    /// Renders the button with a text.
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

/// A button with the text of a key, and a listener.
pub fn button(look: Look, words: &Words, key: TextKey, onclick: Callback<MouseEvent>) -> Html {
    Button { look, onclick: Some(onclick), ..Button::default() }.draw(say(words, key))
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
