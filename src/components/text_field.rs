//! A line of text with its label.

use web_sys::HtmlInputElement;
use yew::TargetCast;
use yew::prelude::*;

use super::{Icon, icon, say, use_words};
use crate::i18n::TextKey;

/// What a line is made of.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id of the control.
    pub id: AttrValue,
    /// Its kind: `text` or `search`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// The label.
    pub label: TextKey,
    /// What it holds.
    pub value: AttrValue,
    /// The id of its hint.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether it must not be blank.
    #[prop_or_default]
    pub required: bool,
    /// Whether something is wrong with it.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether it takes no text now.
    #[prop_or_default]
    pub readonly: bool,
    /// Called with the text when it changes.
    pub onedit: Callback<String>,
    /// Called when a key is pressed.
    #[prop_or_default]
    pub onkeydown: Option<Callback<KeyboardEvent>>,
}

/// The line.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let words = use_words();
    html! {
        <>
            <label class="label" for={&props.id}>{ say(&words, props.label) }</label>
            <div class="input">
                if props.kind == "search" {
                    { icon(Icon::Search) }
                }
                <input
                    type={&props.kind}
                    id={&props.id}
                    autocomplete="off"
                    aria-describedby={&props.hint}
                    aria-invalid={props.invalid.then_some("true")}
                    required={props.required}
                    readonly={props.readonly}
                    value={&props.value}
                    oninput={props.onedit.reform(|event: InputEvent| text_of(event))}
                    onkeydown={props.onkeydown.clone()}
                />
            </div>
        </>
    }
}

/// The text of the control that an event is about. Every kind of control tells its text alike.
pub fn text_of(event: impl TargetCast) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}
