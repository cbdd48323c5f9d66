//! Creates a profile: reads the list, sends the create once and, if the outcome is unknown, compares the list and asks
//! the person. A click sends at most one create, and none while the list has a new profile that nobody claimed. Unless
//! StackOne answers with the profile, only the person decides which one is theirs.
//!
//! | event | what is known | what happens |
//! |---|---|---|
//! | the list cannot be read before the create | nothing was sent | the failure is shown |
//! | the list has a new profile after an earlier create | it may be ours, or a colleague's | *Is one of these yours?* |
//! | the list has no new profile | nothing prevents a create | the create is sent |
//! | 201 with a profile, or the person picks one | it is theirs | the result; the list is read again for duplicates |
//! | 4xx in StackOne's words | refused; a browser may have sent it twice | the failure; asks about new ones later |
//! | no answer, 408, 5xx, 3xx, another shape, a firewall's page | nothing | the list is read and compared |
//! | – a new profile | it may be ours, or a colleague's | *Is one of these yours?* |
//! | – no new profile | it is not listed, or not yet | the failure, with *Try again* |
//! | – a list from a cache, or without a known profile | nothing | read again after a pause, up to twice |
//! | – no list | nothing | *We’re not sure*, *Check again* |
//! | the page is closed meanwhile | nothing | compared when the page is loaded again |
//! | the form is reset meanwhile | nothing | the host page gets `outcome-unknown` |
//!
//! An attempt ends when a profile is ready. It continues if one of its creates was never answered, because that one may
//! still be executed: the person is asked about new profiles before the next create. A second attempt keeps the list of
//! profiles that existed before the first one.

use super::{Attempt, Done, How, Output, Phase, Recheck, Submission};
use crate::requests::{Failure, WriteOutcome};
use crate::salesforce::Environment;
use crate::stackone::ConnectorProfile;

impl Submission {
    /// Starts a create, after the list was read. `wanted` is the name and environment; `None` if the draft has errors.
    pub fn begin(&mut self, wanted: Option<(String, Option<Environment>)>, known: &[ConnectorProfile]) -> Vec<Output> {
        if let Some(asked) = self.ask_about_candidates(known) {
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

    /// Takes the outcome of a create. `name` is the name typed now.
    pub fn created(&mut self, outcome: WriteOutcome, name: &str, known: &[ConnectorProfile]) -> Vec<Output> {
        match outcome {
            WriteOutcome::Saved(created) => self.show_result(created, How::Created),
            WriteOutcome::Rejected(failure) => {
                self.allow_next_create();
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

    /// Reads the list to learn the outcome. `why` is the failure to show if the list does not show the outcome.
    pub fn compare(&mut self, why: Failure) -> Vec<Output> {
        self.phase = Phase::Comparing(Box::new(why));
        vec![Output::Compare]
    }

    /// The failure because of which a click only reads the list again; `None` if a click may create.
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

    /// Takes the list that was read to learn the outcome.
    pub fn compared(&mut self, known: &[ConnectorProfile]) -> Vec<Output> {
        let Some(why) = self.end_comparing() else { return Vec::new() };
        if let Some(asked) = self.ask_about_candidates(known) {
            return vec![asked];
        }
        self.allow_next_create();
        let says_it = matches!(why, Failure::Unreadable(_) | Failure::SiteForbidden);
        vec![Output::Fail(if says_it { why } else { Failure::NotListed })]
    }

    /// Takes a failure to read that list.
    pub fn not_compared(&mut self) -> Vec<Output> {
        self.end_comparing().map(Output::Fail).into_iter().collect()
    }

    /// Leaves `Comparing`. Returns the failure that led to it.
    fn end_comparing(&mut self) -> Option<Failure> {
        match std::mem::take(&mut self.phase) {
            Phase::Comparing(why) => Some(*why),
            other => {
                self.phase = other;
                None
            }
        }
    }

    /// Asks the person about profiles that are new since the create was sent.
    fn ask_about_candidates(&self, known: &[ConnectorProfile]) -> Option<Output> {
        let candidates = self.attempt.as_ref()?.candidates(known);
        (!candidates.is_empty()).then_some(Output::Fail(Failure::AmbiguousMatch(candidates)))
    }

    /// The person picked a profile. The others count as known, so that only later ones are reported as duplicates.
    pub(super) fn picked(&mut self, profile: ConnectorProfile) -> Vec<Output> {
        let Phase::Failed(Failure::AmbiguousMatch(shown)) = &self.phase else { return Vec::new() };
        let ids = shown.iter().map(|shown| shown.id.clone()).filter(|id| *id != profile.id);
        if let Some(attempt) = &mut self.attempt {
            attempt.before.extend(ids);
        }
        self.show_result(profile, How::Found)
    }

    /// Shows the result, and reads the list again for duplicates.
    fn show_result(&mut self, profile: ConnectorProfile, how: How) -> Vec<Output> {
        let mut outputs = vec![Output::Finish(Done { profile: profile.clone(), how })];
        self.settle_one();
        if let Some(attempt) = self.attempt.take() {
            self.recheck = Some(Recheck { attempt, created: profile });
            outputs.push(Output::Recheck);
        }
        outputs
    }

    /// The person picked none of the profiles. They count as known, and the create is sent.
    pub(super) fn picked_none(&mut self) -> Vec<Output> {
        let (Phase::Failed(Failure::AmbiguousMatch(others)), Some(attempt)) = (&self.phase, &mut self.attempt) else {
            return Vec::new();
        };
        attempt.before.extend(others.iter().map(|other| other.id.clone()));
        attempt.compared = true;
        vec![Output::Submit]
    }

    /// Records that the outcome of one create is known.
    fn settle_one(&mut self) {
        if let Some(attempt) = &mut self.attempt {
            attempt.unanswered = attempt.unanswered.saturating_sub(1);
        }
    }

    /// Records that the next create may be sent without another comparison.
    fn allow_next_create(&mut self) {
        if let Some(attempt) = &mut self.attempt {
            attempt.compared = true;
        }
    }
}
