//! The frame of the guide: the bar above, the steps, and the known facts.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::view::{BarView, Fact, FactLook, KnownView, StepsView};
use super::{GuideMessage, Step};
use crate::components::{Button, Icon, Look, button, icon, keep_focus, rich_text, say, sends, verbatim, with_breaks};
use crate::i18n::{TextKey, Words, plain};

/// The bar: whether progress is kept, and the ways to leave the guide.
pub fn bar(view: BarView, words: &Words, send: &Callback<GuideMessage>, children: Html) -> Html {
    html! {
        <div class="bar">
            if view.is_kept {
                <p class="small muted">{ say(words, TextKey::GuideSaved) }</p>
            }
            { children }
            <Button
                look={Look::Link}
                expanded={view.asks_to_clear}
                onclick={sends(send, GuideMessage::ClearToggled)}
            >
                { say(words, TextKey::GuideOver) }
            </Button>
            if view.asks_to_clear {
                <p class="small" role="status">{ say(words, TextKey::GuideOverSure) }</p>
                { button(Look::Second, words, TextKey::GuideOverYes, sends(send, GuideMessage::ClearPressed)) }
            }
        </div>
    }
}

/// The steps. In a narrow container, they are folded into one line.
pub fn steps(view: &StepsView, words: &Words, send: &Callback<GuideMessage>) -> Html {
    html! {
        <nav class="steps" part="steps" aria-label={plain(words.get(TextKey::GuideSteps))}>
            <ol class="rail-list">{ for view.steps.iter().map(|step| rail_step(*step, view.current, words, send)) }</ol>
            <details class="stepper" onkeydown={fold_on_escape}>
                <summary>
                    <span>{ rich_text(&view.progress) }</span>
                    <b>{ say(words, view.current.label()) }</b>
                </summary>
                <ol class="stepper-list">
                    { for view.steps.iter().map(|step| rail_step(*step, view.current, words, send)) }
                </ol>
            </details>
            <div class="stepper-bar" aria-hidden="true">
                for (step, done) in view.steps.iter().copied() {
                    <i class={classes!(done.then_some("is-done"), (step == view.current).then_some("is-now"))} />
                }
            </div>
        </nav>
    }
}

fn rail_step((step, done): (Step, bool), current: Step, words: &Words, send: &Callback<GuideMessage>) -> Html {
    let is_now = step == current;
    let class = classes!("rail-step", done.then_some("is-done"), is_now.then_some("is-now"));
    html! {
        <li {class} aria-current={is_now.then_some("step")}>
            <span class="mark" aria-hidden="true">
                if done {
                    { icon(Icon::Check) }
                } else {
                    { step as usize + 1 }
                }
            </span>
            <button
                type="button"
                class="step"
                onmousedown={keep_focus}
                onclick={send.reform(move |event| {
                    let _ = fold(&event);
                    GuideMessage::StepPressed(step)
                })}
            >
                if done {
                    <span class="unseen">{ say(words, TextKey::GuideDone) }</span>
                }
                { say(words, step.label()) }
            </button>
        </li>
    }
}

/// Folds the list of steps around the event's target, if the list is foldable. Returns the list.
fn fold(event: &impl TargetCast) -> Option<Element> {
    let list = event.target_dyn_into::<Element>()?.closest("details[open]").ok()??;
    list.remove_attribute("open").ok()?;
    Some(list)
}

/// Folds the list of steps and moves the focus to the line that opens it.
fn fold_on_escape(event: KeyboardEvent) {
    let folded = if event.key() == "Escape" { fold(&event) } else { None };
    if let Some(line) = folded.and_then(|list| list.first_element_child()?.dyn_into::<HtmlElement>().ok()) {
        // Escape without an open list is for the host page.
        event.stop_propagation();
        let _ = line.focus();
    }
}

/// The known facts or, before the first one, how the set-up works. In a narrow container, the facts are folded.
pub fn known(view: &KnownView, words: &Words) -> Html {
    if view.step == Step::Start && view.facts.is_empty() {
        return how(words);
    }
    let facts = html! {
        <dl class="facts">
            for fact in view.facts.iter() {
                <div><dt>{ say(words, fact.name) }</dt><dd>{ value(fact) }</dd></div>
            }
        </dl>
    };
    html! {
        if !view.facts.is_empty() {
            <aside class="frame-side" aria-labelledby="facts">
                <p class="facts-title" id="facts">{ say(words, TextKey::GuideFacts) }</p>
                { facts.clone() }
            </aside>
            <details class="frame-fold">
                <summary>{ say(words, TextKey::GuideFacts) }</summary>
                <div class="fold-body">{ facts }</div>
            </details>
        }
    }
}

/// The value of a fact.
pub fn value(fact: &Fact) -> Html {
    match fact.look {
        FactLook::Text => verbatim(&fact.value),
        FactLook::Host => html! {
            <bdi key={fact.value.clone()} translate="no">{ with_breaks(&fact.value, &['.']) }</bdi>
        },
        FactLook::Names => html! {
            <ul class="pills">
                for name in fact.value.split(' ') {
                    <li class="pill">{ verbatim(name) }</li>
                }
            </ul>
        },
        FactLook::Warning => html! {
            <span class="badge is-warn">{ icon(Icon::Warning) }{ verbatim(&fact.value) }</span>
        },
    }
}

fn how(words: &Words) -> Html {
    const PARTS: [(TextKey, TextKey); 3] = [
        (TextKey::HowApp, TextKey::HowAppBody),
        (TextKey::HowProfile, TextKey::HowProfileBody),
        (TextKey::HowSignIn, TextKey::HowSignInBody),
    ];
    html! {
        <aside class="frame-side" aria-labelledby="how">
            <p class="facts-title" id="how">{ say(words, TextKey::HowTitle) }</p>
            <ol class="outline">
                for (title, body) in PARTS {
                    <li><b>{ say(words, title) }</b><span>{ say(words, body) }</span></li>
                }
            </ol>
        </aside>
    }
}
