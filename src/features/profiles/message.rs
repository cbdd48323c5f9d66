//! What can happen to the list of profiles, and to the one that is changed.

use crate::stackone::{ConnectorProfile, Flag};

/// One thing that happened to the list.
#[derive(Clone, Debug)]
pub enum ProfilesMessage {
    /// The list was opened or closed.
    Toggled,
    /// Read it.
    ReadPressed,
    /// The search was typed.
    SearchEdited(String),
    /// Show more of what fits it.
    MorePressed,
    /// Change this one.
    EditPressed(ConnectorProfile),
    /// A new one like this, for a sandbox.
    DuplicatePressed(ConnectorProfile),
    /// Link an account to this one.
    LinkPressed(ConnectorProfile),
    /// The person wants to replace key and secret.
    ReplaceKeysPressed,
    /// One of the two flags was toggled.
    FlagToggled(Flag),
    /// Pin the typed version, or unpin.
    PinPressed {
        /// Whether it is.
        on: bool,
    },
    /// The pin was typed.
    PinEdited(String),
    /// Ask for the versions.
    VersionsPressed,
}
