//! The link with which an account is linked.

use crate::app::{Copy, Effect, Purpose, State, Target};
use crate::features::guide::GuideMessage;
use crate::features::link_account::{LinkMessage, Linking, Output};
use crate::features::submit::Phase;
use crate::stackone::{Answer, TransportError};

impl State {
    pub(crate) fn take_link(&mut self, msg: LinkMessage, effects: &mut Vec<Effect>) {
        if let Phase::Done(done) = &self.phase {
            let outputs = self.linking.update(msg, &done.profile.id, &self.settings.api);
            outputs.into_iter().for_each(|output| self.do_for_link(output, effects));
        }
    }

    /// The link was answered, or was not.
    pub(crate) fn link_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        if let Some(output) = self.linking.answered(answer, self.requests.secrets()) {
            self.do_for_link(output, effects);
        }
    }

    /// A link is for one profile: drops the current one and any that is requested.
    pub(crate) fn withdraw_link(&mut self) {
        let output = self.linking.withdraw();
        self.do_for_link(output, &mut Vec::new());
    }

    /// Nothing is left of the link, nor of what was typed for it.
    pub(crate) fn forget_link(&mut self) {
        self.withdraw_link();
        self.linking = Linking::default();
    }

    fn do_for_link(&mut self, output: Output, effects: &mut Vec<Effect>) {
        match output {
            Output::Send(request) => self.write(Purpose::Link, request, effects),
            Output::Forget => self.requests.forget(|purpose| matches!(purpose, Purpose::Link)),
            Output::ForgetCopy => self.copied = self.copied.filter(|(copy, _)| *copy != Copy::Link),
            Output::FocusOwner { id } => effects.push(Effect::Focus(Target::Owner { id })),
            Output::StartClock => self.start_clock(effects),
            Output::Troubleshoot => self.take_guide(GuideMessage::TroubleshootPressed, effects),
        }
    }
}
