//! The questions of the guide – about PKCE, and about what Salesforce showed – and the consequences of the answers.

use yew::prelude::*;

use super::component_explanation::explanation;
use super::view_task::{PastedView, SawView};
use super::{GuideMessage, Pkce, Saw};
use crate::components::{Icon, choice, icon, rich_text, say, sends, text_of};
use crate::i18n::{TextKey, Words};
use crate::profile::Secret;

/// The question *Can you turn off PKCE?*, with the consequence of the answer.
pub fn pkce(answered: Option<Pkce>, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <>
            <fieldset class="choices" aria-labelledby={TextKey::StartPkce.name()}>
                for answer in Pkce::ALL {
                    { choice(
                        "pkce",
                        answer.words(),
                        [answered == Some(answer), false],
                        sends(send, GuideMessage::PkceAnswered(answer)),
                        words,
                    ) }
                }
            </fieldset>
            // The live region must exist before its text, or else nothing is announced.
            <div role="status">
                if let Some(answer) = answered {
                    { consequence(words, answer.means(), answer == Pkce::Off) }
                }
            </div>
        </>
    }
}

/// When the app becomes active, and the parts of the authorization URL.
pub fn sign_in(time: Option<&String>, words: &Words) -> Html {
    html! {
        <>
            if let Some(time) = time {
                <p role="timer">{ rich_text(time) }</p>
            }
            { url_parts(words) }
        </>
    }
}

/// Explains each part of the authorization URL.
fn url_parts(words: &Words) -> Html {
    let parts = [
        ("https://…", TextKey::ParameterHost),
        ("response_type", TextKey::ParameterType),
        ("client_id", TextKey::ParameterId),
        ("redirect_uri", TextKey::ParameterCallback),
        ("scope", TextKey::ParameterScope),
    ];
    html! {
        <details class="is-quiet">
            <summary>{ say(words, TextKey::CheckParameters) }</summary>
            <dl class="facts fold-body">
                for (name, key) in parts {
                    <div><dt>{ name }</dt><dd>{ say(words, key) }</dd></div>
                }
            </dl>
        </details>
    }
}

/// The question *What does Salesforce show?*
pub fn saw(view: &SawView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <>
            <fieldset class="choices" aria-labelledby={TextKey::TestSaw.name()}>
                for answer in Saw::ALL {
                    { choice(
                        "saw",
                        answer.words(),
                        [view.answer == Some(answer), false],
                        sends(send, GuideMessage::SawAnswered(answer)),
                        words,
                    ) }
                }
            </fieldset>
            <div role="status">
                if let Some(body) = view.accepted {
                    { consequence(words, (TextKey::SawAcceptedTitle, body), true) }
                }
            </div>
            if let Some(pasted) = &view.pasted {
                { pasted_error(pasted, words, send) }
            }
        </>
    }
}

/// The field for Salesforce's error, with the explanation.
fn pasted_error(view: &PastedView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <>
            <div class="field">
                <label class="label" for="pasted">{ say(words, TextKey::PasteLabel) }</label>
                <div class="input">
                    <textarea
                        id="pasted"
                        name="pasted"
                        rows="3"
                        class="is-code"
                        autocomplete="off"
                        spellcheck="false"
                        data-gramm="false"
                        aria-describedby="pasted-hint"
                        value={view.text.expose().to_owned()}
                        oninput={send.reform(|event: InputEvent| {
                            GuideMessage::ErrorPasted(Secret::new(text_of(event)))
                        })}
                    />
                </div>
                <p class="hint" id="pasted-hint">{ say(words, TextKey::PasteHint) }</p>
            </div>
            <div role="status">
                if let Some(meaning) = &view.meaning {
                    { explanation(meaning, words, send) }
                }
            </div>
        </>
    }
}

/// The consequence of an answer: a title, what to do, and an icon for whether all is well.
fn consequence(words: &Words, (title, body): (TextKey, TextKey), fine: bool) -> Html {
    html! {
        <div class={classes!("notice", if fine { "is-ok" } else { "is-warn" })}>
            { icon(if fine { Icon::Check } else { Icon::Warning }) }
            <div class="notice-body">
                <p class="notice-title">{ say(words, title) }</p>
                <p>{ say(words, body) }</p>
            </div>
        </div>
    }
}
