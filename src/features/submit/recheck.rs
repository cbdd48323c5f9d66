//! After a create that StackOne answered: the list is read once more. A browser repeats a request by itself where a
//! connection that it had used before closes without an answer, so one click can make two profiles and tell of one.

use super::{Attempt, Output, Phase, Recheck, Submission};
use crate::stackone::ConnectorProfile;

impl Submission {
    /// Looks for others that may have come of the create, in a list that was read after it and before the next one.
    pub fn conclude_recheck(&mut self, known: &mut Vec<ConnectorProfile>) {
        let Some(Recheck { attempt, created }) = self.recheck.take() else { return };
        // A list may be late.
        if !known.iter().any(|known| known.id == created.id) {
            known.push(created.clone());
        }
        let mut others = attempt.candidates(known);
        others.retain(|other| other.id != created.id);
        if !others.is_empty() {
            others.insert(0, created);
            self.created_twice = others;
        }
        if attempt.unanswered > 0 {
            let before = known.iter().map(|known| known.id.clone()).collect();
            self.attempt = Some(Attempt { before, compared: true, ..attempt });
        }
    }

    /// The person says which of them is to be used from now on.
    pub(super) fn keep(&mut self, profile: &ConnectorProfile) -> Vec<Output> {
        let place = self.created_twice.iter().position(|known| known.id == profile.id);
        let Some(place @ 1..) = place else { return Vec::new() };
        let kept = self.created_twice.remove(place);
        let used = self.created_twice.first().map(|first| first.id.clone());
        self.created_twice.insert(0, kept.clone());
        let mut outputs = vec![Output::Tell(kept.clone())];
        if let Phase::Done(done) = &mut self.phase
            && Some(&done.profile.id) == used.as_ref()
        {
            done.profile = kept;
            outputs.push(Output::WithdrawLink);
        }
        outputs
    }
}
