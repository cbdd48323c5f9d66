//! From a click to a profile: judge, read the list, send once. The one place that sends a request which creates or changes
//! a profile; it is called once for each click and never by itself.

use super::answers::{WriteOutcome, listed, pause, written};
use super::state::{Attempt, Done, How, Listing};
use super::{Authorize, Effect, Event, FailedBecause, Failure, Phase, State, Target, compare};
use crate::profile::Field;
use crate::stackone::authorization::basic;
use crate::stackone::{Answer, Auth, ConnectorProfile, Page, Request, TransportError, write};

/// Longest list that is read, in pages. Past it, names are compared with what was read.
const MOST_PAGES: usize = 40;

/// What follows on a page of the list.
pub(super) enum Turned {
    /// Another page, or the same once more, already asked for.
    Next(Listing),
    /// Nothing: this is the whole list.
    Last(Vec<ConnectorProfile>),
}

impl State {
    /// The main button was pressed.
    pub(super) fn submit(&mut self, effects: &mut Vec<Effect>) {
        if self.is_busy() || self.is_done() {
            return;
        }
        if let Some(next) = self.guide.step.next().filter(|_| self.guided()) {
            return self.go_on(next, effects);
        }
        if matches!(self.phase, Phase::Failed(Failure::RateLimited(1.., _))) {
            return;
        }
        self.touched = Field::ALL.to_vec();
        let issues = self.issues();
        if let Some(first) =
            Field::ALL.into_iter().find(|field| issues.iter().any(|i| i.is_error() && i.field == *field))
        {
            self.phase = Phase::Editing;
            self.summed_up = true;
            self.focus_on(first, effects);
            effects.push(Effect::Emit(Event::Failed(FailedBecause::InvalidDraft)));
            return;
        }
        self.summed_up = false;
        if self.is_changing() && self.profile_change().is_empty() {
            self.phase = Phase::Editing;
            effects.push(Effect::Focus(Target::Changes));
            return;
        }
        self.quiet = None;
        match (&self.editing, &self.phase) {
            (Some(_), _) if !self.is_changing() => self.send_change(effects),
            (None, Phase::Failed(why @ (Failure::OutcomeUnknown | Failure::Unreadable(_)))) if self.is_open() => {
                let why = Box::new(why.clone());
                self.phase = Phase::Comparing(self.list(1, Vec::new(), effects), why);
            }
            _ => self.phase = Phase::Checking(self.list(1, Vec::new(), effects)),
        }
    }

    /// Asks for one page of the list.
    pub(super) fn list(&mut self, page: usize, found: Vec<ConnectorProfile>, effects: &mut Vec<Effect>) -> Listing {
        let seq = self.send(Page::request(page, self.api()), effects);
        Listing { seq, page, found, retries: 0 }
    }

    pub(super) fn send(&mut self, request: Request, effects: &mut Vec<Effect>) -> u32 {
        self.send_after(0, request, effects)
    }

    /// Sends a request after so many milliseconds.
    pub(super) fn send_after(&mut self, delay_ms: u32, request: Request, effects: &mut Vec<Effect>) -> u32 {
        self.seq = self.seq.wrapping_add(1);
        let authorize = match self.api().auth {
            Auth::ApiKey => Authorize::Value(basic(&self.api_key)),
            Auth::Host => Authorize::Host,
            Auth::None => Authorize::Nobody,
        };
        self.log_sent(self.seq, &request.method, &request.url);
        let mut secrets = vec![self.draft.client_secret.clone(), self.api_key.clone()];
        if self.awaits_answer() {
            secrets.append(&mut self.sent_secrets);
        }
        self.sent_secrets = secrets;
        effects.push(Effect::Send { seq: self.seq, request, authorize, delay_ms, timeout_ms: self.api().timeout_ms() });
        self.seq
    }

    /// Whether an answer is still out that may repeat what travelled with its request.
    fn awaits_answer(&self) -> bool {
        self.is_busy() || self.profiles.reading.is_some() || self.picker.reading.is_some()
    }

    /// Forgets what travelled, once no answer can repeat it.
    pub(super) fn forget_sent(&mut self) {
        if !self.awaits_answer() {
            self.sent_secrets.clear();
        }
    }

