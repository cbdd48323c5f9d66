//! What is in flight: which request is for what, the secrets that travel with it, when a read is tried again, and what an
//! answer means. Knows StackOne's API, and nothing of what a person sees. Called by `features` and `app`.

mod classify;
mod failure;
mod in_words;
mod request_id;
mod support_log;
mod timer;
mod tracker;

pub use classify::{WriteOutcome, got, listed, parsed, pause, without, written};
pub use failure::{Failure, FailureCode};
pub use in_words::InWords;
pub use request_id::RequestId;
pub use support_log::SupportLog;
pub use timer::TimerId;
pub use tracker::{Pending, Tracker};
