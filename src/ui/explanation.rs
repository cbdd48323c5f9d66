//! What an error of Salesforce means and what to do.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::use_dispatch;
use crate::components::{Button, Look, rich_text, say, use_words};
use crate::form::view::Meaning;
use crate::form::{GuideMessage, Message};
use crate::i18n::TextKey;

/// What the explanation is made of.
#[derive(Properties, PartialEq)]
pub struct ExplanationProps {
    /// The error.
    pub meaning: Rc<Meaning>,
}

/// The explanation.
#[component]
pub fn Explanation(props: &ExplanationProps) -> Html {
    let (meaning, words, send) = (&props.meaning, use_words(), use_dispatch());
    html! {
        <section class="note warn" part="explanation" aria-labelledby="meaning">
            <h4 id="meaning">{ &meaning.title }</h4>
            <p>{ rich_text(&meaning.cause) }</p>
            if let Some(quote) = &meaning.quote {
                <blockquote tabindex="0">{ quote }</blockquote>
            }
            if let Some(wait) = &meaning.wait {
                <p>{ wait }</p>
            }
            if !meaning.fixes.is_empty() {
                <p class="label">{ say(&words, TextKey::ExplainFix) }</p>
                <ol class="fixes">
                    for fix in meaning.fixes.iter().copied() {
                        <li>{ rich_text(fix) }</li>
                    }
                </ol>
            }
            if let Some(step) = meaning.go {
                <Button
                    look={Look::First}
                    onclick={send.reform(move |_| Message::Guide(GuideMessage::RemedyPressed(step)))}
                >
                    { words.fill(TextKey::ExplainGo, &[("step", words.get(step.words().0))]) }
                </Button>
            }
        </section>
    }
}
