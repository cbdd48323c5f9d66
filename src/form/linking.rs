//! After the profile: the link with which an account is linked to it.

use super::{Copy, Effect, Failure, Phase, Purpose, State, Target};
use crate::profile::{Secret, trim};
use crate::requests::{got, parsed};
use crate::stackone::{Answer, TransportError, connect_session};

/// How long a link works, in seconds (StackOne's reference: `expires_in`, which is not sent).
const VALID: u64 = 1800;

/// What was typed for the link, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Linking {
    /// The caller's own id of the account's owner.
    pub owner_id: String,
    /// The owner's name.
    pub owner_name: String,
    /// What the account shall be called.
    pub label: String,
    /// Whether any of them was typed over since a link was asked for: a link is for the owner it was made for.
    pub retyped: bool,
    /// Where it is.
    pub phase: LinkPhase,
}

/// Where the link is.
#[derive(Clone, Debug, Default)]
pub enum LinkPhase {
    /// Nobody asked for one.
    #[default]
    Offered,
    /// The owner was not named.
    Unnamed,
    /// It was asked for.
    Asked,
    /// Here it is, and when it came, in seconds since 1970. Whoever has it can link an account.
    Ready(Secret, u64),
    /// It works no more.
    Expired,
    /// It could not be made, and why.
    Failed(Failure),
}

/// One thing that happened to the link.
#[derive(Clone, Debug)]
pub enum LinkMessage {
    /// The owner's id was typed.
    OwnerIdEdited(String),
    /// The owner's name was typed.
    OwnerNameEdited(String),
    /// The label was typed.
    LabelEdited(String),
    /// The button was pressed.
    Pressed,
}

impl Linking {
    /// Seconds for which the link still works; 0 where there is none.
    pub fn left(&self, now: u64) -> u64 {
        match self.phase {
            LinkPhase::Ready(_, made) => made.saturating_add(VALID).saturating_sub(now).min(VALID),
            _ => 0,
        }
    }
}

impl State {
    pub(super) fn take_link(&mut self, msg: LinkMessage, effects: &mut Vec<Effect>) {
        let Phase::Done(done) = &self.phase else { return };
        let id = done.profile.id.clone();
        let linking = &mut self.linking;
        linking.retyped |= !matches!(msg, LinkMessage::Pressed);
        if linking.retyped && !matches!(linking.phase, LinkPhase::Asked) {
            linking.phase = LinkPhase::Offered;
            self.copied = self.copied.filter(|(copy, _)| *copy != Copy::Link);
        }
        match msg {
            LinkMessage::OwnerIdEdited(text) => linking.owner_id = text,
            LinkMessage::OwnerNameEdited(text) => linking.owner_name = text,
            LinkMessage::LabelEdited(text) => linking.label = text,
            LinkMessage::Pressed if matches!(linking.phase, LinkPhase::Asked) => {}
            LinkMessage::Pressed => {
                let (owner, name) = (trim(&linking.owner_id).to_owned(), trim(&linking.owner_name).to_owned());
                if owner.is_empty() || name.is_empty() {
                    linking.phase = LinkPhase::Unnamed;
                    effects.push(Effect::Focus(Target::Owner { id: owner.is_empty() }));
                    return;
                }
                linking.retyped = false;
                let request = connect_session::request(&id, &owner, &name, trim(&self.linking.label), self.api());
                self.linking.phase = LinkPhase::Asked;
                self.write(Purpose::Link, request, effects);
            }
        }
    }

    /// Nothing is left of the link, nor of what was typed for it.
    pub(super) fn forget_link(&mut self) {
        self.withdraw_link();
        self.linking = Linking::default();
    }

    /// A link leads to the profile it was made for: it is offered anew, and nobody waits for the one before.
    pub(super) fn withdraw_link(&mut self) {
        self.requests.forget(|purpose| matches!(purpose, Purpose::Link));
        self.linking.phase = LinkPhase::Offered;
    }

    /// The link was answered, or was not.
    pub(super) fn link_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        let secrets = self.requests.secrets();
        let link =
            got(answer, secrets).and_then(|answer| Ok((parsed(&answer, secrets, connect_session::link)?, answer.now)));
        self.linking.phase = match link {
            _ if self.linking.retyped => LinkPhase::Offered,
            Ok((link, now)) => {
                self.start_clock(effects);
                LinkPhase::Ready(Secret::new(link), now)
            }
            Err(failure) => LinkPhase::Failed(failure),
        };
    }
}
