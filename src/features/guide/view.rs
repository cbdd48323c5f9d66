//! The view model of the guide.

use std::rc::Rc;

use super::{Guide, Step};
use crate::components::CopyView;
use crate::i18n::{TextKey, Words};
use crate::profile::{Field, Issue, Report, environment_name};
use crate::stackone::effective_scopes;

/// The list of steps to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepsView {
    /// The progress, as text.
    pub progress: String,
    /// The current step.
    pub current: Step,
    /// All steps, and whether each is done.
    pub steps: [(Step, bool); Step::ALL.len()],
}

/// The known facts to draw, beside the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownView {
    /// The current step. The first one also explains how the set-up works.
    pub step: Step,
    /// The known facts.
    pub facts: Rc<[Fact]>,
}

/// The bar above the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarView {
    /// Whether progress is kept in the browser.
    pub is_kept: bool,
    /// Whether the question *Clear everything?* is shown.
    pub asks_to_clear: bool,
}

/// What the value of a fact looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactLook {
    /// A text.
    Text,
    /// A host, which may break at its dots.
    Host,
    /// Names with spaces between them, drawn one by one.
    Names,
    /// A warning, because it prevents StackOne from connecting.
    Warning,
}

/// A known fact about the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: TextKey,
    /// The value.
    pub value: String,
    /// What the value looks like.
    pub look: FactLook,
    /// The field that changes it; `None` for the answer on PKCE.
    pub field: Option<Field>,
    /// Whether the person entered it. If not, it is a default, or missing.
    pub is_own: bool,
}

/// Values from the rest of the form that the guide shows.
#[derive(Clone, Debug)]
pub struct Values {
    /// The selected actions, as text.
    pub actions: String,
    /// Whether there is a selection.
    pub has_actions: bool,
    /// Whether a client secret is typed.
    pub has_secret: bool,
}

/// Texts to copy in the guide.
#[derive(Clone, Debug)]
pub struct Copies {
    /// The name for the app in Salesforce.
    pub app_name: Option<Rc<CopyView>>,
    /// The callback URL.
    pub callback: Option<Rc<CopyView>>,
    /// The request to Salesforce Support.
    pub support: Option<Rc<CopyView>>,
}

/// The guide, with the context for its view models.
#[derive(Clone, Copy, Debug)]
pub struct GuideContext<'a> {
    /// The state of the guide.
    pub guide: &'a Guide,
    /// The texts in use.
    pub words: &'a Words,
    /// All issues.
    pub issues: &'a [Issue],
    /// The checked draft.
    pub report: &'a Report,
    /// Whether the result is shown. Then the secret is wiped.
    pub done: bool,
    /// Whether an account is connected.
    pub connected: bool,
}

impl GuideContext<'_> {
    /// The list of steps.
    pub fn steps(&self) -> StepsView {
        let guide = self.guide;
        let is_done = |step| match step {
            Step::Connect => self.connected,
            Step::Start if guide.is_locked_out() => false,
            _ => self.done || guide.is_step_done(step, self.issues),
        };
        StepsView { progress: self.progress(), current: guide.step, steps: Step::ALL.map(|step| (step, is_done(step))) }
    }

    /// The progress, as text.
    pub fn progress(&self) -> String {
        let (number, count) = ((self.guide.step as usize + 1).to_string(), Step::ALL.len().to_string());
        self.words.fill(TextKey::GuideStepOf, &[("number", &number), ("count", &count)])
    }

    /// Everything that goes into the profile or decides whether StackOne can connect.
    pub fn facts(&self, values: Values) -> Vec<Fact> {
        let (words, report) = (self.words, self.report);
        let missing = || words.get(TextKey::GuideMissing).to_owned();
        let fact = |name, value: Option<String>, field, is_own| Fact {
            name,
            is_own: is_own && value.is_some(),
            value: value.unwrap_or_else(missing),
            look: match field {
                Field::MyDomain => FactLook::Host,
                Field::Scopes => FactLook::Names,
                _ => FactLook::Text,
            },
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
        // Does not repeat an invalid value: it may be a secret in the wrong field.
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
                look: if self.guide.is_locked_out() { FactLook::Warning } else { FactLook::Text },
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

/// The client ID, shortened to its start and end if it is long; `None` if it is blank.
fn shortened(key: &str) -> Option<String> {
    match (key.get(..9), key.len().checked_sub(4).and_then(|end| key.get(end..))) {
        (Some(head), Some(tail)) if key.len() > 20 => Some(format!("{head}…{tail}")),
        _ if key.is_empty() => None,
        _ => Some(key.to_owned()),
    }
}
