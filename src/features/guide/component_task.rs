//! One task of a step.

use std::rc::Rc;

use yew::prelude::*;

use super::GuideMessage;
use super::component_drawing::Drawing;
use super::component_questions;
use super::view_task::{ExtraView, TaskView};
use crate::components::{CopyBox, external_link, say, use_words};
use crate::i18n::{TextKey, Words};

/// What a task is made of.
#[derive(Properties, PartialEq)]
pub struct TaskCardProps {
    /// The task.
    pub view: Rc<TaskView>,
    /// What takes its messages.
    pub send: Callback<GuideMessage>,
    /// Fields of the form that belong to it.
    pub children: Html,
}

/// A task.
#[component]
pub fn TaskCard(props: &TaskCardProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), &props.send);
    let (title, body) = (view.task.title, view.task.body);
    html! {
        <section class="task" aria-labelledby={title.name()}>
            if view.task.extra.is_ticked() {
                <input
                    type="checkbox"
                    aria-label={words.fill(TextKey::GuideTodo, &[("task", words.get(title))])}
                    checked={view.ticked}
                    onchange={send.reform(move |_| GuideMessage::TaskToggled(title))}
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
                { props.children.clone() }
                { extra(&view.extra, &words, send) }
                if let Some((href, key)) = &view.link {
                    { external_link(&words, href.clone(), *key, None) }
                }
                if let Some(view) = &view.copy {
                    <CopyBox {view} />
                }
            </div>
        </section>
    }
}

fn extra(view: &ExtraView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    match view {
        ExtraView::None => Html::default(),
        ExtraView::Hint(key) => html! { <p class="hint">{ say(words, *key) }</p> },
        ExtraView::ScopeLabels(labels) => scope_labels(labels),
        ExtraView::Pkce(answer, means) => component_questions::pkce(*answer, *means, words, send),
        ExtraView::Clock(time) => component_questions::clock(time.as_ref(), words, send),
        ExtraView::ScopesInApp(labels) => html! {
            <><p class="hint">{ say(words, TextKey::EnvironmentInApp) }</p>{ scope_labels(labels) }</>
        },
        ExtraView::UrlParts => component_questions::url_parts(words),
        ExtraView::Saw(view) => component_questions::saw(view, words, send),
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
