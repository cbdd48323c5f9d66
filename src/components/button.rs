//! Buttons. Pressing one leaves the focus where it is.

use yew::prelude::*;

use super::keep_focus;
use crate::i18n::plain;

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

/// What a button is made of.
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// `button`, or `submit` where it submits a form.
    #[prop_or("button")]
    pub kind: &'static str,
    /// The look.
    pub look: Look,
    /// The id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The name for a host page's styles.
    #[prop_or(Some(AttrValue::Static("button")))]
    pub part: Option<AttrValue>,
    /// What it is called where its words say too little when they are read out alone.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether what it opens is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Whether pressing it comes to nothing now. It keeps the focus all the same.
    #[prop_or_default]
    pub disabled: Option<bool>,
    /// Called when it is pressed. One that submits needs no more.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
    /// Its words.
    pub children: Html,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    html! {
        <button
            type={props.kind}
            class={props.look.class()}
            id={&props.id}
            part={&props.part}
            aria-label={props.label.as_deref().map(plain)}
            aria-expanded={props.expanded.map(truth)}
            aria-disabled={props.disabled.map(truth)}
            onmousedown={keep_focus}
            onclick={props.onclick.clone()}
        >
            { props.children.clone() }
        </button>
    }
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
