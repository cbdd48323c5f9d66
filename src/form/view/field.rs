//! One field with all that stands around it: label, aside, hint, messages, mends.

use super::super::{Failure, Mend, Phase, State};
use super::View;
use crate::profile::{Field, Secret, Severity};
use crate::stackone::{Auth, Complaint, DEFAULT_SCOPES};
use crate::text::Key;

/// A field to draw.
#[derive(Clone, Debug)]
pub struct FieldView {
    /// Which one.
    pub field: Field,
    /// What stands at the end of the label's line.
    pub aside: Option<Key>,
    /// The line below.
    pub hint: String,
    /// What the control holds, verbatim.
    pub value: Secret,
    /// Whether the text is shown in clear; `None` where it always is.
    pub shown: Option<bool>,
    /// What is said about the value.
    pub messages: Vec<Message>,
    /// Whether an error is among it.
    pub invalid: bool,
}

/// One thing said about a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How grave.
    pub severity: Severity,
    /// In words, with marks.
    pub words: String,
    /// What can be done at a click.
    pub mend: Option<Mend>,
}

/// The label of a field.
pub fn label(field: Field) -> Key {
    match field {
        Field::Name => Key::NameLabel,
        Field::ClientId => Key::ClientIdLabel,
        Field::ClientSecret => Key::ClientSecretLabel,
        Field::Scopes => Key::ScopesLabel,
        Field::Environment => Key::EnvironmentLabel,
        Field::MyDomain => Key::MyDomainLabel,
        Field::ApiKey => Key::ApiKeyLabel,
        Field::Actions => Key::ActionsLabel,
    }
}

impl View<'_> {
    /// A field.
    pub fn field(&self, field: Field) -> FieldView {
        let (state, messages) = (self.state, self.messages(field));
        let draft = &state.draft;
        FieldView {
            field,
            aside: match field {
                Field::ClientId => Some(Key::ClientIdAside),
                Field::ClientSecret => Some(Key::ClientSecretAside),
                Field::Scopes | Field::MyDomain | Field::Name | Field::Actions => Some(Key::Optional),
                Field::Environment | Field::ApiKey => None,
            },
            hint: self.hint(field),
            value: match field {
                Field::ClientSecret => draft.client_secret.clone(),
                Field::ApiKey => state.api_key.clone(),
                Field::Name => draft.name.as_str().into(),
                Field::ClientId => draft.client_id.as_str().into(),
                Field::Scopes => draft.scopes.as_str().into(),
                Field::Environment => draft.environment.as_str().into(),
                Field::MyDomain => draft.my_domain.as_str().into(),
                Field::Actions => Secret::default(),
            },
            shown: match field {
                Field::ClientSecret => Some(state.open.client_secret),
                Field::ApiKey => Some(state.open.api_key),
                _ => None,
            },
            invalid: messages.iter().any(|message| message.severity == Severity::Error),
            messages,
        }
    }

    fn hint(&self, field: Field) -> String {
        let key = match field {
            Field::ClientId | Field::ClientSecret | Field::Scopes | Field::Name if self.state.editing.is_some() => {
                Key::EditKept
            }
            Field::Name => Key::NameHint,
            Field::ClientId => Key::ClientIdHint,
            Field::ClientSecret => Key::ClientSecretHint,
            Field::Scopes => Key::ScopesHint,
            Field::Environment => Key::EnvironmentHint,
            Field::MyDomain => Key::MyDomainHint,
            Field::ApiKey => Key::ApiKeyHint,
            Field::Actions => Key::ActionsHint,
        };
        let name = super::super::state::default_name(&self.state.draft, self.words());
        self.words().fill(key, &[("name", &name), ("scopes", &DEFAULT_SCOPES.join(" "))])
    }

    /// What StackOne said of the field, then what the check says once the field was left. A taken name is said at
    /// once: nobody can know it while typing.
    fn messages(&self, field: Field) -> Vec<Message> {
        let (state, words) = (self.state, self.words());
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
        for issue in self.issues.iter().filter(|issue| shown && issue.field == field) {
            messages.push(Message {
                severity: issue.code.severity(),
                words: words.issue(field.name(), issue.code.name(), &issue.about),
                mend: Mend::of(issue, &state.draft),
            });
        }
        messages
    }
}

/// The field that a complaint of StackOne names, if the form shows it.
pub fn complained(state: &State, message: &str) -> Option<Field> {
    Complaint::field(message, &state.api().create).filter(|field| match field {
        Field::ClientId | Field::ClientSecret => !state.keeps_keys(),
        Field::ApiKey => state.api().auth == Auth::ApiKey,
        Field::MyDomain => false,
        Field::Name | Field::Scopes | Field::Environment | Field::Actions => true,
    })
}
