//! Detects an outdated list: one from a cache, or one that lacks a profile known to exist. Such a list proves which
//! profiles exist, but not that a profile is missing.

use crate::app::{ListReason, Listing, State};
use crate::stackone::ConnectorProfile;

/// The pauses before the list is read again, in milliseconds.
const PAUSES: [u32; 2] = [2000, 4000];

impl State {
    /// The pause before the list is read again, in milliseconds; `None` to accept it.
    pub(crate) fn pause_for(&self, reason: ListReason, listing: &Listing) -> Option<u32> {
        let (attempt, created) = match reason {
            ListReason::Check | ListReason::Compare => (self.submission.attempt.as_ref()?, None),
            ListReason::Recheck => {
                self.submission.recheck.as_ref().map(|it| (&it.attempt, Some(it.created.id.as_str())))?
            }
            ListReason::Names | ListReason::Show => return None,
        };
        let is_new = |profile: &ConnectorProfile| attempt.is_new(profile) && Some(profile.id.as_str()) != created;
        let lacks = attempt.before.iter().map(String::as_str).chain(created).any(|id| !listing.has(id));
        let is_late = (listing.is_aged || lacks) && !listing.found.iter().any(is_new);
        PAUSES.get(listing.rereads).copied().filter(|_| is_late)
    }
}
