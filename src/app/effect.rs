//! What the form wants done in the world, as data. Run by `browser`, which answers with messages.

use crate::app::{Copy, Event, Route};
use crate::profile::{Field, Secret};
use crate::requests::{RequestId, TimerId};
use crate::stackone::Request;

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Send a request and answer with `Message::AnswerArrived` and the same number.
    Send {
        /// Its number. Answers to unknown numbers are dropped.
        id: RequestId,
        /// What to send.
        request: Request,
        /// Who authorises it.
        authorize: Authorize,
        /// How long to wait before it is sent, in milliseconds. Nothing is sent once the form went meanwhile.
        delay_ms: u32,
        /// How long to wait for the answer once it is sent, in milliseconds.
        timeout_ms: u32,
    },
    /// Wait a second and answer with `Message::CountdownTicked`, the same number and the time.
    StartCountdown(TimerId),
    /// Wait this many milliseconds, then answer with `GuideMessage::ClockRead`, the same number and the time.
    ReadClock(TimerId, u32),
    /// Wait this many milliseconds and until the page is visible, then answer with `LinkMessage::PageSeen`, the same number and
    /// the time.
    AwaitPage {
        /// Its number.
        wait: TimerId,
        /// How long at least.
        ms: u32,
        /// Whether the page must have the focus too.
        focused: bool,
    },
    /// Keep a text for the next load of the page; an empty one is forgotten.
    SaveProgress(String),
    /// Put the second route into the address of the page, so that *Back* leads to the first.
    PushHistory(Route, Route),
    /// Give the page this title, where it is the form's own.
    NamePage(String),
    /// Ask before the page is left, or no longer.
    GuardUnload(bool),
    /// Put a text on the clipboard and answer with `Message::Copied`.
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
    /// The heading of the step.
    Step,
    /// A field for the owner of an account: the id, or the name.
    Owner {
        /// The id.
        id: bool,
    },
    /// The first check box of the table of actions.
    Actions,
    /// The search among the actions, where the focus is at the button that ends their reading.
    ActionSearch,
    /// The heading of the result.
    Done,
    /// The outcome of the sign-in.
    Connection,
    /// What a change comes to.
    Changes,
}
