//! The guide as plain data: the steps on one side, the tasks of one, what is known so far on the other.

use std::rc::Rc;

use super::{Guide, Step};
use crate::components::CopyView;
use crate::i18n::{TextKey, Words};
use crate::profile::{Field, Issue, Report, environment_name};
use crate::stackone::effective_scopes;

/// The steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepsView {
    /// How far this is, in words.
    pub progress: String,
    /// The one that is shown.
    pub current: Step,
    /// Each, and whether it is done.
    pub steps: [(Step, bool); Step::ALL.len()],
}

/// What is known so far, beside the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownView {
    /// The step that is shown: before the first, it is said how all this works.
    pub step: Step,
    /// What is known.
    pub facts: Rc<[Fact]>,
}

/// The line above the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarView {
    /// Whether progress is kept in the browser.
    pub is_kept: bool,
    /// Whether the question *Clear everything?* is open.
    pub asks_to_clear: bool,
}

/// Something that is known of the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is called.
    pub name: TextKey,
    /// What it is.
    pub value: String,
    /// Whether it keeps StackOne from connecting.
    pub is_bad: bool,
    /// The field that changes it; the answer on PKCE has none.
    pub field: Option<Field>,
    /// Whether the person gave it, or else a default holds or it is missing.
    pub is_own: bool,
}

/// Values that the guide names and does not have.
#[derive(Clone, Debug)]
pub struct Values {
    /// The actions, in words.
    pub actions: String,
    /// Whether some are chosen.
    pub has_actions: bool,
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
        let guide = self.guide;
        let is_done = |step| self.done || guide.is_step_done(step, self.issues);
        StepsView { progress: self.progress(), current: guide.step, steps: Step::ALL.map(|step| (step, is_done(step))) }
    }

    /// How far this is, in words.
    pub fn progress(&self) -> String {
        let (number, count) = ((self.guide.step as usize + 1).to_string(), Step::ALL.len().to_string());
        self.words.fill(TextKey::GuideStepOf, &[("number", &number), ("count", &count)])
    }

    /// All that goes into the profile, and what else decides whether StackOne can connect.
    pub fn facts(&self, values: Values) -> Vec<Fact> {
        let (words, report) = (self.words, self.report);
        let missing = || words.get(TextKey::GuideMissing).to_owned();
        let fact = |name, value: Option<String>, field, is_own| Fact {
            name,
            is_own: is_own && value.is_some(),
            value: value.unwrap_or_else(missing),
            is_bad: false,
            field: Some(field),
        };
        let host = report.normalized.my_domain.as_ref().map(|host| host.as_str().to_owned());
        let has_host = host.is_some();
        let environment = report.environment.map(|environment| words.get(environment_name(environment)).to_owned());
        let secret = match (self.done, values.has_secret) {
            (true, _) => Some(TextKey::GuideWiped),
            (false, true) => Some(TextKey::GuideTyped),
            (false, false) => None,
        };
        // A value with an error is not repeated: it may be a secret in the wrong field.
        let is_wrong = |field| self.issues.iter().any(|issue| issue.is_error() && issue.field == field);
        let key = Some(&report.normalized.client_id).filter(|_| !is_wrong(Field::ClientId));
        let scopes = &report.normalized.scopes.names;
        let mut facts = Vec::new();
        if has_host {
            facts.push(fact(TextKey::GuideHost, host, Field::MyDomain, true));
        }
        facts.push(fact(TextKey::EnvironmentLabel, environment, Field::Environment, has_host));
        if let Some(pkce) = self.guide.pkce {
            facts.push(Fact {
                name: TextKey::PkceFact,
                value: words.get(pkce.fact()).to_owned(),
                is_bad: self.guide.is_locked_out(),
                field: None,
                is_own: true,
            });
        }
        facts.extend([
            fact(TextKey::ClientIdLabel, key.and_then(|key| shortened(key)), Field::ClientId, true),
            fact(TextKey::ClientSecretLabel, secret.map(|key| words.get(key).to_owned()), Field::ClientSecret, true),
            fact(TextKey::ScopesLabel, Some(effective_scopes(scopes).join(" ")), Field::Scopes, !scopes.is_empty()),
            fact(TextKey::ActionsLabel, Some(values.actions), Field::Actions, values.has_actions),
        ]);
        facts
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
