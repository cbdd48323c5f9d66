//! The questions of the guide – PKCE, the clock, what Salesforce showed – and what follows from the answers.

use yew::prelude::*;

use super::component_explanation::explanation;
use super::view_task::{PastedView, SawView};
use super::{GuideMessage, Pkce, Saw};
use crate::components::{Button, Choice, Look, say, text_of};
use crate::i18n::{TextKey, Words};
use crate::profile::Secret;

/// Whether PKCE can be switched off: the answer, and what it means and whether all is well with it.
pub fn pkce(
    answered: Option<Pkce>,
    means: Option<(TextKey, bool)>,
    words: &Words,
    send: &Callback<GuideMessage>,
) -> Html {
    html! {
        <>
            <fieldset class="choices" aria-labelledby="guide.oauth-settings.pkce">
                for answer in Pkce::ALL {
                    <Choice
                        name="pkce"
                        words={answer.words().0}
                        chosen={answered == Some(answer)}
                        onchange={send.reform(move |_| GuideMessage::PkceAnswered(answer))}
                    />
                }
            </fieldset>
            { consequence(words, means) }
        </>
    }
}

/// The time since the app was made.
pub fn clock(time: Option<&String>, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <>
            <Button look={Look::Second} onclick={send.reform(|_| GuideMessage::AppCreated)}>
                { say(words, TextKey::ClockStart) }
            </Button>
            <p class="hint" role="timer">{ time.cloned() }</p>
        </>
    }
}

/// What each part of the authorization URL is.
pub fn url_parts(words: &Words) -> Html {
    let parts = [
        ("https://…", TextKey::ParameterHost),
        ("response_type", TextKey::ParameterType),
        ("client_id", TextKey::ParameterId),
        ("redirect_uri", TextKey::ParameterCallback),
        ("scope", TextKey::ParameterScope),
    ];
    html! {
        <details>
            <summary>{ say(words, TextKey::CheckParameters) }</summary>
            <dl>
                for (name, key) in parts {
                    <div><dt>{ name }</dt><dd>{ say(words, key) }</dd></div>
                }
            </dl>
        </details>
    }
}

/// What Salesforce showed.
pub fn saw(view: &SawView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <>
            <fieldset class="choices" aria-labelledby="guide.check.saw">
                for answer in Saw::ALL {
                    <Choice
                        name="saw"
                        words={answer.words()}
                        chosen={view.answer == Some(answer)}
                        onchange={send.reform(move |_| GuideMessage::SawAnswered(answer))}
                    />
                }
            </fieldset>
            { consequence(words, view.accepted) }
            if let Some(pasted) = &view.pasted {
                { pasted_error(pasted, words, send) }
            }
        </>
    }
}

/// The field for what Salesforce showed, and what that means.
fn pasted_error(view: &PastedView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <>
            <div class="field">
                <div class="label-line">
                    <label for="pasted">{ say(words, TextKey::PasteLabel) }</label>
                </div>
                <div class="input">
                    <textarea
                        id="pasted"
                        name="pasted"
                        rows="3"
                        class="control code"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="pasted-hint"
                        value={view.text.expose().to_owned()}
                        oninput={send.reform(|event| {
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

/// What follows from an answer. The live region is there before its words, else they are not read out.
fn consequence(words: &Words, means: Option<(TextKey, bool)>) -> Html {
    html! {
        <div role="status">
            if let Some((key, fine)) = means {
                <p class={classes!("note", if fine { "plain" } else { "warn" })}>
                    <span>
                        <b class="sign" aria-hidden="true">{ if fine { "✓ " } else { "! " } }</b>
                        { say(words, key) }
                    </span>
                </p>
            }
        </div>
    }
}
