//! What the form wants done in the world, as data. Run by `browser`, which answers with messages.

use super::{Copy, Event};
use crate::profile::{Field, Secret};
use crate::stackone::Request;

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Send a request and answer with `Msg::Answered` and the same number.
    Send {
        /// Number of the attempt; late answers to older ones are dropped.
        seq: u32,
        /// What to send.
        request: Request,
        /// Who authorises it.
        authorize: Authorize,
        /// How long to wait, in milliseconds.
        timeout_ms: u32,
    },
    /// Wait a second and answer with `Msg::Ticked` and the same number.
    Tick(u32),
    /// Put a text on the clipboard and answer with `Msg::Copied`.
    Copy(Copy, Secret),
    /// Move the focus once the new state is drawn.
    Focus(Target),
    /// Tell the host page.
    Emit(Event),
}

/// Where a request's `Authorization` header comes from.
#[derive(Clone, Debug)]
pub enum Authorize {
    /// This value.
    Value(Secret),
    /// The host page gives it now.
    Host,
    /// A proxy adds it later.
    Nobody,
}

/// Where the focus can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The control of a field.
    Field(Field),
    /// The message about a failed request.
    Failure,
    /// The heading of the result.
    Done,
}
