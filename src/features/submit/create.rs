//! The story of a create, from its click to a profile: read the list, send once, and where StackOne's own word is missing,
//! compare the list and ask. A click sends at most one create, none is sent past a profile that is new in the list, and
//! only the person takes a profile for theirs that was not answered to us.
//!
//! | what came | what is known | what is said or done |
//! |---|---|---|
//! | no list, before the create | this click sent nothing | why not |
//! | a list with something new since an earlier create | it may be that one's, or a colleague's | *Is one of these yours?* |
//! | a list without | nothing stands in the way | the create goes out |
//! | 201 with a profile, or the person picks one | it is theirs | ready; the list is read again, and what else is new is told |
//! | 4xx in StackOne's words | refused; but a browser may have sent it twice | why; what is new later is asked about |
//! | no answer, 408, 5xx, 3xx, another shape, a firewall's page | nothing | the list is read and compared |
//! | – something new | it may be ours, or a colleague's | *Is one of these yours?* |
//! | – nothing new | it is not listed (yet) | that, *Try again* |
//! | – a list from a cache, or without what was there before | nothing | read again after a pause, twice |
//! | – no list | nothing | *We’re not sure*, *Check again* |
//! | the page was left meanwhile | nothing | compared when it comes back |
//! | a reset meanwhile | nothing | the host page hears `outcome-unknown` |
//!
//! An attempt lives until a profile is ready. A second one goes on with what was there before the first.

use crate::app::{Effect, Event, FailedBecause, ListReason, Purpose, State};
use crate::features::submit::{Attempt, Done, How, Phase, Recheck};
use crate::requests::{Failure, WriteOutcome};
use crate::stackone::{ConnectorProfile, write};

impl State {
    /// Before: the list is read.
    pub(crate) fn create(&mut self, effects: &mut Vec<Effect>) {
        if self.asks(effects) {
            return;
        }
        let Some(profile) = self.report().profile() else {
            self.phase = Phase::Editing;
            return;
        };
        let name = self.name();
        let mut before = self.attempt.take().map(|attempt| attempt.before).unwrap_or_default();
        for known in &self.known {
            if !before.contains(&known.id) {
                before.push(known.id.clone());
            }
        }
        self.attempt = Some(Attempt { before, name: name.clone(), environment: profile.environment, compared: false });
        self.phase = Phase::Sending;
        self.write(Purpose::Write, write::create(&profile, &name, self.api()), effects);
    }

    /// After: StackOne has answered, or something else, or nobody.
    pub(super) fn created(&mut self, outcome: WriteOutcome, effects: &mut Vec<Effect>) {
        match outcome {
            WriteOutcome::Saved(created) => {
                self.stands(created, How::Created, effects);
            }
            WriteOutcome::Rejected(failure) => {
                self.looked();
                let name = self.name();
                let namesakes = || self.known.iter().filter(|known| known.name == name).cloned().collect();
                let failure = match failure {
                    Failure::Conflict(_) => Failure::Conflict(namesakes()),
                    other => other,
                };
                self.fail(failure, effects);
            }
            WriteOutcome::Unknown(why) => self.compare(why, effects),
        }
    }

    /// Reads the list to find out how it ended. `why` is the failure to report if the list does not tell.
    pub(super) fn compare(&mut self, why: Failure, effects: &mut Vec<Effect>) {
        self.phase = Phase::Comparing(Box::new(why));
        self.read_list(ListReason::Compare, effects);
    }

    /// The person has us look once more. That creates nothing, so nothing has to be typed for it but a key.
    pub(super) fn looks_again(&mut self, effects: &mut Vec<Effect>) -> bool {
        let why = match &self.phase {
            Phase::Failed(why @ (Failure::OutcomeUnknown | Failure::Unreadable(_) | Failure::SiteForbidden))
                if self.is_open() && self.opened().is_none() =>
            {
                why.clone()
            }
            _ => return false,
        };
        self.forget_names();
        if !self.needs_key(effects) {
            self.compare(why, effects);
        }
        true
    }

    /// Compared: the list is read.
    pub(crate) fn compared(&mut self, why: Failure, effects: &mut Vec<Effect>) {
        if self.asks(effects) {
            return;
        }
        self.looked();
        let says_it = matches!(why, Failure::Unreadable(_) | Failure::SiteForbidden);
        self.fail(if says_it { why } else { Failure::NotListed }, effects);
    }

    /// Asks the person where something is new since the create was sent.
    fn asks(&mut self, effects: &mut Vec<Effect>) -> bool {
        let candidates = self.attempt.as_ref().map(|attempt| attempt.candidates(&self.known)).unwrap_or_default();
        let any = !candidates.is_empty();
        if any {
            self.fail(Failure::AmbiguousMatch(candidates), effects);
        }
        any
    }

    /// The person says that one of them is it. Had they taken a colleague's for theirs, their own would still be told.
    pub(crate) fn picked(&mut self, profile: ConnectorProfile, effects: &mut Vec<Effect>) {
        if let Phase::Failed(Failure::AmbiguousMatch(shown)) = &self.phase {
            let ids = shown.iter().map(|shown| shown.id.clone()).filter(|id| *id != profile.id);
            if let Some(attempt) = &mut self.attempt {
                attempt.before.extend(ids);
            }
            self.stands(profile, How::Found, effects);
        }
    }

    /// A profile is ready, and the list is read again.
    fn stands(&mut self, profile: ConnectorProfile, how: How, effects: &mut Vec<Effect>) {
        let attempt = self.attempt.take();
        self.finish(Done { profile: profile.clone(), how }, effects);
        if let Some(attempt) = attempt {
            self.recheck = Some(Recheck { attempt, created: profile });
            self.read_list(ListReason::Recheck, effects);
        }
    }

    /// The person says that none of them is: it is created, past them.
    pub(crate) fn picked_none(&mut self, effects: &mut Vec<Effect>) {
        if let (Phase::Failed(Failure::AmbiguousMatch(others)), Some(attempt)) = (&self.phase, &mut self.attempt) {
            attempt.before.extend(others.iter().map(|other| other.id.clone()));
            attempt.compared = true;
            self.submit(effects);
        }
    }

    /// Nobody need look any more before it is sent again.
    fn looked(&mut self) {
        if let Some(attempt) = &mut self.attempt {
            attempt.compared = true;
        }
    }

    /// The page was reloaded: finds out how a create ended that was pending before.
    pub(crate) fn resume_attempt(&mut self, effects: &mut Vec<Effect>) {
        if !self.is_open() || !matches!(self.phase, Phase::Editing) {
            return;
        }
        if self.form.lacks_key(self.api().auth) {
            self.fail(Failure::OutcomeUnknown, effects);
        } else {
            self.compare(Failure::OutcomeUnknown, effects);
        }
    }

    /// Nobody waits any more for what is out, and nothing is left of it. What may have been done is not let go without a
    /// word.
    pub(crate) fn let_go(&mut self, effects: &mut Vec<Effect>) {
        self.requests.forget(|_| true);
        let unknown = if self.opened().is_some() { Failure::NotSaved } else { Failure::OutcomeUnknown };
        if matches!(self.phase, Phase::Sending | Phase::Comparing(_)) || self.profiles.pinning.is_sent {
            effects.push(Effect::Emit(Event::Failed(FailedBecause::Failure(unknown))));
        }
        self.phase = Phase::Editing;
        (self.attempt, self.recheck) = (None, None);
    }
}
