//! The steps of the guide, and what is known so far.

use std::rc::Rc;

use yew::prelude::*;

use super::view::{KnownView, StepsView};
use super::{GuideMessage, Step};
use crate::components::{Button, Facts, Look, keep_focus, say, use_words};
use crate::i18n::{TextKey, plain};

/// What the steps are made of.
#[derive(Properties, PartialEq)]
pub struct StepsProps {
    /// The steps.
    pub view: Rc<StepsView>,
    /// What takes their messages.
    pub send: Callback<GuideMessage>,
}

/// The steps.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), &props.send);
    html! {
        <nav
            class={classes!("steps", view.open.then_some("open"))}
            part="steps"
            aria-label={plain(words.get(TextKey::GuideSteps))}
        >
            <Button
                look={Look::Second}
                part={None::<AttrValue>}
                expanded={view.open}
                onclick={send.reform(|_| GuideMessage::StepsToggled)}
            >
                { &view.progress }
            </Button>
            <progress max="7" value={number(view.current)} aria-label={view.progress.clone()} />
            <ol>
                for (step, done) in view.steps.iter().copied() {
                    <li class={done.then_some("done")}>
                        <button
                            type="button"
                            class="step"
                            aria-current={(step == view.current).then_some("step")}
                            onmousedown={keep_focus}
                            onclick={send.reform(move |_| GuideMessage::StepPressed(step))}
                        >
                            if done {
                                <span class="tick">
                                    <span aria-hidden="true">{ "✓" }</span>
                                    <span class="unseen">{ say(&words, TextKey::GuideDone) }</span>
                                </span>
                            } else {
                                <span class="tick" aria-hidden="true">{ number(step) }</span>
                            }
                            <span>{ say(&words, step.words().0) }</span>
                        </button>
                    </li>
                }
            </ol>
        </nav>
    }
}

fn number(step: Step) -> String {
    (step as usize + 1).to_string()
}

/// What is known so far.
#[derive(Properties, PartialEq)]
pub struct KnownProps {
    /// What is known.
    pub view: Rc<KnownView>,
    /// What takes the messages.
    pub send: Callback<GuideMessage>,
    /// Ways to other parts.
    pub children: Html,
}

/// What is known so far, and the ways out of the guide.
#[component]
pub fn Known(props: &KnownProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), &props.send);
    html! {
        <aside class="facts" aria-labelledby="facts">
            <div class="card">
                <h3 id="facts">{ say(&words, TextKey::GuideFacts) }</h3>
                <Facts facts={&view.facts} />
            </div>
            if view.is_kept {
                <p class="hint">{ say(&words, TextKey::GuideSaved) }</p>
            }
            { props.children.clone() }
            <Button
                look={Look::Link}
                part={None::<AttrValue>}
                expanded={view.asks_to_clear}
                onclick={send.reform(|_| GuideMessage::ClearToggled)}
            >
                { say(&words, TextKey::GuideOver) }
            </Button>
            if view.asks_to_clear {
                <p class="hint" role="status">{ say(&words, TextKey::GuideOverSure) }</p>
                <Button look={Look::Second} onclick={send.reform(|_| GuideMessage::ClearPressed)}>
                    { say(&words, TextKey::GuideOverYes) }
                </Button>
            }
        </aside>
    }
}
