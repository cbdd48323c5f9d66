//! The simulator's clock. Activation, codes and connect sessions are timed by it, and a test moves it forward
//! instead of waiting (`POST /_simulator/clock`). Dates in answers are real: nobody waits for those.

use std::time::{Duration, Instant};

use serde::Deserialize;

/// Time since the simulator started, plus what it was moved forward.
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
    /// This moment.
    pub fn now(&self) -> Duration {
        self.started.elapsed().saturating_add(self.moved)
    }

    /// Moves it forward.
    pub fn advance(&mut self, time: Duration) {
        self.moved = self.moved.saturating_add(time);
    }
}

/// A move as it is posted.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Move {
    pub advance_seconds: u64,
}
