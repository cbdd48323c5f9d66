//! The guide as plain data: the steps on one side, the tasks of one in the middle, what is known so far on the other.

use std::rc::Rc;

use super::super::Storage;
use super::super::guide::{Extra, Pkce, Saw, Step};
use super::screen::{AccountView, FootView, HeadView, OrgView, UrlView};
use super::{ActionPickerView, DoneView, FieldText, FieldView, Meaning, TaskView, View};
use crate::i18n::TextKey;
use crate::profile::Field;

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

/// What stands below the words of a task.
#[derive(Clone, Debug, PartialEq)]
pub enum ExtraView {
    /// Nothing.
    None,
    /// More words.
    Hint(TextKey),
    /// The scopes to select in the app.
    ScopeLabels(Rc<[String]>),
    /// The question whether PKCE can be switched off, the answer, and what that means and whether all is well.
    Pkce(Option<Pkce>, Option<(TextKey, bool)>),
    /// What to say of the time since the app was made.
    Clock(Option<String>),
    /// Which org it is.
    Org(Rc<OrgView>),
    /// Client ID and secret.
    Keys([Rc<FieldView>; 2]),
    /// The field for scopes and what to select in the app.
    Scopes(Rc<FieldView>, Rc<[String]>),
    /// The authorization URL with a link that opens it.
    SignIn(UrlView),
    /// The question what Salesforce showed.
    Saw(Rc<SawView>),
    /// All values, and the fields for StackOne.
    Profile(Rc<ProfileView>),
}

/// The question what Salesforce showed.
#[derive(Clone, Debug, PartialEq)]
pub struct SawView {
    /// The answer.
    pub answer: Option<Saw>,
    /// What it means, and whether all is well.
    pub accepted: Option<(TextKey, bool)>,
    /// What was pasted, where it was an error, and what that means.
    pub error: Option<(FieldText, Option<Rc<Meaning>>)>,
}

/// All values, and the fields for StackOne.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileView {
    /// What is known so far, each with its name.
    pub facts: Rc<[(TextKey, String)]>,
    /// Name and API key.
    pub account: AccountView,
    /// The choice of actions.
    pub actions: Rc<ActionPickerView>,
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

    pub(super) fn extra(&self, extra: Extra) -> ExtraView {
        let guide = &self.state.guide;
        match extra {
            Extra::Words | Extra::Setup(_) | Extra::AppName | Extra::Callback | Extra::Security => ExtraView::None,
            Extra::Credentials => ExtraView::Hint(TextKey::CredentialsOld),
            Extra::ScopeLabels => ExtraView::ScopeLabels(self.scope_labels().into()),
            Extra::Pkce => ExtraView::Pkce(guide.pkce, self.pkce_means()),
            Extra::Clock => ExtraView::Clock(self.clock()),
            Extra::Org => ExtraView::Org(self.org()),
            Extra::Keys => ExtraView::Keys(self.keys()),
            Extra::Scopes => ExtraView::Scopes(self.shared_field(Field::Scopes), self.scope_labels().into()),
            Extra::SignIn => ExtraView::SignIn(self.url()),
            Extra::Saw => ExtraView::Saw(Rc::new(SawView {
                answer: guide.saw,
                accepted: self.accepted(),
                error: (guide.saw == Some(Saw::Error))
                    .then(|| (FieldText::Secret(guide.pasted.clone()), self.meaning().map(Rc::new))),
            })),
            Extra::Profile => ExtraView::Profile(Rc::new(ProfileView {
                facts: self.facts().into(),
                account: self.account(),
                actions: Rc::new(self.action_picker()),
            })),
        }
    }
}
