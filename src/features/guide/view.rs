//! The guide as plain data: the steps on one side, the tasks of one in the middle, what is known so far on the other.

use std::rc::Rc;

use crate::app::Storage;
use crate::app::view::View;
use crate::features::form::view::{FootView, HeadView};
use crate::features::guide::Step;
use crate::features::guide::view_explanation::Meaning;
use crate::features::guide::view_task::TaskView;
use crate::features::submit::view::DoneView;
use crate::i18n::TextKey;

/// The guide.
#[derive(Clone, Debug, PartialEq)]
pub struct GuideView {
    /// The steps.
    pub steps: Rc<StepsView>,
    /// The step that is shown, or the result.
    pub page: GuidePage,
    /// What is known so far.
    pub known: Rc<KnownView>,
}

/// What stands in the middle.
#[derive(Clone, Debug, PartialEq)]
pub enum GuidePage {
    /// A step.
    Step(Rc<StepView>),
    /// The result.
    Result(Rc<DoneView>),
}

/// The steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepsView {
    /// Whether they are shown where there is little room.
    pub open: bool,
    /// How far this is, in words.
    pub progress: String,
    /// The one that is shown.
    pub current: Step,
    /// Each, and whether it is done.
    pub steps: [(Step, bool); 7],
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// Its heading.
    pub head: Rc<HeadView>,
    /// What to do about an error, at the step where it is done.
    pub remedy: Option<Rc<Meaning>>,
    /// What there is to do.
    pub tasks: Vec<Rc<TaskView>>,
    /// Its buttons.
    pub foot: Rc<FootView>,
    /// Whether a result was left that can be gone back to.
    pub has_result: bool,
    /// The step before it.
    pub back: Option<Step>,
}

/// What is known so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownView {
    /// Each with its name.
    pub facts: Rc<[(TextKey, String)]>,
    /// Whether progress is kept in the browser.
    pub is_kept: bool,
    /// Whether the person is asked if everything shall be cleared.
    pub asks_to_clear: bool,
}

impl View<'_> {
    /// The guide.
    pub fn guide(&self) -> GuideView {
        let guide = &self.state.guide;
        GuideView {
            steps: Rc::new(StepsView {
                open: guide.steps_open,
                progress: self.progress(),
                current: guide.step,
                steps: Step::ALL.map(|step| (step, self.is_step_done(step))),
            }),
            page: match self.done() {
                Some(done) => GuidePage::Result(Rc::new(done)),
                None => GuidePage::Step(Rc::new(StepView {
                    head: self.head(),
                    remedy: self.remedy().map(Rc::new),
                    tasks: self.tasks().into_iter().map(Rc::new).collect(),
                    foot: self.foot(),
                    has_result: guide.result.is_some(),
                    back: guide.step.back(),
                })),
            },
            known: Rc::new(KnownView {
                facts: self.facts().into(),
                is_kept: self.state.settings.storage != Storage::None,
                asks_to_clear: guide.asks_to_clear,
            }),
        }
    }
}
