//! The guide around the form: the steps on one side, the task in the middle, what is known so far on the other.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::component_form_page::actions;
use crate::app::component_result_page::result_page;
use crate::app::component_submit_form::SubmitForm;
use crate::app::{GuidePage, Inside, Senders, StepPage};
use crate::components::{Button, Facts, Look, external_link, say, use_words};
use crate::features::form::component::{account_fields, authorization_url};
use crate::features::form::component_field::{Org, TextInput};
use crate::features::guide::GuideMessage;
use crate::features::guide::component::{Known, Steps};
use crate::features::guide::component_explanation::explanation;
use crate::features::guide::component_task::TaskCard;
use crate::features::profiles::component::link_to_profiles;
use crate::i18n::{TextKey, Words};

/// What the guide is made of.
#[derive(Properties, PartialEq)]
pub struct GuidePageProps {
    /// The guide.
    pub view: Rc<GuidePage>,
    /// What takes the messages.
    pub senders: Rc<Senders>,
}

/// All three.
#[component]
pub fn GuidePageCard(props: &GuidePageProps) -> Html {
    let (view, words, senders) = (&props.view, use_words(), &props.senders);
    html! {
        <div class="guide">
            <Steps view={&view.steps} send={&senders.guide} />
            <div class="middle">
                if let Some(view) = &view.step {
                    { step_page(view, &words, senders) }
                }
                if let Some(view) = &view.result {
                    { result_page(view, senders) }
                }
            </div>
            <Known view={&view.known} send={&senders.guide}>
                { link_to_profiles(&words, &senders.profiles) }
            </Known>
        </div>
    }
}

/// The step that is shown.
fn step_page(view: &StepPage, words: &Words, senders: &Rc<Senders>) -> Html {
    let buttons = html! {
        <>
            if view.has_result {
                <Button look={Look::Second} onclick={senders.guide.reform(|_| GuideMessage::ResultPressed)}>
                    { say(words, TextKey::GuideResult) }
                </Button>
            }
            if let Some(back) = view.back {
                <Button look={Look::Second} onclick={senders.guide.reform(move |_| GuideMessage::StepPressed(back))}>
                    { say(words, TextKey::GuideBack) }
                </Button>
            }
        </>
    };
    html! {
        <SubmitForm title_id="step" title_takes_focus=true {senders} head={&view.head} foot={&view.foot} {buttons}>
            if let Some(meaning) = &view.remedy {
                { explanation(meaning, words, &senders.guide) }
            }
            <div class="card tasks" part="card">
                for part in &view.tasks {
                    <TaskCard view={&part.task} send={&senders.guide}>{ inside(&part.inside, words, senders) }</TaskCard>
                }
            </div>
        </SubmitForm>
    }
}

/// The part of the form inside a task.
fn inside(view: &Inside, words: &Words, senders: &Senders) -> Html {
    let send = &senders.form;
    match view {
        Inside::None => Html::default(),
        Inside::Org(view) => html! { <Org {view} {send} /> },
        Inside::Keys([client_id, client_secret]) => html! {
            <><TextInput view={client_id} {send} /><TextInput view={client_secret} {send} /></>
        },
        Inside::Scopes(view) => html! { <TextInput {view} {send} /> },
        Inside::SignIn(view) => html! {
            <>
                if let Some(url) = &view.url {
                    { external_link(
                        words,
                        url.text.expose().to_owned(),
                        TextKey::CheckOpenLink,
                        Some(senders.guide.reform(|_| GuideMessage::SignInOpened)),
                    ) }
                }
                { authorization_url(view, words) }
            </>
        },
        Inside::Profile { facts, account, actions: view } => html! {
            <>
                <Facts {facts} />
                { account_fields(account, send) }
                { actions(view, senders) }
            </>
        },
    }
}
