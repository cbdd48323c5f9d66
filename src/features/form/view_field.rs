//! The view model of a field: label, hint, value, messages, quick fixes.

use std::fmt;

use super::{QuickFix, Toggle};
use crate::components::Tone;
use crate::i18n::TextKey;
use crate::profile::{Field, Secret};

/// A field to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// The field.
    pub field: Field,
    /// The note at the end of the label's line.
    pub label_note: Option<TextKey>,
    /// The hint below the control.
    pub hint: String,
    /// The control's value, verbatim.
    pub value: FieldText,
    /// Whether a secret is in clear text; `None` if the field is not secret.
    pub shown: Option<bool>,
    /// The messages about the value.
    pub messages: Vec<FieldMessage>,
    /// Whether one of them is an error.
    pub invalid: bool,
    /// Whether the control is read-only now.
    pub readonly: bool,
    /// See [`Form::cleared`](super::Form::cleared).
    pub cleared: u32,
    /// The scopes that will be sent, for the scope field.
    pub tokens: Option<Vec<Token>>,
    /// Whether the value is an API key that a button can wipe.
    pub can_forget: bool,
}

/// A control's value. `Debug` does not print it, and a secret compares by identity.
#[derive(Clone)]
pub enum FieldText {
    /// Text that may be shown.
    Plain(String),
    /// Client secret or API key.
    Secret(Secret),
}

impl FieldText {
    /// The text.
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

/// A message about a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMessage {
    /// Whether it is an error, a warning, or a confirmation.
    pub tone: Tone,
    /// The text. Marks `⟦…⟧` enclose words of a screen.
    pub words: String,
    /// The quick fix, if there is one.
    pub quick_fix: Option<QuickFix>,
}

/// A scope that will be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What to show.
    pub words: String,
    /// Whether Salesforce lists it.
    pub known: bool,
}

/// The toggle that shows or hides the text of a secret field.
pub fn toggle(field: Field) -> Toggle {
    if field == Field::ApiKey { Toggle::ApiKey } else { Toggle::ClientSecret }
}
