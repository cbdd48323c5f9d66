//! The change of an existing profile, besides the form's fields.

use crate::profile::Profile;
use crate::requests::Failure;
use crate::stackone::{ConnectorProfile, ProfileChange, ProfileFlags};

/// The change of an existing profile.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The profile as it was opened.
    pub opened: ConnectorProfile,
    /// Whether it will be the default, and whether it will be enabled.
    pub flags: ProfileFlags,
    /// Whether it will get all actions.
    pub allows_all: bool,
    /// The profile after the change that was sent, until the outcome is known.
    pub sent: Option<ConnectorProfile>,
}

impl Edit {
    /// An edit without changes.
    pub fn new(opened: ConnectorProfile) -> Self {
        Self { flags: ProfileFlags::of(&opened), opened, allows_all: false, sent: None }
    }

    /// The changes, with these values in the fields.
    pub fn change(&self, typed: &Profile) -> ProfileChange {
        ProfileChange::diff(&self.opened, typed, self.flags, self.allows_all)
    }

    /// The listed profile, if an unanswered change has taken effect.
    pub fn arrived(&self, known: &[ConnectorProfile]) -> Option<ConnectorProfile> {
        let sent = self.sent.as_ref()?;
        let is_it =
            |now: &&ConnectorProfile| now.id == sent.id && now.updated_at != sent.updated_at && now.looks_like(sent);
        known.iter().find(is_it).cloned()
    }

    /// The failure if someone else changed or deleted the profile since it was opened.
    pub fn changed_meanwhile(&self, known: &[ConnectorProfile]) -> Option<Failure> {
        match known.iter().find(|known| known.id == self.opened.id) {
            Some(now) if now.updated_at == self.opened.updated_at => None,
            now => Some(Failure::ChangedMeanwhile(now.cloned().map(Box::new))),
        }
    }
}
