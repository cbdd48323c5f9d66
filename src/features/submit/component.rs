//! The outcome of a click on the main button: the failure with the next steps, or the result.

use yew::prelude::*;

use super::SubmitMessage;
use super::view::DoneView;
use super::view_failure::{FailureButton, FailureView};
use crate::components::{
    CopyBox, Icon, Look, Tone, button, fact_to_copy, facts, icon, profile_line, remark, rich_text, say, sends,
    support_details, switch, verbatim,
};
use crate::i18n::{TextKey, Words};

/// The note about a failure. Screen readers announce it at once, but not the countdown, which changes every second.
pub fn failure_note(view: &FailureView, words: &Words, send: &Callback<SubmitMessage>) -> Html {
    let draw = |on: &FailureButton, look: Look| {
        let msg = on.msg.clone();
        html! { { button(look, words, on.words, sends(send, msg)) } }
    };
    html! {
        <section
            id="failure"
            class="notice is-bad"
            part="failure"
            tabindex="-1"
            aria-labelledby="failure-title"
        >
            { icon(Icon::Cross) }
            <div class="notice-body">
                <div role="alert">
                    <h3 class="notice-title" id="failure-title">{ say(words, view.title) }</h3>
                    for paragraph in &view.body {
                        <p>{ rich_text(paragraph) }</p>
                    }
                    for quote in &view.quote {
                        <blockquote tabindex="0">{ verbatim(quote) }</blockquote>
                    }
                </div>
                if let Some(countdown) = &view.countdown {
                    <p role="timer">{ rich_text(countdown) }</p>
                }
                if !view.profiles.is_empty() {
                    <ul class="candidates">
                        for (profile, on) in &view.profiles {
                            <li>
                                { profile_line(&profile.name, &profile.facts(words), &profile.id) }
                                { draw(on, Look::Small) }
                            </li>
                        }
                    </ul>
                }
                if !view.buttons.is_empty() {
                    <div class="button-row">
                        for on in &view.buttons {
                            { draw(on, Look::First) }
                        }
                    </div>
                }
                if view.request {
                    { request_to_send(view, words, send) }
                }
                { support_details(view.bundle.as_ref(), words) }
            </div>
        </section>
    }
}

/// The request, to be sent from elsewhere. Folded, because only developers need it.
fn request_to_send(view: &FailureView, words: &Words, send: &Callback<SubmitMessage>) -> Html {
    html! {
        <details class="is-quiet" part="request">
            <summary>{ say(words, TextKey::RequestTitle) }</summary>
            <div class="fold-body">
                for view in &view.request_texts {
                    <>
                        <p class="label">{ say(words, view.what) }</p>
                        <CopyBox {view} />
                    </>
                }
                { switch(
                    TextKey::RequestSecrets,
                    view.request_secrets,
                    false,
                    sends(send, SubmitMessage::RequestSecretsToggled),
                    words,
                ) }
                if view.request_secrets {
                    { remark(Tone::Warn, words.get(TextKey::RequestWarning), Html::default()) }
                }
            </div>
        </details>
    }
}

/// The result: the profile as StackOne has it.
pub fn result_card(
    view: &DoneView,
    words: &Words,
    send: &Callback<SubmitMessage>,
    copy: &Callback<&'static str>,
    children: Html,
) -> Html {
    let id = view.id.as_ref().map(|id| fact_to_copy(id, words, copy)).unwrap_or_default();
    html! {
        <section class="stack" part="done" aria-labelledby="done">
            <div class="heading">
                <h2 id="done" tabindex="-1">{ say(words, view.title) }</h2>
                <p class="muted">{ say(words, view.body) }</p>
            </div>
            { children }
            { facts(&view.facts, id, words) }
            { button(Look::Second, words, view.another, sends(send, SubmitMessage::RestartPressed)) }
        </section>
    }
}
