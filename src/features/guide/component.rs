//! The guide around the form: the steps on one side, the task in the middle, what is known so far on the other.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::component_dispatch::use_dispatch;
use crate::components::{Button, Facts, Look, keep_focus, say, use_words};
use crate::features::form::component::SubmitForm;
use crate::features::guide::GuideMessage;
use crate::features::guide::Step;
use crate::features::guide::component_explanation::explanation;
use crate::features::guide::component_task::TaskCard;
use crate::features::guide::view::{GuidePage, GuideView, KnownView, StepView, StepsView};
use crate::features::profiles::component::link_to_profiles;
use crate::features::submit::component::ResultCard;
use crate::i18n::{TextKey, Words, plain};

/// What the guide is made of.
#[derive(Properties, PartialEq)]
pub struct GuideProps {
    /// The guide.
    pub view: Rc<GuideView>,
}

/// All three.
#[component]
pub fn Guide(props: &GuideProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
    html! {
        <div class="guide">
            <Steps view={&view.steps} />
            <div class="middle">
                { match &view.page {
                    GuidePage::Step(view) => step_page(view, &words, &send),
                    GuidePage::Result(view) => html! { <ResultCard {view} /> },
                } }
            </div>
            <Known view={&view.known} />
        </div>
    }
}

/// What the steps are made of.
#[derive(Properties, PartialEq)]
struct StepsProps {
    /// The steps.
    view: Rc<StepsView>,
}

/// The steps.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
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
                onclick={send.reform(|_| Message::Guide(GuideMessage::StepsToggled))}
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
                            onclick={send.reform(move |_| Message::Guide(GuideMessage::StepPressed(step)))}
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

/// The step that is shown.
fn step_page(view: &StepView, words: &Words, send: &Callback<Message>) -> Html {
    let buttons = html! {
        <>
            if view.has_result {
                <Button
                    look={Look::Second}
                    onclick={send.reform(|_| Message::Guide(GuideMessage::ResultPressed))}
                >
                    { say(words, TextKey::GuideResult) }
                </Button>
            }
            if let Some(back) = view.back {
                <Button
                    look={Look::Second}
                    onclick={send.reform(move |_| Message::Guide(GuideMessage::StepPressed(back)))}
                >
                    { say(words, TextKey::GuideBack) }
                </Button>
            }
        </>
    };
    html! {
        <SubmitForm title_id="step" title_takes_focus=true head={&view.head} foot={&view.foot} {buttons}>
            if let Some(meaning) = &view.remedy {
                { explanation(meaning, words, send) }
            }
            <div class="card tasks" part="card">
                for view in &view.tasks {
                    <TaskCard {view} />
                }
            </div>
        </SubmitForm>
    }
}

/// What is known so far.
#[derive(Properties, PartialEq)]
struct KnownProps {
    /// What is known.
    view: Rc<KnownView>,
}

/// What is known so far, and the ways out of the guide.
#[component]
fn Known(props: &KnownProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), use_dispatch());
    html! {
        <aside class="facts" aria-labelledby="facts">
            <div class="card">
                <h3 id="facts">{ say(&words, TextKey::GuideFacts) }</h3>
                <Facts facts={&view.facts} />
            </div>
            if view.is_kept {
                <p class="hint">{ say(&words, TextKey::GuideSaved) }</p>
            }
            { link_to_profiles(&words, &send) }
            <Button
                look={Look::Link}
                part={None::<AttrValue>}
                expanded={view.asks_to_clear}
                onclick={send.reform(|_| Message::Guide(GuideMessage::ClearToggled))}
            >
                { say(&words, TextKey::GuideOver) }
            </Button>
            if view.asks_to_clear {
                <p class="hint" role="status">{ say(&words, TextKey::GuideOverSure) }</p>
                <Button look={Look::Second} onclick={send.reform(|_| Message::ResetRequested)}>
                    { say(&words, TextKey::GuideOverYes) }
                </Button>
            }
        </aside>
    }
}
