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
//! An attempt lives until a profile is ready, and longer where a create of it was not answered: that one may still be
//! executed, and what is new is asked about before the next create. A second attempt goes on with what was there before
//! the first.

use super::{Attempt, Done, How, Output, Phase, Recheck, Submission};
use crate::requests::{Failure, WriteOutcome};
use crate::salesforce::Environment;
use crate::stackone::ConnectorProfile;

impl Submission {
    /// Before: the list is read. `wanted` is the name and the environment of the profile; `None` where the draft has errors.
    pub fn begin(&mut self, wanted: Option<(String, Option<Environment>)>, known: &[ConnectorProfile]) -> Vec<Output> {
        if let Some(asked) = self.asks(known) {
            return vec![asked];
        }
        let Some((name, environment)) = wanted else {
            self.phase = Phase::Editing;
            return Vec::new();
        };
        let (mut before, unanswered) =
            self.attempt.take().map(|attempt| (attempt.before, attempt.unanswered)).unwrap_or_default();
        for known in known {
            if !before.contains(&known.id) {
                before.push(known.id.clone());
            }
        }
        self.attempt = Some(Attempt { before, name, environment, compared: false, unanswered: unanswered + 1 });
        self.phase = Phase::Sending;
        vec![Output::Send]
    }

    /// After: StackOne has answered, or something else, or nobody. `name` is the name that is typed now.
    pub fn created(&mut self, outcome: WriteOutcome, name: &str, known: &[ConnectorProfile]) -> Vec<Output> {
        match outcome {
            WriteOutcome::Saved(created) => self.stands(created, How::Created),
            WriteOutcome::Rejected(failure) => {
                self.looked();
                self.settle_one();
                vec![Output::Fail(match failure {
                    Failure::Conflict(_) => {
                        Failure::Conflict(known.iter().filter(|known| known.name == name).cloned().collect())
                    }
                    other => other,
                })]
            }
            WriteOutcome::Unknown(why) => self.compare(why),
        }
    }

    /// Reads the list to find out how it ended. `why` is the failure to report if the list does not tell.
    pub fn compare(&mut self, why: Failure) -> Vec<Output> {
        self.phase = Phase::Comparing(Box::new(why));
        vec![Output::Compare]
    }

    /// The failure after which a click only looks at the list once more, where there is one.
    pub fn to_look_again(&self) -> Option<Failure> {
        match &self.phase {
            Phase::Failed(why @ (Failure::OutcomeUnknown | Failure::Unreadable(_) | Failure::SiteForbidden))
                if self.is_open() =>
            {
                Some(why.clone())
            }
            _ => None,
        }
    }

    /// Compared: the list is read.
    pub fn compared(&mut self, known: &[ConnectorProfile]) -> Vec<Output> {
        let Some(why) = self.end_comparing() else { return Vec::new() };
        if let Some(asked) = self.asks(known) {
            return vec![asked];
        }
        self.looked();
        let says_it = matches!(why, Failure::Unreadable(_) | Failure::SiteForbidden);
        vec![Output::Fail(if says_it { why } else { Failure::NotListed })]
    }

    /// The list could not be read.
    pub fn not_compared(&mut self) -> Vec<Output> {
        self.end_comparing().map(Output::Fail).into_iter().collect()
    }

    /// Why the outcome was unknown until now.
    fn end_comparing(&mut self) -> Option<Failure> {
        match std::mem::take(&mut self.phase) {
            Phase::Comparing(why) => Some(*why),
            other => {
                self.phase = other;
                None
            }
        }
    }

    /// Asks the person where something is new since the create was sent.
    fn asks(&self, known: &[ConnectorProfile]) -> Option<Output> {
        let candidates = self.attempt.as_ref()?.candidates(known);
        (!candidates.is_empty()).then_some(Output::Fail(Failure::AmbiguousMatch(candidates)))
    }

    /// The person says that one of them is it. Had they taken a colleague's for theirs, their own would still be told.
    pub(super) fn picked(&mut self, profile: ConnectorProfile) -> Vec<Output> {
        let Phase::Failed(Failure::AmbiguousMatch(shown)) = &self.phase else { return Vec::new() };
        let ids = shown.iter().map(|shown| shown.id.clone()).filter(|id| *id != profile.id);
        if let Some(attempt) = &mut self.attempt {
            attempt.before.extend(ids);
        }
        self.stands(profile, How::Found)
    }

    /// A profile is ready, and the list is read again.
    fn stands(&mut self, profile: ConnectorProfile, how: How) -> Vec<Output> {
        let mut outputs = vec![Output::Finish(Done { profile: profile.clone(), how })];
        self.settle_one();
        if let Some(attempt) = self.attempt.take() {
            self.recheck = Some(Recheck { attempt, created: profile });
            outputs.push(Output::Recheck);
        }
        outputs
    }

    /// The person says that none of them is: it is created, past them.
    pub(super) fn picked_none(&mut self) -> Vec<Output> {
        let (Phase::Failed(Failure::AmbiguousMatch(others)), Some(attempt)) = (&self.phase, &mut self.attempt) else {
            return Vec::new();
        };
        attempt.before.extend(others.iter().map(|other| other.id.clone()));
        attempt.compared = true;
        vec![Output::Submit]
    }

    /// It is known how one of the creates ended.
    fn settle_one(&mut self) {
        if let Some(attempt) = &mut self.attempt {
            attempt.unanswered = attempt.unanswered.saturating_sub(1);
        }
    }

    /// Nobody need look any more before it is sent again.
    fn looked(&mut self) {
        if let Some(attempt) = &mut self.attempt {
            attempt.compared = true;
        }
    }
}
