//! What each request of the matrix comes to when something goes wrong with it: the code of the contract's §7, what the
//! words begin with, how often StackOne was asked to write, and the buttons that lead on once nothing is wrong any more.

use Way::{Again, Look, Main, Rename};

use crate::matrix_faults::Class;

/// A button that leads on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The main button, where none is offered beside the words.
    Main,
    Again,
    Look,
    /// Another name, and the main button.
    Rename,
}

impl Way {
    /// What the button says; the main one is found by its place.
    pub fn words(self) -> Option<&'static str> {
        match self {
            Main => None,
            Again => Some("Try again"),
            Look => Some("Look again"),
            Rename => Some("Use another name"),
        }
    }
}

/// What it comes to.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    /// The code, or `done` where nothing is lost on the person.
    pub code: &'static str,
    /// What the words begin with.
    pub says: &'static str,
    /// What is among them too.
    pub and: &'static str,
    /// Requests to write that were received by then.
    pub sent: usize,
    /// The same once the way on has led to success.
    pub in_all: usize,
    pub ways: &'static [Way],
}

impl Expected {
    /// Where the focus goes.
    pub fn focus(&self) -> &'static str {
        match self.code {
            "done" => "",
            "unauthorized" if self.and.is_empty() => "apiKey",
            _ => "failure",
        }
    }
}

const DONE: Expected = Expected { code: "done", says: "", and: "", sent: 1, in_all: 1, ways: &[] };
const FOUND: Expected =
    Expected { and: "The answer got lost on the way, but the profile is in StackOne’s list", ..DONE };

const fn failed(code: &'static str, says: &'static str, ways: &'static [Way]) -> Expected {
    Expected { code, says, and: "", sent: 1, in_all: 2, ways }
}

/// What StackOne refused is the same for every request.
fn refused(class: Class) -> Option<Expected> {
    Some(match class {
        Class::Refused => failed("rejected", "StackOne does not take these values", &[Main]),
        Class::Key => failed("unauthorized", "StackOne does not accept this API key", &[Main]),
        Class::Right => failed("forbidden", "StackOne refuses this request", &[Main]),
        Class::Address => failed("not-offered", "This address does not take the request", &[Main]),
        Class::Taken => failed("conflict", "A profile like this exists", &[Rename]),
        Class::Pause => failed("rate-limited", "StackOne asks for a pause", &[Again]),
        Class::NoAuthorization => {
            let and = "This page could not get its authorization for StackOne. Nothing was sent.";
            Expected { and, sent: 0, in_all: 1, ..failed("unauthorized", "StackOne did not answer", &[Again]) }
        }
        _ => return None,
    })
}

/// A request that changes nothing that is there, in the words of the form.
fn asked(class: Class) -> Expected {
    const SILENT: Expected = failed("outcome-unknown", "StackOne did not answer", &[Again]);
    const BLOCKED: Expected = failed("blocked", "The browser could not reach StackOne", &[Again]);
    match class {
        Class::Failing | Class::FailingDone | Class::Hang | Class::HangDone | Class::CutOff => SILENT,
        Class::Dropped | Class::DroppedDone | Class::NoCors => BLOCKED,
        Class::Offline => Expected { and: "This device is offline. Nothing was sent.", ..BLOCKED },
        Class::Odd | Class::OddUndone => failed("unreadable", "StackOne’s answer cannot be read", &[Again]),
        _ => refused(class).unwrap_or(DONE),
    }
}

/// The list, before a profile is created: nothing that creates is sent.
pub fn list(class: Class) -> Expected {
    let expected = asked(class);
    Expected { sent: usize::from(class == Class::Slow), in_all: 1, ..expected }
}

/// The request that creates.
pub fn create(class: Class) -> Expected {
    const NOT: Expected = failed("outcome-unknown", "The profile was not created", &[Again]);
    match class {
        Class::Failing | Class::Hang | Class::Dropped | Class::Offline => NOT,
        Class::NoCors => Expected { sent: 0, in_all: 1, ..NOT },
        Class::FailingDone | Class::HangDone | Class::DroppedDone | Class::CutOff | Class::Odd => FOUND,
        Class::OddUndone => failed("unreadable", "StackOne’s answer cannot be read", &[Again]),
        _ => refused(class).unwrap_or(DONE),
    }
}

