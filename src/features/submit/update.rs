//! From a click to a profile: judge, read the list, send once. The one place that sends a request which creates or changes
//! a profile; it is called once for each click and never by itself.

use crate::app::{Effect, Event, FailedBecause, ListReason, Purpose, State, Target};
use crate::features::submit::{Attempt, Done, How, Phase, compare};
use crate::profile::Field;
use crate::requests::Failure;
use crate::requests::{WriteOutcome, written};
use crate::stackone::{Answer, ConnectorProfile, TransportError, write};

impl State {
    /// The main button was pressed.
    pub(crate) fn submit(&mut self, effects: &mut Vec<Effect>) {
        if self.is_busy() || self.is_done() {
            return;
        }
        if let Some(next) = self.guide.step.next().filter(|_| self.guided()) {
            return self.go_on(next, effects);
        }
        if matches!(self.phase, Phase::Failed(Failure::RateLimited { seconds: 1.., .. })) {
            return;
        }
        self.form.touched = Field::ALL.to_vec();
        let issues = self.issues();
        if let Some(first) =
            Field::ALL.into_iter().find(|field| issues.iter().any(|i| i.is_error() && i.field == *field))
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
        self.requests.forget(|purpose| matches!(purpose, Purpose::List(ListReason::Names, _)));
        match (self.opened(), &self.phase) {
            (Some(_), _) if !self.is_changing() => self.send_change(effects),
            (None, Phase::Failed(why @ (Failure::OutcomeUnknown | Failure::Unreadable(_)))) if self.is_open() => {
                self.phase = Phase::Comparing(Box::new(why.clone()));
                self.read_list(ListReason::Compare, effects);
            }
            _ => {
                self.phase = Phase::Checking;
                self.read_list(ListReason::Check, effects);
            }
        }
    }

    /// The list is read: a create whose answer got lost may have arrived meanwhile; else this is the moment to create.
    pub(crate) fn after_list(&mut self, effects: &mut Vec<Effect>) {
        if self.is_changing() {
            if let Some(now) = self.mode.edit().and_then(|edit| edit.arrived(&self.known)) {
                if let Some(edit) = self.mode.edit_mut() {
                    edit.opened = now.clone();
                }
                // Nothing is left to be changed, keys included, of which the list does not tell.
                if self.profile_change().is_empty() {
                    return self.finish(Done { profile: now, how: How::Changed }, effects);
                }
            }
            return match self.mode.edit().and_then(|edit| edit.changed_meanwhile(&self.known)) {
                Some(failure) => self.fail(failure, effects),
                None => self.send_change(effects),
            };
        }
        if self.attempt.is_some() && compare::found(self, effects) {
            return;
        }
        let Some(profile) = self.report().profile() else {
            self.phase = Phase::Editing;
            return;
        };
        let name = self.name();
        let before = self.known.iter().map(|known| known.id.clone()).collect();
        self.attempt = Some(Attempt { before, name: name.clone(), environment: profile.environment, compared: false });
        let request = write::create(&profile, &name, self.api());
        self.phase = Phase::Sending;
        self.write(Purpose::Write, request, effects);
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
        match (outcome, self.opened().is_some()) {
            (WriteOutcome::Saved(profile), true) => self.finish(Done { profile, how: How::Changed }, effects),
            (WriteOutcome::Saved(profile), false) => {
                let attempt = self.attempt.take();
                self.finish(Done { profile: profile.clone(), how: How::Created }, effects);
                if let Some(attempt) = attempt {
                    self.recheck(attempt, profile, effects);
                }
            }
            (WriteOutcome::Rejected(Failure::Conflict(_)), _) => {
                self.forget_attempt();
                let name = self.name();
                let is_it = |known: &&ConnectorProfile| known.name == name && self.opened().is_none();
                let existing = self.known.iter().filter(is_it).cloned().collect();
                self.fail(Failure::Conflict(existing), effects);
            }
            (WriteOutcome::Rejected(failure), _) => {
                self.forget_attempt();
                self.fail(failure, effects);
            }
            (WriteOutcome::Unknown(Failure::OutcomeUnknown), true) => self.fail(Failure::NotSaved, effects),
            (WriteOutcome::Unknown(failure), true) => self.fail(failure, effects),
            (WriteOutcome::Unknown(failure), false) => {
                self.phase = Phase::Comparing(Box::new(failure));
                self.read_list(ListReason::Compare, effects);
            }
        }
    }
}
