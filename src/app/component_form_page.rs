//! The page with the form alone.

use yew::prelude::*;

use crate::app::component_submit_form::SubmitForm;
use crate::app::{ActionsPart, FormPage, Senders};
use crate::components::{Look, button, say, sends};
use crate::features::action_picker::component::ActionPicker;
use crate::features::form::component::{account_fields, authorization_url};
use crate::features::form::component_field::{OrgFields, TextInput, described_by, messages};
use crate::features::guide::GuideMessage;
use crate::features::profiles::component::{change, kept_credentials, link_to_profiles, pin};
use crate::features::submit::SubmitMessage;
use crate::i18n::{TextKey, Words};

/// Renders the form, from its heading to its buttons.
pub fn form_page(view: &FormPage, words: &Words, senders: &Senders) -> Html {
    let cancel = html! {
        if view.can_cancel {
            { button(
                Look::Second,
                words,
                TextKey::Cancel,
                sends(&senders.submit, SubmitMessage::RestartPressed),
            ) }
        }
    };
    let guide = html! {
        if view.leads_to_guide {
            { button(Look::Link, words, TextKey::FormGuide, sends(&senders.guide, GuideMessage::Opened)) }
        }
    };
    let children = html! {
        <>
                <section class="section" aria-labelledby="from-salesforce">
                    <h3 class="unseen" id="from-salesforce">{ say(words, TextKey::FromSalesforce) }</h3>
                    if let Some([client_id, client_secret]) = &view.credentials {
                        <TextInput view={client_id} send={&senders.form} />
                        <TextInput view={client_secret} send={&senders.form} />
                    } else {
                        { kept_credentials(words, &senders.profiles) }
                    }
                    <TextInput view={&view.scopes} send={&senders.form} />
                    <OrgFields view={&view.org} send={&senders.form} />
                    if let Some(url) = &view.url {
                        <div class="field" part="field">
                            <span class="label" part="label">{ say(words, TextKey::UrlLabel) }</span>
                            { authorization_url(url, words) }
                            <p class="hint" part="hint">{ say(words, TextKey::UrlHint) }</p>
                        </div>
                    }
                </section>
                <section class="section" aria-labelledby="in-stackone">
                    <h3 class="unseen" id="in-stackone">{ say(words, TextKey::InStackOne) }</h3>
                    { account_fields(&view.account, &senders.form) }
                    { actions(&view.actions, words, senders) }
                    if let Some(view) = &view.change {
                        { change(view, words, &senders.profiles) }
                    }
                </section>
        </>
    };
    html! {
        <div class="stack">
            <SubmitForm
                title_id="title"
                form={&senders.form}
                submit={&senders.submit}
                head={&view.head}
                foot={&view.foot}
                buttons={cancel}
                above={guide}
            >
                { children }
            </SubmitForm>
            if let Some(view) = &view.pin {
                { pin(view, words, &senders.profiles) }
            }
            if view.leads_to_list {
                { link_to_profiles(words, &senders.profiles) }
            }
        </div>
    }
}

/// The action picker, with its hint and messages.
pub fn actions(view: &ActionsPart, words: &Words, senders: &Senders) -> Html {
    html! {
        <ActionPicker view={&view.picker} send={&senders.actions} described_by={described_by(&view.field)}>
            { messages(&view.field, words, &senders.form) }
        </ActionPicker>
    }
}
