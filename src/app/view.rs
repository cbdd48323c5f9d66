//! What there is to see: the state, turned into words and flags that components draw without deciding anything. Slice by
//! slice, as each is drawn: one whole view in memory took 3 KB more. What has fixed words is told by its key.

use crate::app::State;
use crate::features::submit::Phase;
use crate::i18n::{TextKey, Words};
use crate::profile::{Field, Issue, Report};
use crate::salesforce::Environment;
use crate::salesforce::scopes::{find, is_scope_name};
use crate::stackone::Auth;

/// Everything there is to see.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// All that is known.
    pub state: &'a State,
    pub(crate) issues: Vec<Issue>,
    pub(crate) report: Report,
}

/// The errors in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many.
    pub title: String,
    /// Each field with an error.
    pub fields: Vec<Field>,
}

/// One scope as it will be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What to show.
    pub words: String,
    /// Whether Salesforce lists it.
    pub known: bool,
}

/// One environment to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The environment.
    pub environment: Environment,
    /// Where it signs in.
    pub hint: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What there is to see.
pub fn view(state: &State) -> View<'_> {
    View { state, issues: state.issues(), report: state.report() }
}

impl<'a> View<'a> {
    /// All wording.
    pub fn words(&self) -> &'a Words {
        self.state.words()
    }

    /// Heading.
    pub fn title(&self) -> String {
        match self.state.opened() {
            _ if self.state.guided() => self.words().get(self.state.guide.step.words().0).to_owned(),
            Some(profile) => self.words().fill(TextKey::EditTitle, &[("name", &profile.name)]),
            None => self.words().get(TextKey::Title).to_owned(),
        }
    }

    /// The line below it.
    pub fn intro(&self) -> TextKey {
        match self.state.opened() {
            _ if self.state.guided() => self.state.guide.step.words().1,
            Some(_) => TextKey::EditIntro,
            None => TextKey::Intro,
        }
    }

    /// Words of the main button.
    pub fn button(&self) -> String {
        let state = self.state;
        if let Some(next) = state.guide.step.next().filter(|_| state.guided()) {
            return self.words().fill(TextKey::GuideNext, &[("step", self.words().get(next.words().0))]);
        }
        let key = match (&state.phase, state.opened()) {
            _ if state.pinning.is_sent => TextKey::Saving,
            (Phase::Checking, _) => TextKey::Checking,
            (Phase::Comparing(_), _) => TextKey::Comparing,
            (Phase::Sending, None) => TextKey::Creating,
            (Phase::Sending, Some(_)) => TextKey::Saving,
            (Phase::Editing | Phase::Failed(_) | Phase::Done(_), None) => TextKey::Create,
            (Phase::Editing | Phase::Failed(_) | Phase::Done(_), Some(_)) => TextKey::Save,
        };
        self.words().get(key).to_owned()
    }

    /// Whether a person types the API key.
    pub fn asks_for_key(&self) -> bool {
        self.state.api().auth == Auth::ApiKey
    }

    /// The errors in one place, after a click on the main button.
    pub fn summary(&self) -> Option<Summary> {
        let has_error = |field: &Field| self.issues.iter().any(|issue| issue.is_error() && issue.field == *field);
        let fields = Field::ALL.into_iter().filter(has_error).collect::<Vec<_>>();
        let key = if fields.len() == 1 { TextKey::Summary } else { TextKey::SummaryMany };
        let title = self.words().fill(key, &[("count", &fields.len().to_string())]);
        (self.state.summed_up && !fields.is_empty()).then_some(Summary { title, fields })
    }

    /// The scopes as they will be sent.
    pub fn tokens(&self) -> Vec<Token> {
        let mut tokens = Vec::new();
        for name in &self.report.normalized.scopes.names {
            let known = find(name).is_some();
            let key = if is_scope_name(name) { TextKey::ScopeCustom } else { TextKey::ScopeMalformed };
            let words = if known { name.clone() } else { self.words().fill(key, &[("name", name)]) };
            tokens.push(Token { words, known });
        }
        tokens
    }

    /// The two environments.
    pub fn choices(&self) -> [Choice; 2] {
        Environment::ALL.map(|environment| {
            let hint = match environment {
                Environment::Production => TextKey::ProductionHint,
                Environment::Sandbox => TextKey::SandboxHint,
            };
            Choice {
                environment,
                hint: self.words().fill(hint, &[("host", environment.login_host().as_str())]),
                chosen: self.report.environment == Some(environment),
            }
        })
    }
}

/// The name of an environment.
pub fn environment_name(environment: Environment) -> TextKey {
    match environment {
        Environment::Production => TextKey::Production,
        Environment::Sandbox => TextKey::Sandbox,
    }
}
