//! One task of a step, with what stands below its words.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::component_copy_text::copy_text;
use crate::app::component_dispatch::use_dispatch;
use crate::components::{Facts, external_link, say, use_words};
use crate::features::action_picker::component::ActionPicker;
use crate::features::form::component::account_fields;
use crate::features::form::component_field::{Org, TextInput};
use crate::features::guide::GuideMessage;
use crate::features::guide::component_drawing::Drawing;
use crate::features::guide::component_questions;
use crate::features::guide::view_extra::ExtraView;
use crate::features::guide::view_task::TaskView;
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
                { extra(&view.extra, &words, &send) }
                if let Some((href, key)) = &view.link {
                    { external_link(&words, href.clone(), *key, None) }
                }
                if let Some(view) = &view.copy {
                    { copy_text(view, &send) }
                }
            </div>
        </section>
    }
}

fn extra(view: &ExtraView, words: &Words, send: &Callback<Message>) -> Html {
    match view {
        ExtraView::None => Html::default(),
        ExtraView::Hint(key) => html! { <p class="hint">{ say(words, *key) }</p> },
        ExtraView::ScopeLabels(labels) => scope_labels(labels),
        ExtraView::Pkce(answer, means) => component_questions::pkce(*answer, *means, words, send),
        ExtraView::Clock(time) => component_questions::clock(time.as_ref(), words, send),
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
        ExtraView::SignIn(view) => component_questions::sign_in(view, words, send),
        ExtraView::Saw(view) => component_questions::saw(view, words, send),
        ExtraView::Profile(view) => html! {
            <>
                <Facts facts={&view.facts} />
                { account_fields(&view.account) }
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
