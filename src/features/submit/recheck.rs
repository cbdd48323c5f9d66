//! Reads the list again after a create that StackOne answered. A browser repeats a request if a reused connection
//! closes without an answer, so one click can create two profiles although only one is answered.

use super::{Attempt, Output, Phase, Recheck, Submission};
use crate::stackone::ConnectorProfile;

impl Submission {
    /// Finds duplicates of the created profile in a list that was read after its create and before the next one.
    pub fn conclude_recheck(&mut self, known: &mut Vec<ConnectorProfile>) {
        let Some(Recheck { attempt, created }) = self.recheck.take() else { return };
        // An outdated list may lack the created profile.
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

    /// The person picked which of the profiles to use.
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
