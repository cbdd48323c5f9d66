//! A task of a step.

use yew::prelude::*;

use super::GuideMessage;
use super::component_drawing::drawing;
use super::component_questions;
use super::view_task::{ExtraView, TaskView};
use crate::components::{CopyBox, external_link, say, verbatim};
use crate::i18n::Words;

/// Renders a task. The link to the Setup page comes first, then how to find it.
pub fn task_card(view: &TaskView, words: &Words, send: &Callback<GuideMessage>, children: Html) -> Html {
    let task = view.task;
    html! {
        <li class="task">
            <h3 id={task.title.name()}>{ say(words, task.title) }</h3>
            if let Some((href, key)) = &view.link {
                { external_link(words, href.clone(), *key, None) }
            }
            <p>{ say(words, task.body) }</p>
            if let Some(view) = view.picture {
                { drawing(view, words) }
            }
            { children }
            { extra(&view.extra, words, send) }
            if let Some(view) = &view.copy {
                <CopyBox {view} />
            }
            if let Some((question, answer)) = task.more {
                <details class="is-quiet">
                    <summary>{ say(words, question) }</summary>
                    <div class="fold-body">{ say(words, answer) }</div>
                </details>
            }
        </li>
    }
}

fn extra(view: &ExtraView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    match view {
        ExtraView::None => Html::default(),
        ExtraView::ScopeLabels(labels) => scope_labels(labels),
        ExtraView::Pkce(answer) => component_questions::pkce(*answer, words, send),
        ExtraView::SignIn(time) => component_questions::sign_in(time.as_ref(), words),
        ExtraView::Saw(view) => component_questions::saw(view, words, send),
    }
}

/// Scopes with the labels that the app's settings use.
pub fn scope_labels(labels: &[String]) -> Html {
    html! {
        <ul class="scopes">
            for label in labels {
                <li>{ verbatim(label) }</li>
            }
        </ul>
    }
}
