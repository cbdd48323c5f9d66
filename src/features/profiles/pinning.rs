//! What is known of the versions of the connector, and of the pin.

use crate::stackone::ConnectorProfile;

/// What is known of the versions.
#[derive(Clone, Debug, Default)]
pub struct Pinning {
    /// The pin as typed.
    pub typed: String,
    /// Versions that StackOne lists.
    pub versions: Vec<String>,
    /// Whether a pin was sent, or that there is to be none, until the list was read after it.
    pub is_sent: bool,
    /// What it pins to; empty where it unpins.
    pub(super) target: String,
    /// Whether one was sent since the list was read.
    pub(super) untold: bool,
}

impl Pinning {
    /// What is known of a profile that was just opened.
    pub fn of(opened: &ConnectorProfile) -> Self {
        Self { typed: opened.pin.clone(), ..Self::default() }
    }
}
