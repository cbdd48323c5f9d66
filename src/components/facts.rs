//! A list of names and values.

use yew::prelude::*;

use super::copy_box::copy_status;
use super::{Button, CopyView, Look, rich_text, say, sends, verbatim};
use crate::i18n::{TextKey, Words, plain};

/// Renders each name with its value, then `more` rows.
pub fn facts(facts: &[(TextKey, String)], more: Html, words: &Words) -> Html {
    html! {
        <dl>
            for (name, value) in facts.iter() {
                <div class="review-row"><dt>{ say(words, *name) }</dt><dd>{ verbatim(value) }</dd></div>
            }
            { more }
        </dl>
    }
}

/// A row of the list whose value can be copied.
pub fn fact_to_copy(view: &CopyView, words: &Words, copy: &Callback<&'static str>) -> Html {
    let (id, what) = (view.id, plain(words.get(view.what)));
    let button = if view.outcome == Some(true) { TextKey::Copied } else { TextKey::Copy };
    html! {
        <div class="review-row">
            <dt>{ rich_text(&what) }</dt>
            <dd><code {id}>{ verbatim(view.text.expose()) }</code></dd>
            <dd>
                <Button
                    look={Look::Link}
                    label={(button == TextKey::Copy).then(|| words.fill(TextKey::CopyOf, &[("what", &what)]))}
                    onclick={sends(copy, id)}
                >
                    { say(words, button) }
                </Button>
                { copy_status(view.outcome, words) }
            </dd>
        </div>
    }
}
