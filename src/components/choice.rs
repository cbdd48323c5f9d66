//! Radio buttons and switches.

use yew::prelude::*;

use super::say;
use crate::i18n::{TextKey, Words};

/// One radio button of the group `name`. Its id is the name of the label's key.
pub fn choice(
    name: &'static str,
    key: TextKey,
    [selected, disabled]: [bool; 2],
    onchange: Callback<Event>,
    words: &Words,
) -> Html {
    html! {
        <label class="choice">
            <input type="radio" class="radio" id={key.name()} {name} {disabled} checked={selected} {onchange} />
            <span>{ say(words, key) }</span>
        </label>
    }
}

/// A check box with its label. Its id is the name of the label's key.
pub fn switch(key: TextKey, on: bool, disabled: bool, onchange: Callback<Event>, words: &Words) -> Html {
    let id = key.name();
    html! {
        <div class="toggle-row">
            <label for={id}>{ say(words, key) }</label>
            <input type="checkbox" class="switch" {id} {disabled} checked={on} {onchange} />
        </div>
    }
}
