//! The questions of the guide – PKCE, the clock, what Salesforce showed – and what follows from the answers.

use yew::prelude::*;

use crate::app::Message;
use crate::components::{Button, Choice, Look, external_link, say, text_of};
use crate::features::form::component::authorization_url;
use crate::features::form::view::UrlView;
use crate::features::form::view_field::FieldText;
use crate::features::guide::GuideMessage;
use crate::features::guide::component_explanation::explanation;
use crate::features::guide::view_explanation::Meaning;
use crate::features::guide::view_extra::SawView;
use crate::features::guide::{Pkce, Saw};
use crate::i18n::{TextKey, Words};
use crate::profile::Secret;

/// Whether PKCE can be switched off: the answer, and what it means and whether all is well with it.
pub fn pkce(answered: Option<Pkce>, means: Option<(TextKey, bool)>, words: &Words, send: &Callback<Message>) -> Html {
    html! {
        <>
            <fieldset class="choices" aria-labelledby="guide.oauth-settings.pkce">
                for answer in Pkce::ALL {
                    <Choice
                        name="pkce"
                        words={answer.words().0}
                        chosen={answered == Some(answer)}
                        onchange={send.reform(move |_| Message::Guide(GuideMessage::PkceAnswered(answer)))}
                    />
                }
            </fieldset>
            { consequence(words, means) }
        </>
    }
}

/// The time since the app was made.
pub fn clock(time: Option<&String>, words: &Words, send: &Callback<Message>) -> Html {
    html! {
        <>
            <Button look={Look::Second} onclick={send.reform(|_| Message::Guide(GuideMessage::AppCreated))}>
                { say(words, TextKey::ClockStart) }
            </Button>
            <p class="hint" role="timer">{ time.cloned() }</p>
        </>
    }
}

/// The authorization URL, each part of it, and the link that opens it.
pub fn sign_in(view: &UrlView, words: &Words, send: &Callback<Message>) -> Html {
    let opened = send.reform(|_| Message::Guide(GuideMessage::SignInOpened));
    let parts = [
        ("https://…", TextKey::ParameterHost),
        ("response_type", TextKey::ParameterType),
        ("client_id", TextKey::ParameterId),
        ("redirect_uri", TextKey::ParameterCallback),
        ("scope", TextKey::ParameterScope),
    ];
    html! {
        <>
            if let Some(url) = &view.url {
                { external_link(words, url.text.expose().to_owned(), TextKey::CheckOpenLink, Some(opened)) }
            }
            { authorization_url(view, words, send) }
            <details>
                <summary>{ say(words, TextKey::CheckParameters) }</summary>
                <dl>
                    for (name, key) in parts {
                        <div><dt>{ name }</dt><dd>{ say(words, key) }</dd></div>
                    }
                </dl>
            </details>
        </>
    }
}

/// What Salesforce showed.
pub fn saw(view: &SawView, words: &Words, send: &Callback<Message>) -> Html {
    html! {
        <>
            <fieldset class="choices" aria-labelledby="guide.check.saw">
                for answer in Saw::ALL {
                    <Choice
                        name="saw"
                        words={answer.words()}
                        chosen={view.answer == Some(answer)}
                        onchange={send.reform(move |_| Message::Guide(GuideMessage::SawAnswered(answer)))}
                    />
                }
            </fieldset>
            { consequence(words, view.accepted) }
            if let Some((pasted, meaning)) = &view.error {
                { pasted_error(pasted, meaning.as_deref(), words, send) }
            }
        </>
    }
}

/// The field for what Salesforce showed, and what that means.
fn pasted_error(text: &FieldText, meaning: Option<&Meaning>, words: &Words, send: &Callback<Message>) -> Html {
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
                        value={text.expose().to_owned()}
                        oninput={send.reform(|event| {
                            Message::Guide(GuideMessage::ErrorPasted(Secret::new(text_of(event))))
                        })}
                    />
                </div>
                <p class="hint" id="pasted-hint">{ say(words, TextKey::PasteHint) }</p>
            </div>
            <div role="status">
                if let Some(meaning) = meaning {
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
