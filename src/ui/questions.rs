//! The questions of the guide – PKCE, the clock, what Salesforce showed – and what follows from the answers.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::use_dispatch;
use super::explanation::Explanation;
use super::form::Url;
use crate::components::{Button, Choice, ExternalLink, Look, say, text_of, use_words};
use crate::form::guide::{Pkce, Saw};
use crate::form::view::{Meaning, SawView, UrlView};
use crate::form::{GuideMessage, Message};
use crate::i18n::{TextKey, Words};
use crate::profile::Secret;

/// What the question about PKCE is made of.
#[derive(Properties, PartialEq)]
pub struct PkceQuestionProps {
    /// The answer.
    pub answer: Option<Pkce>,
    /// What it means, and whether all is well with it.
    pub means: Option<(TextKey, bool)>,
}

/// Whether PKCE can be switched off.
#[component]
pub fn PkceQuestion(props: &PkceQuestionProps) -> Html {
    let (words, send) = (use_words(), use_dispatch());
    html! {
        <>
            <fieldset class="choices" aria-labelledby="guide.oauth-settings.pkce">
                for answer in Pkce::ALL {
                    <Choice
                        name="pkce"
                        words={answer.words().0}
                        chosen={props.answer == Some(answer)}
                        onchange={send.reform(move |_| Message::Guide(GuideMessage::PkceAnswered(answer)))}
                    />
                }
            </fieldset>
            { consequence(&words, props.means) }
        </>
    }
}

/// What the clock is made of.
#[derive(Properties, PartialEq)]
pub struct ClockProps {
    /// What to say of the time, once it runs.
    pub time: Option<AttrValue>,
}

/// The time since the app was made.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let (words, send) = (use_words(), use_dispatch());
    html! {
        <>
            <Button look={Look::Second} onclick={send.reform(|_| Message::Guide(GuideMessage::AppCreated))}>
                { say(&words, TextKey::ClockStart) }
            </Button>
            <p class="hint" role="timer">{ props.time.clone() }</p>
        </>
    }
}

/// What the sign-in is made of.
#[derive(Properties, PartialEq)]
pub struct SignInProps {
    /// The authorization URL.
    pub view: UrlView,
}

/// The authorization URL, each part of it, and the link that opens it.
#[component]
pub fn SignIn(props: &SignInProps) -> Html {
    let (words, send) = (use_words(), use_dispatch());
    let parts = [
        ("https://…", TextKey::ParameterHost),
        ("response_type", TextKey::ParameterType),
        ("client_id", TextKey::ParameterId),
        ("redirect_uri", TextKey::ParameterCallback),
        ("scope", TextKey::ParameterScope),
    ];
    html! {
        <>
            if let Some(url) = &props.view.url {
                <ExternalLink
                    href={url.text.expose().to_owned()}
                    words={TextKey::CheckOpenLink}
                    onclick={send.reform(|_| Message::Guide(GuideMessage::SignInOpened))}
                />
            }
            <Url view={props.view.clone()} />
            <details>
                <summary>{ say(&words, TextKey::CheckParameters) }</summary>
                <dl>
                    for (name, key) in parts {
                        <div><dt>{ name }</dt><dd>{ say(&words, key) }</dd></div>
                    }
                </dl>
            </details>
        </>
    }
}

/// What the question about Salesforce's page is made of.
#[derive(Properties, PartialEq)]
pub struct SawQuestionProps {
    /// The question.
    pub view: Rc<SawView>,
}

/// What Salesforce showed.
#[component]
pub fn SawQuestion(props: &SawQuestionProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
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
            { consequence(&words, view.accepted) }
            if let Some((pasted, meaning)) = &view.error {
                <PastedError text={pasted.expose().to_owned()} {meaning} />
            }
        </>
    }
}

/// What the error is made of.
#[derive(Properties, PartialEq)]
struct PastedErrorProps {
    /// What was pasted.
    text: AttrValue,
    /// What it means.
    meaning: Option<Rc<Meaning>>,
}

/// The field for what Salesforce showed, and what that means.
#[component]
fn PastedError(props: &PastedErrorProps) -> Html {
    let (words, send) = (use_words(), use_dispatch());
    html! {
        <>
            <div class="field">
                <div class="label-line">
                    <label for="pasted">{ say(&words, TextKey::PasteLabel) }</label>
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
                        value={&props.text}
                        oninput={send.reform(|event| {
                            Message::Guide(GuideMessage::ErrorPasted(Secret::new(text_of(event))))
                        })}
                    />
                </div>
                <p class="hint" id="pasted-hint">{ say(&words, TextKey::PasteHint) }</p>
            </div>
            <div role="status">
                if let Some(meaning) = &props.meaning {
                    <Explanation {meaning} />
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
