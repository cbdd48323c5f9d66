//! The guide as plain data: the steps on one side, the tasks of one, what is known so far on the other.

use std::rc::Rc;

use super::{Extra, Guide, Step, TASKS, Task};
use crate::components::CopyView;
use crate::i18n::{TextKey, Words};
use crate::profile::{Issue, Report, environment_name};
use crate::stackone::effective_scopes;

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

/// What is known so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownView {
    /// Each with its name.
    pub facts: Rc<[(TextKey, String)]>,
    /// Whether progress is kept in the browser.
    pub is_kept: bool,
    /// Whether the question *Clear everything?* is open.
    pub asks_to_clear: bool,
}

/// Values that the guide names and does not have.
#[derive(Clone, Debug)]
pub struct Values {
    /// The name of the profile.
    pub name: String,
    /// The actions, in words.
    pub actions: String,
    /// Whether a secret is typed.
    pub has_secret: bool,
}

/// Texts that the guide gives to copy.
#[derive(Clone, Debug)]
pub struct Copies {
    /// The name for the app in Salesforce.
    pub app_name: Option<Rc<CopyView>>,
    /// The callback URL.
    pub callback: Option<Rc<CopyView>>,
    /// The request to Salesforce Support.
    pub support: Option<Rc<CopyView>>,
}

/// The guide, and what its views need to know of the rest.
#[derive(Clone, Copy, Debug)]
pub struct Guiding<'a> {
    /// How far the person is.
    pub guide: &'a Guide,
    /// All wording.
    pub words: &'a Words,
    /// All issues.
    pub issues: &'a [Issue],
    /// The draft as it was checked.
    pub report: &'a Report,
    /// Whether the result is shown. The secret is gone then, and nothing is left to do.
    pub done: bool,
}

impl Guiding<'_> {
    /// The steps.
    pub fn steps(&self) -> StepsView {
        StepsView {
            open: self.guide.steps_open,
            progress: self.progress(),
            current: self.guide.step,
            steps: Step::ALL.map(|step| (step, self.is_step_done(step))),
        }
    }

    pub(super) fn is_done(&self, task: &Task) -> bool {
        self.done || (task.extra != Extra::Profile && self.guide.is_done(task, self.issues))
    }

    /// Whether every task of a step is done.
    pub fn is_step_done(&self, step: Step) -> bool {
        TASKS.iter().filter(|task| task.step == step).all(|task| self.is_done(task))
    }

    /// How far this is, in words.
    pub fn progress(&self) -> String {
        let (number, count) = ((self.guide.step as usize + 1).to_string(), Step::ALL.len().to_string());
        self.words.fill(TextKey::GuideStepOf, &[("number", &number), ("count", &count)])
    }

    /// What is known of the profile so far.
    pub fn facts(&self, values: Values) -> [(TextKey, String); 8] {
        let (words, report) = (self.words, self.report);
        let environment = report.environment;
        let host =
            report.normalized.my_domain.clone().or_else(|| environment.map(|environment| environment.login_host()));
        let known = |key: Option<TextKey>| words.get(key.unwrap_or(TextKey::GuideNotYet)).to_owned();
        let host = host.map_or_else(|| known(None), |host| host.as_str().to_owned());
        let secret = match (self.done, values.has_secret) {
            (true, _) => Some(TextKey::GuideWiped),
            (false, true) => Some(TextKey::GuideTyped),
            (false, false) => None,
        };
        [
            (TextKey::DoneName, values.name),
            (TextKey::EnvironmentLabel, known(environment.map(environment_name))),
            (TextKey::GuideSignsIn, host),
            (TextKey::ScopesLabel, effective_scopes(&report.normalized.scopes.names).join(" ")),
            (TextKey::ActionsLabel, values.actions),
            (TextKey::PkceFact, known(self.guide.pkce.map(|pkce| pkce.words().0))),
            (TextKey::ClientIdLabel, shortened(&report.normalized.client_id).unwrap_or_else(|| known(None))),
            (TextKey::ClientSecretLabel, known(secret)),
        ]
    }
}

/// Enough of a key to know it again.
fn shortened(key: &str) -> Option<String> {
    match (key.get(..9), key.len().checked_sub(4).and_then(|end| key.get(end..))) {
        (Some(head), Some(tail)) if key.len() > 20 => Some(format!("{head}…{tail}")),
        _ if key.is_empty() => None,
        _ => Some(key.to_owned()),
    }
}
