//! A single-line text field with its label.

use web_sys::HtmlInputElement;
use yew::TargetCast;
use yew::prelude::*;

use super::{Icon, icon, say};
use crate::i18n::{TextKey, Words};

/// A single-line text field.
pub struct TextField {
    /// The id of the input.
    pub id: &'static str,
    /// The input's type: `text` or `search`.
    pub kind: &'static str,
    /// The label.
    pub label: TextKey,
    /// The value.
    pub value: String,
    /// The id of the hint element.
    pub hint: Option<&'static str>,
    /// Whether it must not be blank.
    pub required: bool,
    /// Whether the value has an error.
    pub invalid: bool,
    /// Whether it cannot be edited now.
    pub readonly: bool,
    /// Called with the text when it changes.
    pub onedit: Callback<String>,
    /// Called when a key is pressed.
    pub onkeydown: Option<Callback<KeyboardEvent>>,
}

impl TextField {
    /// An optional field.
    pub fn new(id: &'static str, label: TextKey, value: String, onedit: Callback<String>) -> Self {
        Self {
            id,
            kind: "text",
            label,
            value,
            hint: None,
            required: false,
            invalid: false,
            readonly: false,
            onedit,
            onkeydown: None,
        }
    }

    /// Renders the field with its label.
    pub fn draw(self, words: &Words) -> Html {
        html! {
            <>
                <label class="label" for={self.id}>{ say(words, self.label) }</label>
                <div class="input">
                    if self.kind == "search" {
                        { icon(Icon::Search) }
                    }
                    <input
                        type={self.kind}
                        id={self.id}
                        autocomplete="off"
                        aria-describedby={self.hint}
                        aria-invalid={self.invalid.then_some("true")}
                        required={self.required}
                        readonly={self.readonly}
                        value={self.value}
                        oninput={self.onedit.reform(|event: InputEvent| text_of(event))}
                        onkeydown={self.onkeydown}
                    />
                </div>
            </>
        }
    }
}

/// The value of an event's target. Works for textareas and selects too, which also have the property `value`.
pub fn text_of(event: impl TargetCast) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}
