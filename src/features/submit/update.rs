//! Applies messages to the create or the change. Most of them concern fields, guide or list too, so the app handles
//! those.

use super::{Done, Submission, SubmitMessage};
use crate::requests::Failure;
use crate::stackone::ConnectorProfile;

/// What the app must do.
#[derive(Clone, Debug)]
pub enum Output {
    /// Check the draft and continue from there.
    Submit,
    /// Send the create, once.
    Send,
    /// Read the list to find out how a create ended.
    Compare,
    /// Read the list again, to find duplicates of the created profile.
    Recheck,
    /// Show this result.
    Finish(Done),
    /// Show this failure.
    Fail(Failure),
    /// Emit an event: the person switched to this profile.
    Tell(ConnectorProfile),
    /// Drop the link, which was for another profile.
    WithdrawLink,
    /// Open this profile for a change, instead of creating one.
    Edit(ConnectorProfile),
    /// Move the focus to the name.
    Rename,
    /// Save over someone else's changes to this profile.
    Overwrite(ConnectorProfile),
    /// Discard the person's changes, and open this profile.
    TakeTheirs(ConnectorProfile),
    /// Show or hide the secrets in the displayed request.
    ToggleRequestSecrets,
    /// Start over with an empty form.
    Restart,
}

impl Submission {
    /// Applies a message.
    pub fn update(&mut self, msg: SubmitMessage) -> Vec<Output> {
        vec![match msg {
            SubmitMessage::MatchPicked(profile) => return self.picked(profile),
            SubmitMessage::NoMatchPicked => return self.picked_none(),
            SubmitMessage::KeepPressed(profile) => return self.keep(&profile),
            SubmitMessage::Pressed => Output::Submit,
            SubmitMessage::EditPressed(profile) => Output::Edit(profile),
            SubmitMessage::RenamePressed => Output::Rename,
            SubmitMessage::OverwritePressed(now) => Output::Overwrite(now),
            SubmitMessage::TakeTheirsPressed(now) => Output::TakeTheirs(now),
            SubmitMessage::RequestSecretsToggled => Output::ToggleRequestSecrets,
            SubmitMessage::RestartPressed => Output::Restart,
        }]
    }
}
