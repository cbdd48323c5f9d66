//! Matches timers with the messages that end them.

/// The number of a countdown or a clock. A message from an older one is ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimerId(pub u32);

impl TimerId {
    /// The next number.
    pub fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}
