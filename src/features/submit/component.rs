//! What came of a click on the main button: why it came to nothing, with the ways on; or the result, in place of the form.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::component_copy_text::{copy_text, support};
use crate::app::component_dispatch::use_dispatch;
use crate::app::{Message, Toggle};
use crate::components::{Button, Facts, Look, Remark, Switch, rich_text, say, use_words};
use crate::features::link_account::component::LinkAccount;
use crate::features::profiles::view::profile_facts;
use crate::features::submit::view::DoneView;
use crate::features::submit::view_failure::{FailureView, Way};
use crate::i18n::{TextKey, Words};
use crate::stackone::ConnectorProfile;

/// What the note is made of.
#[derive(Properties, PartialEq)]
pub struct FailureNoteProps {
    /// The failure.
    pub view: Rc<FailureView>,
}

/// The note. What it says is read out at once; the countdown is not, or it would be read out every second.
#[component]
pub fn FailureNote(props: &FailureNoteProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
    let way = |way: &Way| {
        let msg = way.msg.clone();
        html! {
            <Button look={Look::Second} onclick={send.reform(move |_| msg.clone())}>{ say(&words, way.words) }</Button>
        }
    };
    html! {
        <section
            id="failure"
            class="note bad"
            part="failure"
            tabindex="-1"
            aria-labelledby="failure-title"
        >
            <div role="alert">
                <h3 id="failure-title">
                    <span class="sign" aria-hidden="true">{ "✕ " }</span>
                    { say(&words, view.title) }
                </h3>
                for paragraph in &view.body {
                    <p>{ rich_text(paragraph) }</p>
                }
                for quote in &view.quote {
                    <blockquote tabindex="0">{ quote }</blockquote>
                }
            </div>
            if let Some(countdown) = &view.countdown {
                <p role="timer">{ countdown }</p>
            }
            if !view.profiles.is_empty() {
                <ul class="profiles">
                    for (profile, on) in &view.profiles {
                        <li>
                            { profile_line(&words, profile) }
                            { way(on) }
                        </li>
                    }
                </ul>
            }
            if !view.ways.is_empty() {
                <div class="ways">
                    for on in &view.ways {
                        { way(on) }
                    }
                </div>
            }
            if view.request {
                { request_to_send(view, &words, &send) }
            }
            { support(view.bundle.as_deref(), &words, &send) }
        </section>
    }
}

/// Name, facts and id of a profile.
pub fn profile_line(words: &Words, profile: &ConnectorProfile) -> Html {
    html! {
        <span>
            <b>{ &profile.name }</b>
            { " · " }
            { profile_facts(words, profile) }
            <br />
            <code>{ &profile.id }</code>
        </span>
    }
}

/// The request, to be sent from elsewhere.
fn request_to_send(view: &FailureView, words: &Words, send: &Callback<Message>) -> Html {
    html! {
        <div class="request" part="request">
            <h4>{ say(words, TextKey::RequestTitle) }</h4>
            for view in &view.request_texts {
                <>
                    <p class="label">{ say(words, view.what) }</p>
                    { copy_text(view, send) }
                </>
            }
            <Switch
                words={TextKey::RequestSecrets}
                on={view.request_secrets}
                onchange={send.reform(|_| Message::Toggled(Toggle::RequestSecrets))}
            />
            if view.request_secrets {
                <Remark error=false words={words.get(TextKey::RequestWarning).to_owned()} />
            }
        </div>
    }
}

/// What the result is made of.
#[derive(Properties, PartialEq)]
pub struct ResultCardProps {
    /// The result.
    pub view: Rc<DoneView>,
}

/// What stands in StackOne now.
#[component]
pub fn ResultCard(props: &ResultCardProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
    html! {
        <section class="card done" part="done" aria-labelledby="done">
            <h2 id="done" tabindex="-1">
                <span class="sign" aria-hidden="true">{ "✓ " }</span>
                { say(&words, view.title) }
            </h2>
            <p class="muted">{ say(&words, view.body) }</p>
            <Facts facts={&view.facts} />
            <LinkAccount view={&view.link} />
            <Button look={Look::Second} onclick={send.reform(|_| Message::RestartPressed)}>
                { say(&words, view.another) }
            </Button>
        </section>
    }
}
