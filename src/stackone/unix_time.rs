//! A moment, as the device's clock or an HTTP date tells it.

/// Seconds since the beginning of 1970, UTC. Arithmetic stops at both ends in place of overflowing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnixTime(pub u64);

impl UnixTime {
    /// The moment this many seconds later.
    pub fn after(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from an earlier moment to this one; 0 where that is the later one.
    pub fn seconds_since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}
