//! A click on the main button: the draft is judged, the list is read, then a profile is created – `create` tells that
//! story – or one that exists is changed.

use crate::app::{Effect, Event, FailedBecause, ListReason, Purpose, State, Target};
use crate::features::submit::{Done, How, Phase};
use crate::profile::Field;
use crate::requests::Failure;
use crate::requests::{WriteOutcome, written};
use crate::stackone::{Answer, TransportError, write};

impl State {
    /// The main button was pressed.
    pub(crate) fn submit(&mut self, effects: &mut Vec<Effect>) {
        if self.is_busy() || self.shows_result() {
            return;
        }
        if let Some(next) = self.next_step() {
            return if self.is_done() { self.go(next, effects) } else { self.go_on(next, effects) };
        }
        if matches!(self.phase, Phase::Failed(Failure::RateLimited { seconds: 1.., .. })) {
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
            self.phase = Phase::Editing;
            self.form.summed_up = true;
            self.focus_on(first, effects);
            effects.push(Effect::Emit(Event::Failed(FailedBecause::InvalidDraft)));
            return;
        }
        self.form.summed_up = false;
        if self.is_changing() && self.profile_change().is_empty() {
            self.phase = Phase::Editing;
            effects.push(Effect::Focus(Target::Changes));
            return;
        }
        self.forget_names();
        if self.opened().is_some() && !self.is_changing() {
            return self.send_change(effects);
        }
        self.phase = Phase::Checking;
        self.read_list(ListReason::Check, effects);
    }

    /// The list is read: this is the moment to create, or to change what nobody else has changed.
    pub(crate) fn after_list(&mut self, effects: &mut Vec<Effect>) {
        if !self.is_changing() {
            return self.create(effects);
        }
        if let Some(now) = self.mode.edit().and_then(|edit| edit.arrived(&self.known)) {
            if let Some(edit) = self.mode.edit_mut() {
                edit.opened = now.clone();
            }
            // Nothing is left to be changed, keys included, of which the list does not tell.
            if self.profile_change().is_empty() {
                return self.finish(Done { profile: now, how: How::Changed }, effects);
            }
        }
        match self.mode.edit().and_then(|edit| edit.changed_meanwhile(&self.known)) {
            Some(failure) => self.fail(failure, effects),
            None => self.send_change(effects),
        }
    }

    /// The list is about to be read again, and what was asked for before says less.
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
            self.phase = Phase::Sending;
            self.write(Purpose::Write, request, effects);
        }
    }

    /// The create or the change was answered, or was not.
    pub(crate) fn write_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        let outcome = written(answer, self.requests.secrets());
        self.phase = Phase::Editing;
        if self.opened().is_none() {
            return self.created(outcome, effects);
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
}
