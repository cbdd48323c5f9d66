//! Requests in flight: their purposes and secrets, when a read is repeated, and what an answer means. Knows StackOne's
//! API, but not the screen. Called by `features` and `app`.

mod classify;
mod failure;
mod in_words;
mod request_id;
mod support_log;
mod timer;
mod tracker;

pub use classify::{WriteOutcome, list_page, parsed, redacted, require_success, retry_delay, write_outcome};
pub use failure::{Failure, FailureCode};
pub use in_words::InWords;
pub use request_id::RequestId;
pub use support_log::SupportLog;
pub use timer::TimerId;
pub use tracker::{Pending, Tracker};
