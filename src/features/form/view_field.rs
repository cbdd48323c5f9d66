//! The view of one field: label, hint, value, messages, quick fixes.

use std::fmt;

use super::{QuickFix, Toggle};
use crate::components::Tone;
use crate::i18n::TextKey;
use crate::profile::{Field, Secret};

/// A field to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Which one.
    pub field: Field,
    /// The note at the end of the label's line.
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
    /// Whether it is an error, a warning, or a confirmation.
    pub tone: Tone,
    /// In words, with marks.
    pub words: String,
    /// What can be done at a click.
    pub quick_fix: Option<QuickFix>,
}

/// One scope as it will be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What to show.
    pub words: String,
    /// Whether Salesforce lists it.
    pub known: bool,
}

/// What shows or hides the text of a secret field.
pub fn toggle(field: Field) -> Toggle {
    if field == Field::ApiKey { Toggle::ApiKey } else { Toggle::ClientSecret }
}
