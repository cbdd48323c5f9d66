//! One field with all that stands around it: label, aside, hint, messages, mends.

use std::fmt;

use crate::app::Toggle;
use crate::app::view::{Token, View};
use crate::features::form::QuickFix;
use crate::features::submit::Phase;
use crate::i18n::TextKey;
use crate::profile::{Field, Secret, Severity};
use crate::requests::Failure;
use crate::stackone::DEFAULT_SCOPES;

/// A field to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Which one.
    pub field: Field,
    /// What stands at the end of the label's line.
    pub aside: Option<TextKey>,
    /// The line below.
    pub hint: String,
    /// What the control holds, verbatim.
    pub value: FieldText,
    /// Whether the text is shown in clear; `None` where it always is.
    pub shown: Option<bool>,
    /// What is said about the value.
    pub messages: Vec<FieldMessage>,
    /// Whether an error is among it.
    pub invalid: bool,
    /// Whether it takes no text now.
    pub readonly: bool,
    /// The scopes as they will be sent, at the field for them.
    pub tokens: Option<Vec<Token>>,
    /// Whether it holds a key that can be wiped at a click.
    pub can_forget: bool,
}

/// What a control holds. It is never printed, and a secret compares by identity.
#[derive(Clone)]
pub enum FieldText {
    /// Text that may be seen.
    Plain(String),
    /// Client secret or API key.
    Secret(Secret),
}

impl FieldText {
    /// The text itself.
    pub fn expose(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Secret(text) => text.expose(),
        }
    }
}

impl fmt::Debug for FieldText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Secret::REDACTED)
    }
}

impl PartialEq for FieldText {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Plain(text), Self::Plain(other)) => text == other,
            (Self::Secret(text), Self::Secret(other)) => text.is_same(other),
            (Self::Plain(_), Self::Secret(_)) | (Self::Secret(_), Self::Plain(_)) => false,
        }
    }
}

/// One thing said about a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMessage {
    /// How grave.
    pub severity: Severity,
    /// In words, with marks.
    pub words: String,
    /// What can be done at a click.
    pub quick_fix: Option<QuickFix>,
}

/// The label of a field.
pub fn label(field: Field) -> TextKey {
    match field {
        Field::Name => TextKey::NameLabel,
        Field::ClientId => TextKey::ClientIdLabel,
        Field::ClientSecret => TextKey::ClientSecretLabel,
        Field::Scopes => TextKey::ScopesLabel,
        Field::Environment => TextKey::EnvironmentLabel,
        Field::MyDomain => TextKey::MyDomainLabel,
        Field::ApiKey => TextKey::ApiKeyLabel,
        Field::Actions => TextKey::ActionsLabel,
    }
}

/// What shows or hides the text of a secret field.
pub fn toggle(field: Field) -> Toggle {
    if field == Field::ApiKey { Toggle::ApiKey } else { Toggle::ClientSecret }
}

impl View<'_> {
    /// A field.
    pub fn field(&self, field: Field) -> FieldView {
        let (state, messages) = (self.state, self.messages(field));
        let draft = &state.draft;
        FieldView {
            field,
            aside: match field {
                Field::ClientId => Some(TextKey::ClientIdAside),
                Field::ClientSecret => Some(TextKey::ClientSecretAside),
                Field::Scopes | Field::MyDomain | Field::Name | Field::Actions => Some(TextKey::Optional),
                Field::Environment | Field::ApiKey => None,
            },
            hint: self.hint(field),
            value: match field {
                Field::ClientSecret => FieldText::Secret(draft.client_secret.clone()),
                Field::ApiKey => FieldText::Secret(state.api_key.clone()),
                Field::Name => FieldText::Plain(draft.name.clone()),
                Field::ClientId => FieldText::Plain(draft.client_id.clone()),
                Field::Scopes => FieldText::Plain(draft.scopes.clone()),
                Field::Environment => FieldText::Plain(draft.environment.clone()),
                Field::MyDomain => FieldText::Plain(draft.my_domain.clone()),
                Field::Actions => FieldText::Plain(String::new()),
            },
            shown: match field {
                Field::ClientSecret => Some(state.open.client_secret),
                Field::ApiKey => Some(state.open.api_key),
                _ => None,
            },
            invalid: messages.iter().any(|message| message.severity == Severity::Error),
            messages,
            readonly: state.is_busy(),
            tokens: (field == Field::Scopes).then(|| self.tokens()),
            can_forget: field == Field::ApiKey && !state.api_key.expose().is_empty(),
        }
    }

    fn hint(&self, field: Field) -> String {
        let key = match field {
            Field::ClientId | Field::ClientSecret | Field::Scopes | Field::Name if self.state.opened().is_some() => {
                TextKey::EditKept
            }
            Field::Name => TextKey::NameHint,
            Field::ClientId => TextKey::ClientIdHint,
            Field::ClientSecret => TextKey::ClientSecretHint,
            Field::Scopes => TextKey::ScopesHint,
            Field::Environment => TextKey::EnvironmentHint,
            Field::MyDomain => TextKey::MyDomainHint,
            Field::ApiKey => TextKey::ApiKeyHint,
            Field::Actions => TextKey::ActionsHint,
        };
        let name = crate::app::default_name(&self.state.draft, self.words());
        self.words().fill(key, &[("name", &name), ("scopes", &DEFAULT_SCOPES.join(" "))])
    }

    /// What StackOne said of the field, then what the check says once the field was left. A taken name is said at
    /// once: nobody can know it while typing.
    fn messages(&self, field: Field) -> Vec<FieldMessage> {
        let (state, words) = (self.state, self.words());
        let mut messages = Vec::new();
        let mut error =
            |words: String| messages.push(FieldMessage { severity: Severity::Error, words, quick_fix: None });
        match &state.phase {
            Phase::Failed(Failure::Unauthorized) if field == Field::ApiKey => {
                error(words.get(TextKey::Unauthorized).to_owned())
            }
            Phase::Failed(Failure::Rejected(complaint)) => {
                for message in complaint.messages.iter().filter(|message| state.field_of(message) == Some(field)) {
                    error(words.fill(TextKey::RejectedField, &[("words", message)]));
                }
            }
            _ => {}
        }
        let shown = state.touched.contains(&field) || (field == Field::Name && !state.known.is_empty());
        for issue in self.issues.iter().filter(|issue| shown && issue.field == field) {
            messages.push(FieldMessage {
                severity: issue.code.severity(),
                words: words.issue(field.name(), issue.code.name(), &issue.about),
                quick_fix: QuickFix::of(issue, &state.draft),
            });
        }
        messages
    }
}
