//! What happens to the link, and what follows from it.

use super::{LinkMessage, LinkPhase, Linking};
use crate::profile::{Secret, trim};
use crate::requests::{got, parsed};
use crate::stackone::{Answer, ApiConfig, ConnectSession, Request, TransportError, connect_session};

/// What the app has to do for the link.
#[derive(Debug)]
pub enum Output {
    /// Send this, and hand the answer to [`Linking::answered`].
    Send(Request),
    /// Wait no more for a link that was asked for.
    Forget,
    /// What was copied is of a link that is gone.
    ForgetCopy,
    /// Move the focus to a field for the owner: the id, or the name.
    FocusOwner {
        /// The id.
        id: bool,
    },
    /// Tell the time from now on.
    StartClock,
    /// Find out why linking failed.
    Troubleshoot,
}

impl Linking {
    /// Takes a message in. `profile` is the id of the profile that accounts are linked to.
    pub fn update(&mut self, msg: LinkMessage, profile: &str, api: &ApiConfig) -> Vec<Output> {
        let mut outputs = Vec::new();
        self.retyped |= !matches!(msg, LinkMessage::Pressed | LinkMessage::TroubleshootPressed);
        if self.retyped && !matches!(self.phase, LinkPhase::Asked) {
            self.phase = LinkPhase::Offered;
            outputs.push(Output::ForgetCopy);
        }
        match msg {
            LinkMessage::OwnerIdEdited(text) => self.owner_id = text,
            LinkMessage::OwnerNameEdited(text) => self.owner_name = text,
            LinkMessage::LabelEdited(text) => self.label = text,
            LinkMessage::Pressed if matches!(self.phase, LinkPhase::Asked) => {}
            LinkMessage::Pressed => outputs.push(self.ask(profile, api)),
            LinkMessage::TroubleshootPressed => outputs.push(Output::Troubleshoot),
        }
        outputs
    }

    fn ask(&mut self, profile: &str, api: &ApiConfig) -> Output {
        let (owner, name) = (trim(&self.owner_id), trim(&self.owner_name));
        if owner.is_empty() || name.is_empty() {
            self.phase = LinkPhase::Unnamed;
            return Output::FocusOwner { id: owner.is_empty() };
        }
        let request = connect_session::request(profile, owner, name, trim(&self.label), api);
        self.retyped = false;
        self.phase = LinkPhase::Asked;
        Output::Send(request)
    }

    /// The link was answered, or was not.
    pub fn answered(&mut self, answer: Result<Answer, TransportError>, secrets: &[Secret]) -> Option<Output> {
        let link =
            got(answer, secrets).and_then(|answer| Ok((parsed(&answer, secrets, ConnectSession::read)?, answer.now)));
        self.phase = match link {
            _ if self.retyped => LinkPhase::Offered,
            Ok((link, now)) => LinkPhase::Ready(link.link, now),
            Err(failure) => LinkPhase::Failed(failure),
        };
        matches!(self.phase, LinkPhase::Ready(..)).then_some(Output::StartClock)
    }

    /// The time is told, in seconds since 1970. Says whether it still matters.
    pub fn clock_read(&mut self, now: u64) -> bool {
        let left = self.left(now);
        if left == 0 && matches!(self.phase, LinkPhase::Ready(..)) {
            self.phase = LinkPhase::Expired;
        }
        left > 0
    }

    /// A link is for one profile: drops the current one and any that is requested.
    pub fn withdraw(&mut self) -> Output {
        self.phase = LinkPhase::Offered;
        Output::Forget
    }
}
