//! What happens to the link, and what follows from it.

use crate::app::{Copy, Effect, Purpose, State, Target};
use crate::features::link_account::{LinkMessage, LinkPhase, Linking};
use crate::features::submit::Phase;
use crate::profile::{Secret, trim};
use crate::requests::{got, parsed};
use crate::stackone::{Answer, TransportError, connect_session};

impl State {
    pub(crate) fn take_link(&mut self, msg: LinkMessage, effects: &mut Vec<Effect>) {
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
    pub(crate) fn forget_link(&mut self) {
        self.withdraw_link();
        self.linking = Linking::default();
    }

    /// A link leads to the profile it was made for: it is offered anew, and nobody waits for the one before.
    pub(crate) fn withdraw_link(&mut self) {
        self.requests.forget(|purpose| matches!(purpose, Purpose::Link));
        self.linking.phase = LinkPhase::Offered;
    }

    /// The link was answered, or was not.
    pub(crate) fn link_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
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
