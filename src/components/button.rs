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

/// The props of [`Button`].
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// `button`, or `submit` for a form's submit button.
    #[prop_or("button")]
    pub kind: &'static str,
    /// What it looks like.
    #[prop_or(Look::Second)]
    pub look: Look,
    /// The element's id.
    #[prop_or_default]
    pub id: Option<&'static str>,
    /// The part name for a host page's styles.
    #[prop_or("button")]
    pub part: &'static str,
    /// The accessible name, if the text alone does not say enough.
    #[prop_or_default]
    pub label: Option<String>,
    /// Whether the content that the button toggles is open; `None` if it toggles nothing.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Whether it is marked with `aria-disabled`. It stays focusable; `update` ignores the press.
    #[prop_or_default]
    pub disabled: Option<bool>,
    /// Called when it is pressed. Not needed by a submit button.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
    /// The text.
    pub children: Html,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let ButtonProps { kind, look, id, part, label, expanded, disabled, onclick, children } = props;
    html! {
        <button
            type={*kind}
            class={look.class()}
            id={*id}
            part={*part}
            aria-label={label.as_deref().map(plain)}
            aria-expanded={expanded.map(truth)}
            aria-disabled={disabled.map(truth)}
            onmousedown={keep_focus}
            onclick={onclick.clone()}
        >
            { children.clone() }
        </button>
    }
}

/// A button with the text of a key, and a listener.
pub fn button(look: Look, words: &Words, key: TextKey, onclick: Callback<MouseEvent>) -> Html {
    html! { <Button {look} {onclick}>{ say(words, key) }</Button> }
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
