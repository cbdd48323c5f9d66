//! One task of a step, with what stands below its words.

use std::rc::Rc;

use yew::prelude::*;

use super::action_picker::ActionPicker;
use super::copy_text::CopyText;
use super::dispatch::use_dispatch;
use super::field::{Org, TextInput};
use super::form::Account;
use super::questions::{Clock, PkceQuestion, SawQuestion, SignIn};
use crate::components::{Drawing, ExternalLink, Facts, say, use_words};
use crate::form::view::{ExtraView, TaskView};
use crate::form::{GuideMessage, Message};
use crate::i18n::{TextKey, Words};

/// What a task is made of.
#[derive(Properties, PartialEq)]
pub struct TaskCardProps {
    /// The task.
    pub view: Rc<TaskView>,
}

/// A task.
#[component]
pub fn TaskCard(props: &TaskCardProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
    let (title, body) = (view.task.title, view.task.body);
    html! {
        <section class="task" aria-labelledby={title.name()}>
            if view.task.extra.is_ticked() {
                <input
                    type="checkbox"
                    aria-label={words.fill(TextKey::GuideTodo, &[("task", words.get(title))])}
                    checked={view.ticked}
                    onchange={send.reform(move |_| Message::Guide(GuideMessage::TaskToggled(title)))}
                />
            } else {
                <span class="tick" aria-hidden="true" />
            }
            <div>
                <h3 id={title.name()}>{ say(&words, title) }</h3>
                <p class="hint">{ say(&words, body) }</p>
                if let Some((shapes, alt)) = view.picture {
                    <Drawing {shapes} {alt} />
                }
                { extra(&view.extra, &words) }
                if let Some((href, words)) = &view.link {
                    <ExternalLink href={href.clone()} words={*words} />
                }
                if let Some(view) = &view.copy {
                    <CopyText {view} />
                }
            </div>
        </section>
    }
}

fn extra(view: &ExtraView, words: &Words) -> Html {
    match view {
        ExtraView::None => Html::default(),
        ExtraView::Hint(key) => html! { <p class="hint">{ say(words, *key) }</p> },
        ExtraView::ScopeLabels(labels) => scope_labels(labels),
        ExtraView::Pkce(answer, means) => html! { <PkceQuestion answer={*answer} means={*means} /> },
        ExtraView::Clock(time) => html! { <Clock time={time.clone()} /> },
        ExtraView::Org(view) => html! { <Org {view} /> },
        ExtraView::Keys([client_id, client_secret]) => html! {
            <><TextInput view={client_id} /><TextInput view={client_secret} /></>
        },
        ExtraView::Scopes(view, labels) => html! {
            <>
                <TextInput {view} />
                <p class="hint">{ say(words, TextKey::EnvironmentInApp) }</p>
                { scope_labels(labels) }
            </>
        },
        ExtraView::SignIn(view) => html! { <SignIn view={view.clone()} /> },
        ExtraView::Saw(view) => html! { <SawQuestion {view} /> },
        ExtraView::Profile(view) => html! {
            <>
                <Facts facts={&view.facts} />
                <Account view={view.account.clone()} />
                <ActionPicker view={&view.actions} />
            </>
        },
    }
}

fn scope_labels(labels: &[String]) -> Html {
    html! {
        <ul class="labels">
            for label in labels {
                <li>{ label }</li>
            }
        </ul>
    }
}