/// The list, after a create whose answer got lost although it was done. Whatever is wrong with it, nobody knows.
pub fn compare(class: Class) -> Expected {
    const UNKNOWN: Expected = failed("outcome-unknown", "We do not know whether the profile was created", &[Look]);
    if class == Class::Slow { FOUND } else { Expected { in_all: 1, ..UNKNOWN } }
}

/// The same where it was not done: looking again creates nothing, trying again does.
pub fn compare_undone(class: Class) -> Expected {
    match compare(class) {
        Expected { code: "done", .. } => Expected { sent: 1, ..create(Class::Dropped) },
        unknown => Expected { in_all: 2, ways: &[Look, Again], ..unknown },
    }
}

/// The list that a person looks at. It has words, and no event.
pub fn profiles(class: Class) -> Expected {
    let expected = match asked(class) {
        Expected { code: "conflict", .. } => failed("conflict", "StackOne does not take these values", &[]),
        other => other,
    };
    Expected { sent: 0, in_all: 0, ways: &[Main], ..expected }
}

/// The list of actions. Once it is read, nothing is left to press.
pub fn actions(class: Class) -> Expected {
    match profiles(class) {
        Expected { code: "done", .. } => Expected { sent: 0, in_all: 0, ..DONE },
        other => other,
    }
}

/// A change to a profile. What was done although the answer got lost is found in the list, and not sent again.
pub fn change(class: Class) -> Expected {
    const NOT_KNOWN: Expected = failed("outcome-unknown", "We do not know whether the changes were saved", &[Again]);
    const UNREADABLE: Expected = failed("unreadable", "StackOne’s answer cannot be read", &[Again]);
    match class {
        Class::Failing | Class::Hang | Class::Dropped | Class::Offline => NOT_KNOWN,
        Class::NoCors => Expected { sent: 0, in_all: 1, ..NOT_KNOWN },
        Class::FailingDone | Class::HangDone | Class::DroppedDone | Class::CutOff => {
            Expected { in_all: 1, ..NOT_KNOWN }
        }
        Class::Odd => Expected { in_all: 1, ..UNREADABLE },
        Class::OddUndone => UNREADABLE,
        _ => refused(class).unwrap_or(DONE),
    }
}

/// The link with which an account is linked. It has words, and no event.
pub fn session(class: Class) -> Expected {
    let expected = match asked(class) {
        Expected { code: "conflict", .. } => failed("conflict", "StackOne does not take these values", &[]),
        Expected { code: "unreadable", .. } => failed("unreadable", "StackOne’s answer has no link", &[]),
        Expected { code: "done", .. } => return DONE,
        other => other,
    };
    let sent = usize::from(!matches!(class, Class::NoCors | Class::NoAuthorization));
    Expected { sent, in_all: sent + 1, ways: &[Main], ..expected }
}

/// The versions there are. Once they are read, nothing is left to press.
pub fn versions(class: Class) -> Expected {
    actions(class)
}

/// A pin, and the end of one: the list tells what became of it.
pub fn pin(class: Class) -> Expected {
    const NOT_KNOWN: Expected = failed("outcome-unknown", "We do not know whether the changes were saved", &[Main]);
    match class {
        Class::Failing | Class::Hang | Class::Dropped | Class::Offline | Class::OddUndone => NOT_KNOWN,
        Class::NoCors => Expected { sent: 0, in_all: 1, ..NOT_KNOWN },
        Class::FailingDone | Class::HangDone | Class::DroppedDone | Class::CutOff | Class::Odd => DONE,
        _ => match profiles(class) {
            Expected { code: "done", .. } => DONE,
            refused if class == Class::NoAuthorization => Expected { in_all: 1, ..refused },
            refused => Expected { sent: 1, in_all: 2, ..refused },
        },
    }
}

/// The list, which tells what became of a pin. Pinning to the same again does no harm. That nothing was sent is not said.
pub fn pinned(class: Class) -> Expected {
    match profiles(class) {
        Expected { code: "done", .. } => DONE,
        other => Expected { sent: 1, in_all: 2, and: "", ..other },
    }
}
