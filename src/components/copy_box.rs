//! A text in a box with a button that copies it.

use yew::prelude::*;

use super::{Button, Look, say, use_words};
use crate::i18n::{TextKey, plain};

/// What a box is made of.
#[derive(Properties, PartialEq)]
pub struct CopyBoxProps {
    /// The id of the element with the text.
    pub id: AttrValue,
    /// What the text is.
    pub what: TextKey,
    /// The text.
    pub text: AttrValue,
    /// After a try, whether copying worked.
    pub outcome: Option<bool>,
    /// Called when it is to be copied.
    pub onclick: Callback<MouseEvent>,
}

/// The box, and below it what came of copying.
#[component]
pub fn CopyBox(props: &CopyBoxProps) -> Html {
    let words = use_words();
    let what = plain(words.get(props.what));
    let label = words.fill(TextKey::CopyOf, &[("what", &what)]);
    let button = if props.outcome == Some(true) { TextKey::Copied } else { TextKey::Copy };
    html! {
        <>
            <div class="copy" part="copy">
                <code
                    tabindex="0"
                    role="textbox"
                    aria-readonly="true"
                    aria-multiline="true"
                    id={&props.id}
                    aria-label={what}
                >
                    { &props.text }
                </code>
                <Button look={Look::Box} {label} onclick={&props.onclick}>{ say(&words, button) }</Button>
            </div>
            <p class={if props.outcome == Some(false) { "message warn" } else { "unseen" }} role="status">
                { match props.outcome {
                    None => Html::default(),
                    Some(true) => say(&words, TextKey::Copied),
                    Some(false) => say(&words, TextKey::CopyImpossible),
                } }
            </p>
        </>
    }
}
