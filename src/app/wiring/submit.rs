//! A click on the main button: checks the draft and reads the list, then changes a profile, or creates one as
//! `features::submit::create` describes.

use crate::app::{Effect, Event, FailedBecause, ListReason, Purpose, State, Target};
use crate::features::form::{FormMessage, Toggle};
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::{Done, How, Output, Phase, Submission, SubmitMessage};
use crate::profile::Field;
use crate::requests::{Failure, WriteOutcome, write_outcome};
use crate::stackone::{Answer, TransportError, write};

impl State {
    pub(crate) fn update_submit(&mut self, msg: SubmitMessage, effects: &mut Vec<Effect>) {
        let outputs = self.submission.update(msg);
        self.run_submit_outputs(outputs, effects);
    }

    pub(crate) fn run_submit_outputs(&mut self, outputs: Vec<Output>, effects: &mut Vec<Effect>) {
        for output in outputs {
            match output {
                Output::Submit => self.submit(effects),
                Output::Send => self.send_create(effects),
                Output::Compare => self.read_list(ListReason::Compare, effects),
                Output::Recheck => self.read_list(ListReason::Recheck, effects),
                Output::Finish(done) => self.finish(done, effects),
                Output::Fail(failure) => self.fail(failure, effects),
                Output::Tell(profile) => effects.push(Effect::Emit(Event::Updated(profile))),
                Output::WithdrawLink => self.connect_again(),
                Output::Edit(profile) => {
                    if !self.is_busy() && matches!(self.submission.phase, Phase::Failed(Failure::Conflict(_))) {
                        self.open_profile(profile);
                        self.focus_on(Field::ClientId, effects);
                    }
                }
                Output::Rename => self.focus_on(Field::Name, effects),
                Output::Overwrite(now) => self.overwrite(now, effects),
                Output::TakeTheirs(now) => self.update_profiles(ProfilesMessage::EditPressed(now), effects),
                Output::ToggleRequestSecrets => self.update_form(FormMessage::Toggled(Toggle::RequestSecrets), effects),
                Output::Restart => self.restart(effects),
            }
        }
    }

    /// Handles a press of the main button.
    pub(crate) fn submit(&mut self, effects: &mut Vec<Effect>) {
        if self.is_busy() || self.shows_result() {
            return;
        }
        if let Some(next) = self.next_step() {
            return if self.is_done() { self.go(next, effects) } else { self.go_on(next, effects) };
        }
        if matches!(self.submission.phase, Phase::Failed(Failure::RateLimited { seconds: 1.., .. })) {
            return;
        }
        if self.looks_again(effects) {
            return;
        }
        self.form.touched = Field::ALL.to_vec();
        let issues = self.issues();
        if let Some(first) =
            Field::ALL.iter().copied().find(|field| issues.iter().any(|i| i.is_error() && i.field == *field))
        {
            self.submission.phase = Phase::Editing;
            self.form.summed_up = true;
            self.focus_on(first, effects);
            effects.push(Effect::Emit(Event::Failed(FailedBecause::InvalidDraft)));
            return;
        }
        self.form.summed_up = false;
        if self.opened().is_some() && self.profile_change().is_empty() {
            self.submission.phase = Phase::Editing;
            return match self.is_changing() {
                true => effects.push(Effect::Focus(Target::Changes)),
                false => self.focus_on(Field::ClientId, effects),
            };
        }
        self.forget_names();
        if self.opened().is_some() && !self.is_changing() {
            return self.send_change(effects);
        }
        self.submission.phase = Phase::Checking;
        self.read_list(ListReason::Check, effects);
    }

    /// Continues after the list was read: creates the profile, or sends the change unless someone else changed the
    /// profile.
    pub(crate) fn after_list(&mut self, effects: &mut Vec<Effect>) {
        if !self.is_changing() {
            return self.create(effects);
        }
        if let Some(now) = self.mode.edit().and_then(|edit| edit.arrived(&self.known)) {
            if let Some(edit) = self.mode.edit_mut() {
                edit.opened = now.clone();
            }
            // The previous change has taken effect, and nothing is left to send. Typed credentials would be left: the
            // list never shows them.
            if self.profile_change().is_empty() {
                return self.finish(Done { profile: now, how: How::Changed }, effects);
            }
        }
        match self.mode.edit().and_then(|edit| edit.changed_meanwhile(&self.known)) {
            Some(failure) => self.fail(failure, effects),
            None => self.send_change(effects),
        }
    }

