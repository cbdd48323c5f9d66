//! How a pause and its end know each other.

/// The number of a countdown or of a clock. The end of an older one is not waited for any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimerId(pub u32);

impl TimerId {
    /// The one after it.
    pub fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}
