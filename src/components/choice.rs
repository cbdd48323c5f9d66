//! Choices: one of several, or yes and no.

use yew::prelude::*;

use super::{say, use_words};
use crate::i18n::TextKey;

/// What a choice is made of.
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The name that the choices of a group share.
    pub name: AttrValue,
    /// Its words.
    pub words: TextKey,
    /// Whether it is made.
    pub chosen: bool,
    /// Whether it cannot be made now.
    #[prop_or_default]
    pub disabled: bool,
    /// Called when it is made.
    pub onchange: Callback<Event>,
}

/// One of several choices.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let words = use_words();
    html! {
        <label class="choice">
            <input
                type="radio"
                class="radio"
                name={&props.name}
                disabled={props.disabled}
                checked={props.chosen}
                onchange={&props.onchange}
            />
            <span>{ say(&words, props.words) }</span>
        </label>
    }
}

/// What a switch is made of.
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// Its words, whose name is its id.
    pub words: TextKey,
    /// Whether it is on.
    pub on: bool,
    /// Whether it cannot be switched now.
    #[prop_or_default]
    pub disabled: bool,
    /// Called when it is switched.
    pub onchange: Callback<Event>,
}

/// A check box with its label.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let words = use_words();
    let id = props.words.name();
    html! {
        <div class="toggle-row">
            <label for={id}>{ say(&words, props.words) }</label>
            <input
                type="checkbox"
                class="switch"
                id={id}
                disabled={props.disabled}
                checked={props.on}
                onchange={&props.onchange}
            />
        </div>
    }
}
