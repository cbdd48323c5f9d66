//! What an error of Salesforce means and what to do.

use yew::prelude::*;

use super::GuideMessage;
use super::view_explanation::Meaning;
use crate::components::{Button, Look, rich_text, say};
use crate::i18n::{TextKey, Words};

/// The explanation.
pub fn explanation(meaning: &Meaning, words: &Words, send: &Callback<GuideMessage>) -> Html {
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
                <p class="label">{ say(words, TextKey::ExplainFix) }</p>
                <ol class="fixes">
                    for fix in meaning.fixes.iter().copied() {
                        <li>{ rich_text(fix) }</li>
                    }
                </ol>
            }
            if let Some(step) = meaning.go {
                <Button
                    look={Look::First}
                    onclick={send.reform(move |_| GuideMessage::RemedyPressed(step))}
                >
                    { words.fill(TextKey::ExplainGo, &[("step", words.get(step.label()))]) }
                </Button>
            }
        </section>
    }
}
