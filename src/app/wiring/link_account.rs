//! Wires the card that connects an account to the rest of the app.

use crate::app::{Copy, Effect, Event, Purpose, State, Target};
use crate::features::guide::Saw;
use crate::features::link_account::{LinkMessage, LinkPhase, LinkedTo, Linking, Output, Owner, SignIn};
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::Done;
use crate::profile::{Secret, trim};
use crate::requests::Failure;
use crate::stackone::{Answer, TransportError, UnixTime};

impl State {
    pub(crate) fn update_link(&mut self, msg: LinkMessage, effects: &mut Vec<Effect>) {
        // Without an API key, leaving the details must not move the focus to it.
        if matches!(msg, LinkMessage::DetailsLeft) && self.form.lacks_key(self.api().auth) {
            return;
        }
        self.with_link(effects, |linking, to, _| linking.update(msg, to));
    }

    /// Opens the connection when the result is shown. Requests a session at once, so that the button is a real link.
    pub(crate) fn open_link(&mut self, effects: &mut Vec<Effect>) {
        let hidden = self.shows_list();
        if !self.shows_result() || hidden {
            return;
        }
        let lacks_key = self.form.lacks_key(self.api().auth);
        self.linking.wants_key |= lacks_key;
        if matches!(self.linking.phase, LinkPhase::Closed) {
            let owner = self.offered_owner();
            self.with_link(effects, |linking, to, _| linking.open(owner, lacks_key, to));
        }
    }

    /// The suggested owner: named after the org, or else after the profile.
    fn offered_owner(&self) -> Owner {
        let Some(Done { profile, .. }) = self.submission.phase.done() else { return Owner::default() };
        let host = self.report().normalized.my_domain;
        let label = host.as_ref().and_then(|host| host.as_str().split('.').next());
        let name = label.unwrap_or(&profile.name);
        let name = if trim(name).is_empty() { &profile.id } else { name };
        Owner { id: name.to_owned(), name: name.to_owned() }
    }

    /// Whether the API key has to be typed before an account can be connected.
    pub(crate) fn asks_for_key_again(&self) -> bool {
        let connected = matches!(self.linking.sign_in, SignIn::Connected(_));
        let refused = matches!(self.linking.phase, LinkPhase::Failed(Failure::Unauthorized));
        !connected && (refused || self.linking.wants_key)
    }

    /// Takes the answer with a session.
    pub(crate) fn link_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        self.with_link(effects, |linking, to, secrets| linking.answered(answer, secrets, to));
    }

    /// Takes the answer with the progress of the sign-in.
    pub(crate) fn link_watched(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        self.with_link(effects, |linking, to, secrets| linking.watched(answer, secrets, to));
    }

    /// Expires the session if its time is over. Returns whether the clock must continue.
    pub(crate) fn link_clock_read(&mut self, now: UnixTime, effects: &mut Vec<Effect>) -> bool {
        let (runs, outputs) = self.linking.clock_read(now);
        outputs.into_iter().for_each(|output| self.run_link_output(output, effects));
        runs
    }

    fn with_link(
        &mut self,
        effects: &mut Vec<Effect>,
        happens: impl FnOnce(&mut Linking, LinkedTo<'_>, &[Secret]) -> Vec<Output>,
    ) {
        if let Some(done) = self.submission.phase.done() {
            let to = LinkedTo { profile: &done.profile.id, api: &self.settings.api };
            let outputs = happens(&mut self.linking, to, self.requests.secrets());
            outputs.into_iter().for_each(|output| self.run_link_output(output, effects));
        }
    }

    /// Drops the current session and any pending request for one, because a session is for one profile.
    pub(crate) fn withdraw_link(&mut self) {
        let output = self.linking.withdraw();
        self.run_link_output(output, &mut Vec::new());
    }

    /// Drops the session, what was typed for it, and the explanation of its error.
    pub(crate) fn forget_link(&mut self) {
        self.connect_again();
        self.linking = Linking::default();
    }

    /// Prepares for another sign-in, because the changed profile may fix the cause of the last failure.
    pub(crate) fn connect_again(&mut self) {
        self.withdraw_link();
        self.linking.sign_in = SignIn::Offered;
        self.run_link_output(Output::Explain(Secret::default()), &mut Vec::new());
    }

    /// Continues with the session of a restored form.
    pub(crate) fn resume_link(&mut self, effects: &mut Vec<Effect>) {
        if self.linking.session().is_some() {
            self.start_clock(effects);
            self.run_link_output(Output::AwaitPage { ms: 0, focused: false }, effects);
        }
    }

    fn run_link_output(&mut self, output: Output, effects: &mut Vec<Effect>) {
        match output {
            // Without an API key, the person must request the session.
            Output::Send(_) if self.needs_key(effects) => self.linking.phase = LinkPhase::Offered,
            Output::Send(request) => {
                self.linking.wants_key = false;
                self.requests.forget(Purpose::is_of_link);
                self.write(Purpose::Link, request, effects);
            }
            Output::Watch(request) => {
                if !self.requests.awaits(|purpose| matches!(purpose, Purpose::Watch)) {
                    self.write(Purpose::Watch, request, effects);
                }
            }
            Output::AwaitPage { ms, focused } => {
                self.timer = self.timer.next();
                self.linking.wait = self.timer;
                effects.push(Effect::AwaitPage { wait: self.timer, ms, focused });
            }
            Output::Forget => self.requests.forget(Purpose::is_of_link),
            Output::ForgetCopy => self.copied = self.copied.filter(|(copy, _)| *copy != Copy::Link),
            Output::FocusOwnerId => effects.push(Effect::Focus(Target::OwnerId)),
            Output::FocusOwnerName => effects.push(Effect::Focus(Target::OwnerName)),
            Output::FocusOutcome => effects.push(Effect::Focus(Target::Connection)),
            Output::StartClock => self.start_clock(effects),
            Output::Explain(said) => {
                self.guide.saw = Some(Saw::Error).filter(|_| !said.is_blank());
                self.guide.pasted = said;
            }
            Output::Linked(account) => {
                if let Some(done) = self.submission.phase.done() {
                    effects.push(Effect::Emit(Event::Linked { account, profile: done.profile.id.clone() }));
                }
            }
            Output::UpdateProfile => {
                if let Some(done) = self.submission.phase.done() {
                    // The saved form may hold the result of another profile.
                    let own = !self.is_changing();
                    self.update_profiles(ProfilesMessage::EditPressed(done.profile.clone()), effects);
                    if own {
                        self.mode.return_to_result();
                    }
                }
            }
        }
    }
}
