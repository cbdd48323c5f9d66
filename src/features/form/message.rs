//! What can happen to the fields.

use super::QuickFix;
use crate::profile::{Field, Secret};

/// One thing that happened to a field. Typed text travels as a `Secret` whichever field it is from, so that no message can
/// be printed by accident.
#[derive(Clone, Debug)]
pub enum FormMessage {
    /// A field holds this text now.
    Edited(Field, Secret),
    /// The focus left a field.
    Blurred(Field),
    /// A link to a field was followed.
    LinkPressed(Field),
    /// Something was opened, closed, shown or hidden.
    Toggled(Toggle),
    /// An offered quick fix was taken.
    QuickFixPressed(QuickFix),
    /// Enter was pressed in a field of several lines.
    EnterPressed,
    /// Wipe the API key.
    ForgetKeyPressed,
}

/// What can be opened or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggle {
    /// The client secret in clear.
    ClientSecret,
    /// The API key in clear.
    ApiKey,
    /// The field for My Domain.
    MyDomain,
    /// The fields that few people need.
    Advanced,
    /// Secrets in the request that is shown.
    RequestSecrets,
}
