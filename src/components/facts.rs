//! A list of names and values.

use yew::prelude::*;

use super::{say, verbatim};
use crate::i18n::{TextKey, Words};

/// Renders each name with its value.
pub fn facts(facts: &[(TextKey, String)], words: &Words) -> Html {
    html! {
        <dl>
            for (name, value) in facts.iter() {
                <div class="review-row"><dt>{ say(words, *name) }</dt><dd>{ verbatim(value) }</dd></div>
            }
        </dl>
    }
}
