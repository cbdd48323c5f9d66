//! What can happen to the create or the change.

use crate::stackone::ConnectorProfile;

/// One thing that happened to it.
#[derive(Clone, Debug)]
pub enum SubmitMessage {
    /// The main button was pressed, or Enter in a field.
    Pressed,
    /// Of several profiles this is the one just made.
    MatchPicked(ConnectorProfile),
    /// None of them is.
    NoMatchPicked,
    /// Use this one of the profiles that one click created.
    KeepPressed(ConnectorProfile),
    /// Change this profile instead of making one.
    EditPressed(ConnectorProfile),
    /// Go to the name, to choose another.
    RenamePressed,
    /// Save over what was changed by others.
    OverwritePressed(ConnectorProfile),
    /// Begin the change anew from the profile as it is now.
    TakeTheirsPressed(ConnectorProfile),
    /// Show the secrets in the request, or no longer.
    RequestSecretsToggled,
    /// Start over with an empty form.
    RestartPressed,
}
