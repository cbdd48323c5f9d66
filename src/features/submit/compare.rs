//! After a create whose answer got lost: look for it in the list before anything else is offered, so that one click
//! makes at most one profile.

use crate::app::{Effect, State};
use crate::features::submit::{Done, How};
use crate::requests::Failure;

/// Ends a comparison. `why` is what to say where the list has nothing new.
pub(crate) fn resolve(state: &mut State, why: Failure, effects: &mut Vec<Effect>) {
    if found(state, effects) {
        return;
    }
    if let Some(attempt) = &mut state.attempt {
        attempt.compared = true;
    }
    state.fail(if matches!(why, Failure::Unreadable(_)) { why } else { Failure::ConfirmedMissing }, effects);
}

/// Looks for the profile that was sent among those just read. One is it; of several the person decides.
pub(crate) fn found(state: &mut State, effects: &mut Vec<Effect>) -> bool {
    let Some(attempt) = &state.attempt else { return false };
    let mut matches: Vec<_> = state.known.iter().filter(|known| attempt.matches(known)).cloned().collect();
    match (matches.pop(), matches.is_empty()) {
        (None, _) => return false,
        (Some(profile), true) => state.finish(Done { profile, how: How::Found }, effects),
        (Some(last), false) => {
            matches.push(last);
            state.fail(Failure::AmbiguousMatch(matches), effects);
        }
    }
    true
}
