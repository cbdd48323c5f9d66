//! The list of profiles as the person looks at it.

use super::Pinning;
use crate::requests::Failure;

/// What is known of the list, and of the change.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    /// Whether the list is shown.
    pub shown: bool,
    /// What the names are searched for.
    pub search: String,
    /// How often more of it was asked for.
    pub more: usize,
    /// Whether it was read.
    pub read: bool,
    /// Why it could not be read, or a version not be pinned.
    pub failed: Option<ProfilesFailure>,
    /// The id that the host page wants to have changed, until the list is there.
    pub wanted: Option<String>,
    /// The version of the connector.
    pub pinning: Pinning,
}

/// Why something at the list, or at the version of a profile, came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfilesFailure {
    /// The profile that the host page wants to have changed is not listed. Its id.
    Gone(String),
    /// What is typed is no pin.
    NoPin,
    /// StackOne refused the pin, or the outcome is unknown.
    Pin(Failure),
    /// The list or the versions could not be read.
    Unread(Failure),
    /// The list could not be read after StackOne took a pin.
    UnreadAfterPin(Failure),
}

impl Profiles {
    /// Whether StackOne refused the API key when the list was read. That is said at the field for the key.
    pub fn has_refused_key(&self) -> bool {
        matches!(self.failed, Some(ProfilesFailure::Unread(Failure::Unauthorized)))
    }
}
