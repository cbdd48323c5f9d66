//! The state of the connector version and the pin.

use crate::stackone::ConnectorProfile;

/// The state of the connector version.
#[derive(Clone, Debug, Default)]
pub struct Pinning {
    /// The pin as typed.
    pub typed: String,
    /// Versions that StackOne lists.
    pub versions: Vec<String>,
    /// Whether a pin or unpin was sent and the list has not shown its outcome yet.
    pub is_sent: bool,
    /// The requested pin; empty to unpin.
    pub(super) target: String,
    /// Whether a pin was sent since the list was last read.
    pub(super) sent_since_read: bool,
}

impl Pinning {
    /// The state for a profile that was just opened.
    pub fn of(opened: &ConnectorProfile) -> Self {
        Self { typed: opened.pin.clone(), ..Self::default() }
    }
}