    /// A request came back.
    pub(super) fn answered(&mut self, seq: u32, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        self.log_answer(seq, &answer);
        if let Some(listing) = self.quiet.take_if(|listing| listing.seq == seq) {
            match self.turn_page(listing, answer, effects) {
                Ok(Turned::Next(listing)) => self.quiet = Some(listing),
                Ok(Turned::Last(found)) => self.known = found,
                Err(_) => {}
            }
            return;
        }
        if let Some(listing) = self.profiles.reading.take_if(|listing| listing.seq == seq) {
            return self.profiles_read(listing, answer, effects);
        }
        if self.linked(seq, &answer, effects)
            || self.actions_read(seq, &answer, effects)
            || self.pin_answered(seq, &answer, effects)
        {
            return;
        }
        match std::mem::replace(&mut self.phase, Phase::Editing) {
            Phase::Checking(listing) if listing.seq == seq => match self.turn_page(listing, answer, effects) {
                Ok(Turned::Next(listing)) => self.phase = Phase::Checking(listing),
                Ok(Turned::Last(found)) => {
                    self.known = found;
                    self.after_list(effects);
                }
                Err(failure) => self.fail(failure, effects),
            },
            Phase::Comparing(listing, why) if listing.seq == seq => match self.turn_page(listing, answer, effects) {
                Ok(Turned::Next(listing)) => self.phase = Phase::Comparing(listing, why),
                Ok(Turned::Last(found)) => {
                    self.known = found;
                    compare::resolve(self, *why, effects);
                }
                Err(_) => self.fail(*why, effects),
            },
            Phase::Sending(sent) if sent == seq => self.sent(answer, effects),
            // Nobody waits for this answer any more.
            other => self.phase = other,
        }
    }

    /// Takes a page in and asks for the next one, if there is one; for the same where it did not come and may yet.
    pub(super) fn turn_page(
        &mut self,
        mut listing: Listing,
        answer: Result<Answer, TransportError>,
        effects: &mut Vec<Effect>,
    ) -> Result<Turned, Failure> {
        if let Some(delay_ms) = pause(&answer, listing.retries) {
            listing.retries += 1;
            listing.seq = self.send_after(delay_ms, Page::request(listing.page, self.api()), effects);
            return Ok(Turned::Next(listing));
        }
        let page = listed(answer, listing.page, &self.sent_secrets)?;
        let mut found = listing.found;
        let mut again = !page.profiles.is_empty();
        for profile in page.profiles {
            // A list that moves on between two pages has one on both.
            if !found.iter().any(|known| known.id == profile.id) {
                found.push(profile);
                again = false;
            }
        }
        Ok(if page.more && !again && listing.page < MOST_PAGES {
            Turned::Next(self.list(listing.page + 1, found, effects))
        } else {
            Turned::Last(found)
        })
    }

    /// The list is read: a create whose answer got lost may have arrived meanwhile; else this is the moment to create.
    fn after_list(&mut self, effects: &mut Vec<Effect>) {
        if self.is_changing() {
            if let Some(now) = self.arrived() {
                self.editing = Some(now.clone());
                // Nothing is left to be changed, keys included, of which the list does not tell.
                if self.profile_change().is_empty() {
                    return self.finish(Done { profile: now, how: How::Changed }, effects);
                }
            }
            return match self.changed_meanwhile() {
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
        let mut before = Vec::new();
        for known in &self.known {
            before.push(known.id.clone());
        }
        self.attempt = Some(Attempt { before, name: name.clone(), environment: profile.environment, compared: false });
        let request = write::create(&profile, &name, self.api());
        self.phase = Phase::Sending(self.send(request, effects));
    }

    fn send_change(&mut self, effects: &mut Vec<Effect>) {
        if let Some(opened) = self.editing.as_ref().filter(|_| self.report().is_valid()) {
            let change = self.profile_change();
            let request = write::update(&opened.id, &change, self.api());
            self.profiles.sent = Some(change.applied_to(opened));
            self.phase = Phase::Sending(self.send(request, effects));
        }
    }

    fn sent(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        let outcome = written(answer, &self.sent_secrets);
        match (outcome, self.editing.is_some()) {
            (WriteOutcome::Saved(profile), true) => self.finish(Done { profile, how: How::Changed }, effects),
            (WriteOutcome::Saved(profile), false) => self.finish(Done { profile, how: How::Created }, effects),
            (WriteOutcome::Rejected(Failure::Conflict(_)), _) => {
                self.forget_attempt();
                let name = self.name();
                let existing = compare::such(&self.known, |known| known.name == name && self.editing.is_none());
                self.fail(Failure::Conflict(existing), effects);
            }
            (WriteOutcome::Rejected(failure), _) => {
                self.forget_attempt();
                self.fail(failure, effects);
            }
            (WriteOutcome::Unknown(Failure::OutcomeUnknown), true) => self.fail(Failure::NotSaved, effects),
            (WriteOutcome::Unknown(failure), true) => self.fail(failure, effects),
            (WriteOutcome::Unknown(failure), false) => {
                self.phase = Phase::Comparing(self.list(1, Vec::new(), effects), Box::new(failure));
            }
        }
    }
}
