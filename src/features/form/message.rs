//! The messages of the form's fields.

use super::QuickFix;
use crate::profile::{Field, Secret};

/// What happened to a field. Typed text is always a `Secret`, so that no message can be printed by accident.
#[derive(Clone, Debug)]
pub enum FormMessage {
    /// The text of a field changed.
    Edited(Field, Secret),
    /// The focus left a field.
    Blurred(Field),
    /// A link to a field was pressed.
    LinkPressed(Field),
    /// Something was shown or hidden.
    Toggled(Toggle),
    /// A quick fix was pressed.
    QuickFixPressed(QuickFix),
    /// Enter was pressed in a multi-line field.
    EnterPressed,
    /// The button that wipes the API key was pressed.
    ForgetKeyPressed,
}

/// What can be shown or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggle {
    /// The client secret, in clear text.
    ClientSecret,
    /// The API key, in clear text.
    ApiKey,
    /// The field for My Domain.
    MyDomain,
    /// The advanced fields.
    Advanced,
    /// The secrets in the displayed request.
    RequestSecrets,
}
