//! The explanation of a Salesforce error.

use yew::prelude::*;

use super::GuideMessage;
use super::view_explanation::Meaning;
use crate::components::{Button, Icon, icon, rich_text, say, sends, verbatim};
use crate::i18n::{TextKey, Words};

/// The explanation.
pub fn explanation(meaning: &Meaning, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <section class="notice is-warn" part="explanation" aria-labelledby="meaning">
            { icon(Icon::Warning) }
            <div class="notice-body">
            <h4 class="notice-title" id="meaning">{ verbatim(&meaning.title) }</h4>
            <p>{ rich_text(&meaning.cause) }</p>
            if let Some(quote) = &meaning.quote {
                <blockquote tabindex="0">{ verbatim(quote) }</blockquote>
            }
            if let Some(wait) = &meaning.wait {
                // A timer, because a screen reader must not read each minute.
                <p role="timer">{ rich_text(wait) }</p>
            }
            if !meaning.fixes.is_empty() {
                <p class="label">{ say(words, TextKey::ExplainFix) }</p>
                <ol class="notice-list">
                    for fix in meaning.fixes.iter().copied() {
                        <li><span>{ rich_text(fix) }</span></li>
                    }
                </ol>
            }
            if let Some(step) = meaning.go {
                <div class="button-row">
                <Button onclick={sends(send, GuideMessage::RemedyPressed(step))}>
                    { rich_text(&words.fill(TextKey::ExplainGo, &[("step", words.get(step.label()))])) }
                </Button>
                </div>
            }
            </div>
        </section>
    }
}
