//! A single-line text field with its label.

use web_sys::HtmlInputElement;
use yew::TargetCast;
use yew::prelude::*;

use super::{Icon, icon, say, use_words};
use crate::i18n::TextKey;

/// The props of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id of the input.
    pub id: &'static str,
    /// The input's type: `text` or `search`.
    #[prop_or("text")]
    pub kind: &'static str,
    /// The label.
    pub label: TextKey,
    /// The value.
    pub value: String,
    /// Whether the label says that the field is optional.
    #[prop_or_default]
    pub optional: bool,
    /// The id of the hint element.
    #[prop_or_default]
    pub hint: Option<&'static str>,
    /// Whether it must not be blank.
    #[prop_or_default]
    pub required: bool,
    /// Whether the value has an error.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether it cannot be edited now.
    #[prop_or_default]
    pub readonly: bool,
    /// Called with the text when it changes.
    pub onedit: Callback<String>,
    /// Called when a key is pressed.
    #[prop_or_default]
    pub onkeydown: Option<Callback<KeyboardEvent>>,
}

/// A single-line text field.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let words = use_words();
    let TextFieldProps { id, kind, label, value, optional, hint, required, invalid, readonly, onedit, onkeydown } =
        props;
    let note = optional.then(|| format!("{id}-note"));
    let described_by = [hint.map(str::to_owned), note.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        <>
            <div class="field-label">
                <label class="label" for={*id}>{ say(&words, *label) }</label>
                if let Some(note) = note {
                    <span id={note}>{ say(&words, TextKey::Optional) }</span>
                }
            </div>
            <div class="input">
                if *kind == "search" {
                    { icon(Icon::Search) }
                }
                <input
                    type={*kind}
                    id={*id}
                    autocomplete="off"
                    aria-describedby={(!described_by.is_empty()).then_some(described_by)}
                    aria-invalid={invalid.then_some("true")}
                    required={*required}
                    readonly={*readonly}
                    value={value.clone()}
                    oninput={onedit.reform(|event: InputEvent| text_of(event))}
                    onkeydown={onkeydown.clone()}
                />
            </div>
        </>
    }
}

/// The value of an event's target. Works for textareas and selects too, which also have the property `value`.
pub fn text_of(event: impl TargetCast) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}
