//! Effects as data. `browser` runs them and answers with messages.

use crate::app::{Copy, Event, Route};
use crate::profile::{Field, Secret};
use crate::requests::{RequestId, TimerId};
use crate::stackone::Request;

/// An effect.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Send a request. The answer is `Message::AnswerArrived` with the same number.
    Send {
        /// The request's number. Answers to unknown numbers are ignored.
        id: RequestId,
        /// The request.
        request: Request,
        /// The source of its authorization.
        authorize: Authorize,
        /// The delay before it is sent, in milliseconds. Not sent if the form is unmounted meanwhile.
        delay_ms: u32,
        /// The time to wait for the answer after sending, in milliseconds.
        timeout_ms: u32,
    },
    /// Wait a second. The answer is `Message::CountdownTicked` with the same number and the time.
    StartCountdown(TimerId),
    /// Wait this many milliseconds. The answer is `GuideMessage::ClockRead` with the same number and the time.
    ReadClock(TimerId, u32),
    /// Wait this many milliseconds, and until the page is visible. The answer is `LinkMessage::PageSeen` with the same
    /// number and the time.
    AwaitPage {
        /// The wait's number.
        wait: TimerId,
        /// The minimum wait, in milliseconds.
        ms: u32,
        /// Whether the page must have the focus too.
        focused: bool,
    },
    /// Store a text for the next load of the page, or remove the stored one if it is empty.
    SaveProgress(String),
    /// Add the second route to the history, so that *Back* leads to the first.
    PushHistory(Route, Route),
    /// Set the page's title, if it is the form's own page.
    NamePage(String),
    /// Turn the before-unload guard on or off.
    GuardUnload(bool),
    /// Copy a text. The answer is `Message::CopyFinished`.
    Copy(Copy, Secret),
    /// Move the focus after rendering.
    Focus(Target),
    /// Dispatch an event to the host page.
    Emit(Event),
}

/// The source of a request's `Authorization` header.
#[derive(Clone, Debug)]
pub enum Authorize {
    /// This value.
    Value(Secret),
    /// The host page provides it.
    Host,
    /// A proxy adds it.
    Nobody,
}

/// A target of the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The control of a field.
    Field(Field),
    /// The note about a failure.
    Failure,
    /// The heading of the step.
    Step,
    /// The field for the id of an account's owner.
    OwnerId,
    /// The field for the name of an account's owner.
    OwnerName,
    /// The first check box of the table of actions.
    Actions,
    /// The search among the actions, if the focus is on the button that stops reading, which disappears.
    ActionSearch,
    /// The heading of the result.
    Done,
    /// The outcome of the sign-in.
    Connection,
    /// The list of pending changes.
    Changes,
}
