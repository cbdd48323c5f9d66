//! The messages of the create or the change.

use crate::stackone::ConnectorProfile;

/// What happened to the create or the change.
#[derive(Clone, Debug)]
pub enum SubmitMessage {
    /// The main button was pressed, or Enter in a field.
    Pressed,
    /// The person picked the profile that the create made.
    MatchPicked(ConnectorProfile),
    /// The person picked none.
    NoMatchPicked,
    /// The person picked which of several created profiles to use.
    KeepPressed(ConnectorProfile),
    /// The person wants to change this existing profile instead of creating one.
    EditPressed(ConnectorProfile),
    /// The person wants to choose another name.
    RenamePressed,
    /// The person wants to save over someone else's changes. Contains the current profile.
    OverwritePressed(ConnectorProfile),
    /// The person wants to discard their changes. Contains the current profile.
    TakeTheirsPressed(ConnectorProfile),
    /// The secrets in the displayed request were shown or hidden.
    RequestSecretsToggled,
    /// The person wants an empty form.
    RestartPressed,
}
