//! The state of the profile list.

use super::Pinning;
use crate::requests::Failure;

/// The state of the profile list.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    /// Whether the list is shown.
    pub shown: bool,
    /// The text to search for in the names.
    pub search: String,
    /// How often *Show more* was pressed.
    pub more: usize,
    /// Whether the list was read.
    pub read: bool,
    /// Why the last request for the list, the versions or the pin failed.
    pub failed: Option<ProfilesFailure>,
    /// The id of the profile that the host page wants to open, until the list is read.
    pub wanted: Option<String>,
    /// The version of the connector.
    pub pinning: Pinning,
}

/// Why a request for the list, the versions or the pin failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfilesFailure {
    /// The profile that the host page wants to open is not listed. Contains its id.
    Gone(String),
    /// The typed text is not a valid pin.
    NoPin,
    /// StackOne refused the pin, or the outcome is unknown.
    Pin(Failure),
    /// The list or the versions could not be read.
    Unread(Failure),
    /// The pin was accepted, but the list could not be read afterwards.
    UnreadAfterPin(Failure),
}

impl Profiles {
    /// Whether StackOne rejected the API key. The key's field shows that.
    pub fn has_refused_key(&self) -> bool {
        matches!(self.failed, Some(ProfilesFailure::Unread(Failure::Unauthorized)))
    }
}
