//! One field with all that stands around it: label, aside, hint, messages, mends.

use super::super::{Failure, Mend, Phase, State};
use crate::profile::{Field, Issue, Secret, Severity};
use crate::stackone::{Complaint, DEFAULT_SCOPES};
use crate::text::Key;

/// A field to draw.
#[derive(Clone, Debug)]
pub struct FieldView<'a> {
    /// Which one.
    pub field: Field,
    /// Its label.
    pub label: &'a str,
    /// What stands at the end of the label's line.
    pub aside: &'a str,
    /// The line below.
    pub hint: String,
    /// What the control holds, verbatim.
    pub value: Secret,
    /// Whether the text is shown in clear; `None` where it always is.
    pub shown: Option<Show<'a>>,
    /// What is said about the value.
    pub messages: Vec<Message<'a>>,
    /// Whether an error is among it.
    pub invalid: bool,
    /// Whether it takes no input just now.
    pub busy: bool,
}

/// The button that shows or hides a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show<'a> {
    /// Whether the text is shown now.
    pub shown: bool,
    /// The button's word.
    pub button: &'a str,
    /// The same with the field's name, for screen readers.
    pub label: String,
}

/// One thing said about a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message<'a> {
    /// How grave.
    pub severity: Severity,
    /// In words, with marks.
    pub words: String,
    /// What can be done at a click, and the words for it.
    pub mend: Option<(Mend, &'a str)>,
}

pub(super) fn label(state: &State, field: Field) -> &str {
    state.words().get(match field {
        Field::Name => Key::NameLabel,
        Field::ClientId => Key::ClientIdLabel,
        Field::ClientSecret => Key::ClientSecretLabel,
        Field::Scopes => Key::ScopesLabel,
        Field::Environment => Key::EnvironmentLabel,
        Field::MyDomain => Key::MyDomainLabel,
        Field::ApiKey => Key::ApiKeyLabel,
        Field::Actions => Key::Optional,
    })
}

pub(super) fn field<'a>(state: &'a State, issues: &[Issue], field: Field) -> FieldView<'a> {
    let words = state.words();
    let messages = messages(state, issues, field);
    let shown = match field {
        Field::ClientSecret => Some(state.open.client_secret),
        Field::ApiKey => Some(state.open.api_key),
        _ => None,
    };
    let label = label(state, field);
    let show = |shown: bool| {
        let (button, whole) = if shown { (Key::Hide, Key::HideSecret) } else { (Key::Show, Key::ShowSecret) };
        Show { shown, button: words.get(button), label: words.fill(whole, &[("field", label)]) }
    };
    FieldView {
        field,
        aside: aside(field).map_or("", |key| words.get(key)),
        hint: hint(state, field),
        value: value(state, field),
        shown: shown.map(show),
        invalid: messages.iter().any(|message| message.severity == Severity::Error),
        messages,
        busy: state.is_busy(),
        label,
    }
}

fn aside(field: Field) -> Option<Key> {
    match field {
        Field::ClientId => Some(Key::ClientIdAside),
        Field::ClientSecret => Some(Key::ClientSecretAside),
        Field::Scopes | Field::MyDomain | Field::Name | Field::Actions => Some(Key::Optional),
        Field::Environment | Field::ApiKey => None,
    }
}

fn hint(state: &State, field: Field) -> String {
    let words = state.words();
    let kept = state.editing.is_some();
    match field {
        Field::ClientId | Field::ClientSecret | Field::Scopes | Field::Name if kept => {
            words.get(Key::EditKept).to_owned()
        }
        Field::Name => words.fill(Key::NameHint, &[("name", &super::super::state::default_name(&state.draft, words))]),
        Field::ClientId => words.get(Key::ClientIdHint).to_owned(),
        Field::ClientSecret => words.get(Key::ClientSecretHint).to_owned(),
        Field::Scopes => words.fill(Key::ScopesHint, &[("scopes", &DEFAULT_SCOPES.join(" "))]),
        Field::Environment => words.get(Key::EnvironmentHint).to_owned(),
        Field::MyDomain => words.get(Key::MyDomainHint).to_owned(),
        Field::ApiKey => words.get(Key::ApiKeyHint).to_owned(),
        Field::Actions => String::new(),
    }
}

fn value(state: &State, field: Field) -> Secret {
    let draft = &state.draft;
    match field {
        Field::Name => Secret::from(draft.name.as_str()),
        Field::ClientId => Secret::from(draft.client_id.as_str()),
        Field::ClientSecret => draft.client_secret.clone(),
        Field::Scopes => Secret::from(draft.scopes.as_str()),
        Field::Environment => Secret::from(draft.environment.as_str()),
        Field::MyDomain => Secret::from(draft.my_domain.as_str()),
        Field::ApiKey => state.api_key.clone(),
        Field::Actions => Secret::default(),
    }
}

/// What StackOne said of the field, then what the check says once the field was left. A taken name is said at once:
/// nobody can know it while typing.
fn messages<'a>(state: &'a State, issues: &[Issue], field: Field) -> Vec<Message<'a>> {
    let words = state.words();
    let mut messages = Vec::new();
    let mut error = |words: String| messages.push(Message { severity: Severity::Error, words, mend: None });
    match &state.phase {
        Phase::Failed(Failure::Unauthorized) if field == Field::ApiKey => {
            error(words.get(Key::Unauthorized).to_owned())
        }
        Phase::Failed(Failure::Rejected(complaint)) => {
            for message in complaint.messages.iter().filter(|message| complained(state, message) == Some(field)) {
                error(words.fill(Key::RejectedField, &[("words", message)]));
            }
        }
        _ => {}
    }
    let shown = state.touched.contains(&field) || (field == Field::Name && !state.known.is_empty());
    for issue in issues.iter().filter(|issue| shown && issue.field == field) {
        messages.push(Message {
            severity: issue.code.severity(),
            words: words.issue(field.name(), issue.code.name(), &issue.about),
            mend: Mend::of(issue, &state.draft).map(|mend| (mend, words.get(mend.key()))),
        });
    }
    messages
}

/// The field of the form that a complaint of StackOne names.
pub fn complained(state: &State, message: &str) -> Option<Field> {
    Complaint::field(message, &state.api().create).filter(|field| !matches!(field, Field::Actions | Field::MyDomain))
}
