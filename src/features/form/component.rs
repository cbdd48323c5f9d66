//! The form from its heading to its buttons, all in one; and the parts of it that the guide shows step by step.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::component_copy_text::copy_text;
use crate::app::component_dispatch::{on_submit, use_dispatch};
use crate::components::{Button, Look, keep_focus, say, use_words};
use crate::features::action_picker::component::ActionPicker;
use crate::features::form::component_field::{Org, TextInput};
use crate::features::form::view::{AccountView, FootView, FormView, HeadView, UrlView};
use crate::features::form::view_field::label;
use crate::features::profiles::component::{Change, Pin, kept_keys, link_to_profiles};
use crate::features::submit::component::FailureNote;
use crate::i18n::{TextKey, Words};

/// What the form is made of.
#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// The form.
    pub view: Rc<FormView>,
}

/// The whole form.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
    let cancel = html! {
        if view.can_cancel {
            <Button look={Look::Second} onclick={send.reform(|_| Message::RestartPressed)}>
                { say(&words, TextKey::Cancel) }
            </Button>
        }
    };
    html! {
        <>
            <SubmitForm title_id="title" head={&view.head} foot={&view.foot} buttons={cancel}>
                <section class="card" part="card" aria-labelledby="from-salesforce">
                    <h3 id="from-salesforce">{ say(&words, TextKey::FromSalesforce) }</h3>
                    if let Some([client_id, client_secret]) = &view.keys {
                        <TextInput view={client_id} />
                        <TextInput view={client_secret} />
                    } else {
                        { kept_keys(&words, &send) }
                    }
                    <TextInput view={&view.scopes} />
                    <Org view={&view.org} />
                    if let Some(url) = &view.url {
                        <div class="field" part="field">
                            <div class="label-line">
                                <span class="label" part="label">{ say(&words, TextKey::UrlLabel) }</span>
                            </div>
                            { authorization_url(url, &words, &send) }
                            <p class="hint" part="hint">{ say(&words, TextKey::UrlHint) }</p>
                        </div>
                    }
                </section>
                <section class="card" part="card" aria-labelledby="in-stackone">
                    <h3 id="in-stackone">{ say(&words, TextKey::InStackOne) }</h3>
                    { account_fields(&view.account) }
                    <ActionPicker view={&view.actions} />
                    if let Some(view) = &view.change {
                        <Change {view} />
                    }
                </section>
            </SubmitForm>
            if let Some(view) = &view.pin {
                <Pin {view} />
            }
            if view.leads_to_list {
                { link_to_profiles(&words, &send) }
            }
        </>
    }
}

/// What a form with a main button is made of.
#[derive(Properties, PartialEq)]
pub struct SubmitFormProps {
    /// The id of its heading.
    pub title_id: &'static str,
    /// Whether the heading takes the focus when the form appears.
    #[prop_or_default]
    pub title_takes_focus: bool,
    /// Its heading.
    pub head: Rc<HeadView>,
    /// Its buttons.
    pub foot: Rc<FootView>,
    /// Buttons beside the main one.
    pub buttons: Html,
    /// What stands between heading and buttons.
    pub children: Html,
}

/// A form whose main button, or Enter, submits it, with its heading and the errors in one place.
#[component]
pub fn SubmitForm(props: &SubmitFormProps) -> Html {
    let (head, foot, words, send) = (&props.head, &props.foot, use_words(), use_dispatch());
    html! {
        <form
            novalidate=true
            aria-labelledby={props.title_id}
            aria-busy={head.busy.to_string()}
            onsubmit={on_submit(&send, || Message::SubmitPressed)}
        >
            <div class="heading" part="heading">
                <h2 id={props.title_id} tabindex={props.title_takes_focus.then_some("-1")}>{ &head.title }</h2>
                <p class="muted">{ say(&words, head.intro) }</p>
            </div>
            if let Some(summary) = &head.summary {
                <section class="note bad" part="summary" role="alert">
                    <p><span class="sign" aria-hidden="true">{ "✕ " }</span><b>{ &summary.title }</b></p>
                    <ul class="links">
                        for field in summary.fields.iter().copied() {
                            <li>
                                <a
                                    href={format!("#{}", field.name())}
                                    onmousedown={keep_focus}
                                    onclick={send.reform(move |event: MouseEvent| {
                                        event.prevent_default();
                                        Message::FieldLinkPressed(field)
                                    })}
                                >
                                    { say(&words, label(field)) }
                                </a>
                            </li>
                        }
                    </ul>
                </section>
            }
            { props.children.clone() }
            if let Some(view) = &foot.failure {
                <FailureNote {view} />
            }
            <div class="foot">
                { props.buttons.clone() }
                <Button kind="submit" look={Look::First} part="submit" disabled={foot.busy}>{ &foot.button }</Button>
                // For those who do not see the words of the button change.
                <p class="unseen" role="status">
                    if foot.busy {
                        { &foot.button }
                    }
                </p>
            </div>
        </form>
    }
}

/// Name, and the API key where a person types it.
pub fn account_fields(view: &AccountView) -> Html {
    html! {
        <>
            <TextInput view={&view.name} />
            if let Some(view) = &view.api_key {
                <TextInput {view} />
            }
        </>
    }
}

/// The authorization URL, or what stands in its place.
pub fn authorization_url(view: &UrlView, words: &Words, send: &Callback<Message>) -> Html {
    match &view.url {
        Some(url) => copy_text(url, send),
        None => html! { <p class="copy empty">{ say(words, TextKey::UrlEmpty) }</p> },
    }
}