    /// Forgets a pending request for names, because the next list supersedes it.
    pub(super) fn forget_names(&mut self) {
        self.requests.forget(|purpose| matches!(purpose, Purpose::List(ListReason::Names, _)));
    }

    fn send_change(&mut self, effects: &mut Vec<Effect>) {
        if !self.report().is_valid() {
            return;
        }
        let (change, config) = (self.profile_change(), self.settings.api.clone());
        if let Some(edit) = self.mode.edit_mut() {
            let request = write::update(&edit.opened.id, &change, &config);
            edit.sent = Some(change.applied_to(&edit.opened));
            self.submission.phase = Phase::Sending;
            self.write(Purpose::Write, request, effects);
        }
    }

    /// Takes the answer to the create or the change.
    pub(crate) fn write_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        let outcome = write_outcome(answer, self.requests.secrets());
        self.submission.phase = Phase::Editing;
        if self.opened().is_none() {
            let name = self.name();
            let outputs = self.submission.created(outcome, &name, &self.known);
            return self.run_submit_outputs(outputs, effects);
        }
        match outcome {
            WriteOutcome::Saved(profile) => self.finish(Done { profile, how: How::Changed }, effects),
            WriteOutcome::Rejected(failure) => {
                self.forget_attempt();
                self.fail(failure, effects);
            }
            WriteOutcome::Unknown(Failure::OutcomeUnknown) => self.fail(Failure::NotSaved, effects),
            WriteOutcome::Unknown(failure) => self.fail(failure, effects),
        }
    }

    /// Starts a create, after the list was read.
    fn create(&mut self, effects: &mut Vec<Effect>) {
        let wanted = self.report().profile().map(|profile| (self.name(), profile.environment));
        let outputs = self.submission.begin(wanted, &self.known);
        self.run_submit_outputs(outputs, effects);
    }

    fn send_create(&mut self, effects: &mut Vec<Effect>) {
        if let Some(profile) = self.report().profile() {
            self.write(Purpose::Write, write::create(&profile, &self.name(), self.api()), effects);
        }
    }

    /// If the last outcome is unknown, reads the list again instead of creating, and returns true. Needs only the API
    /// key.
    fn looks_again(&mut self, effects: &mut Vec<Effect>) -> bool {
        let why = self.submission.to_look_again().filter(|_| self.opened().is_none());
        let looks = why.is_some();
        if looks {
            self.forget_names();
        }
        if let Some(why) = why.filter(|_| !self.needs_key(effects)) {
            self.compare(why, effects);
        }
        looks
    }

    fn compare(&mut self, why: Failure, effects: &mut Vec<Effect>) {
        let outputs = self.submission.compare(why);
        self.run_submit_outputs(outputs, effects);
    }

    /// After a reload, looks up the outcome of a pending create.
    pub(crate) fn resume_attempt(&mut self, effects: &mut Vec<Effect>) {
        if !self.submission.is_open() || !matches!(self.submission.phase, Phase::Editing) {
            return;
        }
        if self.form.lacks_key(self.api().auth) {
            self.fail(Failure::OutcomeUnknown, effects);
        } else {
            self.compare(Failure::OutcomeUnknown, effects);
        }
    }

    /// Forgets all requests in flight. Emits a failure if the outcome of a write is unknown, because the host page must
    /// know.
    pub(crate) fn abandon_requests(&mut self, effects: &mut Vec<Effect>) {
        self.requests.forget(|_| true);
        let unknown = if self.opened().is_some() { Failure::NotSaved } else { Failure::OutcomeUnknown };
        if matches!(self.submission.phase, Phase::Sending | Phase::Comparing(_)) || self.profiles.pinning.is_sent {
            effects.push(Effect::Emit(Event::Failed(FailedBecause::Failure(unknown))));
        }
        self.submission = Submission::default();
    }
}
