//! The page of the guide: the steps on one side, the current step in the middle, the known facts on the other side.

use yew::prelude::*;

use crate::app::component_form_page::actions;
use crate::app::component_result_page::result_page;
use crate::app::component_submit_form::SubmitForm;
use crate::app::{AdvancedView, GuidePage, Inside, Senders, StepPage};
use crate::components::{Button, Icon, Look, Tone, button, external_link, icon, remark, say, sends};
use crate::features::form::component::{account_fields, authorization_url};
use crate::features::form::component_field::{OrgFields, TextInput};
use crate::features::form::{FormMessage, Toggle};
use crate::features::guide::component::{bar, known, steps, value};
use crate::features::guide::component_explanation::explanation;
use crate::features::guide::component_task::{scope_labels, task_card};
use crate::features::guide::view::Fact;
use crate::features::guide::{GuideMessage, Step};
use crate::features::profiles::component::link_to_profiles;
use crate::i18n::{TextKey, Words};

/// Renders the guide.
pub fn guide_page(view: &GuidePage, words: &Words, senders: &Senders) -> Html {
    html! {
        <div class="frame guide">
            { bar(view.bar, words, &senders.guide, link_to_profiles(words, &senders.profiles)) }
            { steps(&view.steps, words, &senders.guide) }
            <div class="frame-main">
                if let Some(view) = &view.step {
                    { step_form(view, words, senders) }
                }
                if let Some(view) = &view.result {
                    { result_page(view, words, senders) }
                }
            </div>
            if let Some(view) = &view.known {
                { known(view, words) }
            }
        </div>
    }
}

/// Renders the current step.
fn step_form(view: &StepPage, words: &Words, senders: &Senders) -> Html {
    let instead = view.support.as_ref().map(|copy| {
        let id = copy.id;
        html! {
            { button(Look::First, words, TextKey::SupportCopy, sends(&senders.copy, id)) }
        }
    });
    let buttons = html! {
        if let Some(back) = view.back {
            { button(
                Look::Second,
                words,
                TextKey::GuideBack,
                sends(&senders.guide, GuideMessage::StepPressed(back)),
            ) }
        }
    };
    let above = html! {
        <>
            if view.step == Step::Start {
                { needs(words) }
            }
            if view.is_rejected {
                { remark(Tone::Bad, words.get(TextKey::RejectedHere), Html::default()) }
            }
            if let Some(meaning) = &view.remedy {
                { explanation(meaning, words, &senders.guide) }
            }
        </>
    };
    let children = html! {
        <>
            <ol class="tasks">
                for part in &view.tasks {
                    { task_card(&part.task, words, &senders.guide, inside(&part.inside, words, senders)) }
                }
            </ol>
            if view.warns_of_pkce {
                <div class="section">
                    <div class="notice is-warn" role="status">
                        { icon(Icon::Warning) }
                        <p>{ say(words, TextKey::PkceWarning) }</p>
                    </div>
                </div>
            }
        </>
    };
    html! {
        <SubmitForm
            title_id="step"
            title_takes_focus=true
            form={&senders.form}
            submit={&senders.submit}
            head={&view.head}
            foot={&view.foot}
            {buttons}
            {instead}
            {above}
        >
            { children }
        </SubmitForm>
    }
}

/// The list of what a person needs for the set-up.
fn needs(words: &Words) -> Html {
    html! {
        <ul class="needs">
            for key in [TextKey::NeedsAdmin, TextKey::NeedsKey, TextKey::NeedsTime] {
                <li>{ say(words, key) }</li>
            }
        </ul>
    }
}

/// Renders the part of the form inside a task.
fn inside(view: &Inside, words: &Words, senders: &Senders) -> Html {
    let send = &senders.form;
    match view {
        Inside::None => Html::default(),
        Inside::Org(view) => html! { <div class="stack"><OrgFields {view} {send} /></div> },
        Inside::Credentials([client_id, client_secret]) => html! {
            <div class="stack"><TextInput view={client_id} {send} /><TextInput view={client_secret} {send} /></div>
        },
        Inside::SignIn(view) => html! {
            <>
                if let Some(url) = &view.url {
                    { external_link(
                        words,
                        url.text.expose().to_owned(),
                        TextKey::TestLink,
                        Some(sends(&senders.guide, GuideMessage::SignInOpened)),
                    ) }
                }
                { authorization_url(view, words) }
            </>
        },
        Inside::Account(account, advanced) => html! {
            <div class="stack">
                { account_fields(account, send) }
                <Button
                    look={Look::Link}
                    expanded={advanced.is_some()}
                    onclick={sends(send, FormMessage::Toggled(Toggle::Advanced))}
                >
                    { say(words, TextKey::ProfileAdvanced) }
                </Button>
                if let Some(view) = advanced {
                    { advanced_fields(view, words, senders) }
                }
            </div>
        },
        Inside::Review(facts) => html! {
            <dl>{ for facts.iter().map(|fact| review_row(fact, words, &senders.guide)) }</dl>
        },
    }
}

/// The advanced fields.
fn advanced_fields(view: &AdvancedView, words: &Words, senders: &Senders) -> Html {
    html! {
        <>
            <p class="small">{ say(words, TextKey::ScopesBody) }</p>
            <TextInput view={&view.scopes} send={&senders.form} />
            <p class="small">{ say(words, TextKey::ScopesInApp) }</p>
            { scope_labels(&view.labels) }
            { actions(&view.actions, words, senders) }
        </>
    }
}

/// A value of the review, with the button to change it.
fn review_row(fact: &Fact, words: &Words, send: &Callback<GuideMessage>) -> Html {
    let (name, field) = (words.get(fact.name), fact.field);
    html! {
        <div class="review-row">
            <dt>{ say(words, fact.name) }</dt>
            <dd>{ value(fact) }</dd>
            <dd>
                <Button
                    look={Look::Link}
                    label={words.fill(TextKey::GuideEditFact, &[("fact", name)])}
                    onclick={sends(send, GuideMessage::EditPressed(field))}
                >
                    { say(words, TextKey::GuideEdit) }
                </Button>
            </dd>
        </div>
    }
}
