//! A text in a box with a button that copies it.

use std::rc::Rc;

use yew::prelude::*;

use super::{Button, Look, Shared, say, sends, use_shared, with_breaks};
use crate::i18n::{TextKey, Words, plain};
use crate::profile::Secret;

/// A text and its copy button. Compares the text by identity, as it may be secret.
#[derive(Clone, Debug)]
pub struct CopyView {
    /// The id of the element that contains the text.
    pub id: &'static str,
    /// The text. It contains secrets if the person asked to see them.
    pub text: Secret,
    /// The name of the text.
    pub what: TextKey,
    /// Whether copying worked. `None` before the first attempt.
    pub outcome: Option<bool>,
}

impl PartialEq for CopyView {
    fn eq(&self, other: &Self) -> bool {
        let Self { id, text, what, outcome } = self;
        (*id, *what, *outcome) == (other.id, other.what, other.outcome) && text.is_same(&other.text)
    }
}

/// The props of [`CopyBox`].
#[derive(Properties, PartialEq)]
pub struct CopyBoxProps {
    /// The text, and the outcome of copying it.
    pub view: Rc<CopyView>,
}

/// Renders the box, and the outcome of copying below it.
#[component]
pub fn CopyBox(props: &CopyBoxProps) -> Html {
    let (view, Shared { words, copy }) = (&props.view, use_shared());
    let id = view.id;
    let what = plain(words.get(view.what));
    let label = words.fill(TextKey::CopyOf, &[("what", &what)]);
    // Once copied, the visible *Copied* is the button's name.
    let button = if view.outcome == Some(true) { TextKey::Copied } else { TextKey::Copy };
    html! {
        <>
            <div class="copy" part="copy">
                <code
                    tabindex="0"
                    role="textbox"
                    aria-readonly="true"
                    aria-multiline="true"
                    translate="no"
                    key={view.text.expose()}
                    {id}
                    aria-label={what}
                >
                    { with_breaks(view.text.expose(), &['/', '?', '&']) }
                </code>
                <Button
                    look={Look::Box}
                    label={Some(label).filter(|_| button == TextKey::Copy)}
                    onclick={sends(&copy, id)}
                >
                    { say(&words, button) }
                </Button>
            </div>
            { copy_status(view.outcome, &words) }
        </>
    }
}

/// The outcome of copying: announced, and shown if it failed.
pub fn copy_status(outcome: Option<bool>, words: &Words) -> Html {
    html! {
        <p class={if outcome == Some(false) { "small" } else { "unseen" }} role="status">
            { match outcome {
                None => Html::default(),
                Some(true) => say(words, TextKey::Copied),
                Some(false) => say(words, TextKey::CopyImpossible),
            } }
        </p>
    }
}

/// The details for StackOne's support, in a fold, if there are any.
pub fn support_details(bundle: Option<&Rc<CopyView>>, words: &Words) -> Html {
    html! {
        if let Some(view) = bundle {
            <details class="is-quiet">
                <summary>{ say(words, TextKey::Bundle) }</summary>
                <div class="fold-body"><CopyBox {view} /></div>
            </details>
        }
    }
}
