//! What happens to the create or the change. Fields, guide and list have a part in most of it, so the app does that.

use super::{Done, Submission, SubmitMessage};
use crate::requests::Failure;
use crate::stackone::ConnectorProfile;

/// What the app has to do.
#[derive(Clone, Debug)]
pub enum Output {
    /// Judge the draft and go on from there.
    Submit,
    /// Send the create, once.
    Send,
    /// Read the list to find out how a create ended.
    Compare,
    /// Read it to learn whether an answered create made more than one profile.
    Recheck,
    /// A profile is ready.
    Finish(Done),
    /// The click came to nothing.
    Fail(Failure),
    /// Tell the host page which profile is used from now on.
    Tell(ConnectorProfile),
    /// The link was for another profile.
    WithdrawLink,
    /// Open this profile in place of making one.
    Edit(ConnectorProfile),
    /// Go to the name.
    Rename,
    /// Save over what others changed.
    Overwrite(ConnectorProfile),
    /// Begin the change anew from the profile as it is now.
    TakeTheirs(ConnectorProfile),
    /// Show the secrets in the request, or no longer.
    ToggleRequestSecrets,
    /// Start over with an empty form.
    Restart,
}

impl Submission {
    /// Takes a message in.
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
