//! What there is to see: the state, turned into words and flags that `ui` draws without deciding anything.

mod done;
mod failure;
mod field;
mod request;
mod url;

pub use done::DoneView;
pub use failure::{FailureView, Way, failure_in_words};
pub use field::{FieldView, Message, Show, complained};
pub use request::{CopyView, RequestView, text_of};
pub use url::{NEEDED, UrlOptions, UrlView, authorization_url};

use super::{Phase, State, Theme};
use crate::profile::{Field, Issue};
use crate::salesforce::Environment;
use crate::salesforce::scopes::{find, is_scope_name};
use crate::stackone::Auth;
use crate::text::Key;

/// Everything the form shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// Light or dark.
    pub theme: Theme,
    /// The language of the words, where it is known.
    pub language: Option<&'static str>,
    /// Heading.
    pub title: String,
    /// The line below it.
    pub intro: &'a str,
    /// What is to be said about the configuration.
    pub notices: &'a [String],
    /// The errors in one place, after a click on the main button.
    pub summary: Option<Summary<'a>>,
    /// The result; it takes the place of all that follows.
    pub done: Option<DoneView<'a>>,
    /// Client ID.
    pub client_id: FieldView<'a>,
    /// Client secret.
    pub client_secret: FieldView<'a>,
    /// OAuth scopes.
    pub scopes: FieldView<'a>,
    /// The scopes as they will be sent.
    pub tokens: Vec<Token>,
    /// Environment.
    pub environment: FieldView<'a>,
    /// The two environments.
    pub choices: Vec<Choice<'a>>,
    /// My Domain; `None` while it is closed.
    pub my_domain: Option<FieldView<'a>>,
    /// The authorization URL.
    pub url: UrlView<'a>,
    /// Profile name.
    pub name: FieldView<'a>,
    /// StackOne API key, where a person types it.
    pub api_key: Option<FieldView<'a>>,
    /// Why the last click came to nothing.
    pub failure: Option<FailureView<'a>>,
    /// Words of the main button.
    pub button: &'a str,
    /// A request is out.
    pub busy: bool,
    /// Whether a change can be left alone.
    pub can_cancel: bool,
    /// Whether there is a key to forget.
    pub can_forget: bool,
    /// Words that never change.
    pub labels: Labels<'a>,
}

/// Headings and buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels<'a> {
    /// Heading of the fields that come from Salesforce.
    pub from_salesforce: &'a str,
    /// Heading of the fields that concern StackOne.
    pub in_stackone: &'a str,
    /// Name of the list of scopes that will be sent.
    pub tokens: &'a str,
    /// Opens the field for My Domain.
    pub open_domain: &'a str,
    /// Wipes the API key.
    pub forget: &'a str,
    /// Leaves a change alone.
    pub cancel: &'a str,
}

/// The errors in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary<'a> {
    /// How many.
    pub title: String,
    /// Each field with an error, and its label.
    pub links: Vec<(Field, &'a str)>,
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
pub struct Choice<'a> {
    /// The environment.
    pub environment: Environment,
    /// Its name.
    pub label: &'a str,
    /// Where it signs in.
    pub hint: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What there is to see.
pub fn view(state: &State) -> View<'_> {
    let words = state.words();
    let issues = state.issues();
    let report = state.report();
    let field = |field| field::field(state, &issues, field);
    let chosen = report.environment;
    let mut tokens = Vec::new();
    for name in &report.tidy.scopes.names {
        tokens.push(token(state, name));
    }
    View {
        theme: state.settings.theme,
        language: words.language(),
        title: match &state.editing {
            Some(profile) => words.fill(Key::EditTitle, &[("name", &profile.name)]),
            None => words.get(Key::Title).to_owned(),
        },
        intro: words.get(if state.editing.is_some() { Key::EditIntro } else { Key::Intro }),
        notices: &state.notices,
        summary: summary(state, &issues),
        done: match &state.phase {
            Phase::Done(done) => Some(done::done(done, words)),
            _ => None,
        },
        client_id: field(Field::ClientId),
        client_secret: field(Field::ClientSecret),
        scopes: field(Field::Scopes),
        tokens,
        environment: field(Field::Environment),
        choices: Environment::ALL.map(|environment| choice(state, environment, chosen)).to_vec(),
        my_domain: state.open.my_domain.then(|| field(Field::MyDomain)),
        url: url::url(state, &report),
        name: field(Field::Name),
        api_key: (state.api().auth == Auth::ApiKey).then(|| field(Field::ApiKey)),
        failure: match &state.phase {
            Phase::Failed(failure) => Some(failure::failure(state, failure)),
            _ => None,
        },
        button: words.get(button(state)),
        busy: state.is_busy(),
        can_cancel: state.editing.is_some(),
        can_forget: !state.api_key.expose().is_empty(),
        labels: Labels {
            from_salesforce: words.get(Key::FromSalesforce),
            in_stackone: words.get(Key::InStackOne),
            tokens: words.get(Key::ScopesTidied),
            open_domain: words.get(Key::MyDomainOpen),
            forget: words.get(Key::ApiKeyForget),
            cancel: words.get(Key::Cancel),
        },
    }
}

fn button(state: &State) -> Key {
    match (&state.phase, &state.editing) {
        (Phase::Checking(_), _) => Key::Checking,
        (Phase::Comparing(..), _) => Key::Comparing,
        (Phase::Sending(_), None) => Key::Creating,
        (Phase::Sending(_), Some(_)) => Key::Saving,
        (Phase::Editing | Phase::Failed(_) | Phase::Done(_), None) => Key::Create,
        (Phase::Editing | Phase::Failed(_) | Phase::Done(_), Some(_)) => Key::Save,
    }
}

fn summary<'a>(state: &'a State, issues: &[Issue]) -> Option<Summary<'a>> {
    let mut links = Vec::new();
    for field in Field::ALL {
        if issues.iter().any(|issue| issue.is_error() && issue.field == field) {
            links.push((field, field::label(state, field)));
        }
    }
    let title = match links.len() {
        1 => state.words().get(Key::Summary).to_owned(),
        count => state.words().fill(Key::SummaryMany, &[("count", &count.to_string())]),
    };
    (state.summed_up && !links.is_empty()).then_some(Summary { title, links })
}

fn token(state: &State, name: &str) -> Token {
    let known = find(name).is_some();
    let words = match (known, is_scope_name(name)) {
        (true, _) => name.to_owned(),
        (false, true) => state.words().fill(Key::ScopeCustom, &[("name", name)]),
        (false, false) => state.words().fill(Key::ScopeMalformed, &[("name", name)]),
    };
    Token { words, known }
}

fn choice(state: &State, environment: Environment, chosen: Option<Environment>) -> Choice<'_> {
    let (label, hint) = match environment {
        Environment::Production => (Key::Production, Key::ProductionHint),
        Environment::Sandbox => (Key::Sandbox, Key::SandboxHint),
    };
    let words = state.words();
    Choice {
        environment,
        label: words.get(label),
        hint: words.fill(hint, &[("host", environment.login_host().as_str())]),
        chosen: chosen == Some(environment),
    }
}
