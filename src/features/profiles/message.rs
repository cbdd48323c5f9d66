//! The messages of the profile list, and of a profile that is being changed.

use crate::stackone::{ConnectorProfile, Flag};

/// What happened in the profile list.
#[derive(Clone, Debug)]
pub enum ProfilesMessage {
    /// The list was shown or hidden.
    Toggled,
    /// The button that reads the list was pressed.
    ReadPressed,
    /// The search changed.
    SearchEdited(String),
    /// The button that shows more profiles was pressed.
    MorePressed,
    /// The person wants to change this profile.
    EditPressed(ConnectorProfile),
    /// The person wants a copy of this profile for a sandbox.
    DuplicatePressed(ConnectorProfile),
    /// The person wants to connect an account to this profile.
    LinkPressed(ConnectorProfile),
    /// The person wants to replace client ID and secret.
    ReplaceCredentialsPressed,
    /// One of the two switches was toggled.
    FlagToggled(Flag),
    /// The button that pins or unpins the version was pressed.
    PinPressed {
        /// True to pin, false to unpin.
        on: bool,
    },
    /// The field for the pin changed.
    PinEdited(String),
    /// The button that reads the versions was pressed.
    VersionsPressed,
}
