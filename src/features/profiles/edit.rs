//! The change of a profile that exists, beside what is typed in the fields.

use crate::profile::Profile;
use crate::requests::Failure;
use crate::stackone::{ConnectorProfile, ProfileChange, ProfileFlags};

/// The change of a profile that exists.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The profile as it was opened.
    pub opened: ConnectorProfile,
    /// Whether the profile becomes the default, and whether it is enabled.
    pub flags: ProfileFlags,
    /// Whether the profile gets all actions, whichever it has now.
    pub allows_all: bool,
    /// What it becomes by a change that was sent, until the outcome is known.
    pub sent: Option<ConnectorProfile>,
}

impl Edit {
    /// No change yet.
    pub fn new(opened: ConnectorProfile) -> Self {
        Self { flags: ProfileFlags::of(&opened), opened, allows_all: false, sent: None }
    }

    /// What the person changes, with these values in the fields.
    pub fn change(&self, typed: &Profile) -> ProfileChange {
        ProfileChange::diff(&self.opened, typed, self.flags, self.allows_all)
    }

    /// The profile as it is now, where a change whose answer got lost made it what it is.
    pub fn arrived(&self, known: &[ConnectorProfile]) -> Option<ConnectorProfile> {
        let sent = self.sent.as_ref()?;
        let is_it =
            |now: &&ConnectorProfile| now.id == sent.id && now.updated_at != sent.updated_at && now.looks_like(sent);
        known.iter().find(is_it).cloned()
    }

    /// What to say where the profile was changed by others, or is gone, since it was opened.
    pub fn changed_meanwhile(&self, known: &[ConnectorProfile]) -> Option<Failure> {
        match known.iter().find(|known| known.id == self.opened.id) {
            Some(now) if now.updated_at == self.opened.updated_at => None,
            now => Some(Failure::ChangedMeanwhile(now.cloned().map(Box::new))),
        }
    }
}
