//! After a create that StackOne answered: the list is read once more. A browser repeats a request by itself where a
//! connection that it had used before closes without an answer, so one click can make two profiles and tell of one.

use crate::app::{Effect, Event, State};
use crate::features::submit::{Phase, Recheck};
use crate::stackone::ConnectorProfile;

impl State {
    /// Looks for others that may have come of the create, in a list that was read after it and before the next one.
    pub(crate) fn conclude_recheck(&mut self) {
        let Some(Recheck { attempt, created }) = self.recheck.take() else { return };
        // A list may be late.
        if !self.known.iter().any(|known| known.id == created.id) {
            self.known.push(created.clone());
        }
        let mut others = attempt.candidates(&self.known);
        others.retain(|known| known.id != created.id);
        if !others.is_empty() {
            others.insert(0, created);
            self.created_twice = others;
        }
    }

    /// The person says which of them is to be used from now on.
    pub(crate) fn keep(&mut self, profile: &ConnectorProfile, effects: &mut Vec<Effect>) {
        let place = self.created_twice.iter().position(|known| known.id == profile.id);
        let Some(place @ 1..) = place else { return };
        let kept = self.created_twice.remove(place);
        let used = self.created_twice.first().map(|first| first.id.clone());
        self.created_twice.insert(0, kept.clone());
        if let Phase::Done(done) = &mut self.phase
            && Some(&done.profile.id) == used.as_ref()
        {
            done.profile = kept.clone();
            self.withdraw_link();
        }
        effects.push(Effect::Emit(Event::Updated(kept)));
    }
}
