//! The simulator's clock, for activation, codes and connect sessions. A test moves it forward instead of waiting (`POST
//! /_simulator/clock`). Dates in answers are real.

use std::time::{Duration, Instant};

use serde::Deserialize;

/// The time since the simulator started, plus the time that it was moved forward.
pub struct Clock {
    started: Instant,
    moved: Duration,
}

impl Default for Clock {
    fn default() -> Self {
        Self { started: Instant::now(), moved: Duration::ZERO }
    }
}

impl Clock {
    /// The current time.
    pub fn now(&self) -> Duration {
        self.started.elapsed().saturating_add(self.moved)
    }

    /// Moves it forward.
    pub fn advance(&mut self, time: Duration) {
        self.moved = self.moved.saturating_add(time);
    }
}

/// The body of a request to move it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Move {
    pub advance_seconds: u64,
}
