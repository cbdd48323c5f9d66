//! Names and values.

use std::rc::Rc;

use yew::prelude::*;

use super::{say, use_words, verbatim};
use crate::i18n::TextKey;

/// What a list of facts is made of.
#[derive(Properties, PartialEq)]
pub struct FactsProps {
    /// Each with its name.
    pub facts: Rc<[(TextKey, String)]>,
}

/// The list.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let words = use_words();
    html! {
        <dl class="facts">
            for (name, value) in props.facts.iter() {
                <div><dt>{ say(&words, *name) }</dt><dd>{ verbatim(value) }</dd></div>
            }
        </dl>
    }
}
