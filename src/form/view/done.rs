//! The result: what stands in StackOne now.

use super::super::state::{Done, How};
use crate::text::{Key, Words};

/// The result to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneView<'a> {
    /// Heading.
    pub title: &'a str,
    /// What it means.
    pub body: &'a str,
    /// Facts, each with its name.
    pub facts: Vec<(&'a str, String)>,
    /// The button that goes on.
    pub another: &'a str,
}

pub(super) fn done<'a>(done: &Done, words: &'a Words) -> DoneView<'a> {
    let (title, body) = match done.how {
        How::Created => (Key::DoneTitle, Key::DoneBody),
        How::Found => (Key::DoneTitle, Key::DoneCompared),
        How::Changed => (Key::SavedTitle, Key::SavedBody),
    };
    let profile = &done.profile;
    let environment = match profile.environment.as_str() {
        "production" => words.get(Key::Production),
        "sandbox" => words.get(Key::Sandbox),
        other => other,
    };
    let mut facts = Vec::new();
    for (key, value) in [
        (Key::DoneName, profile.name.as_str()),
        (Key::DoneId, &profile.id),
        (Key::DoneEnvironment, environment),
        (Key::DoneWhen, &readable_time(&profile.created_at)),
    ] {
        if !value.is_empty() {
            facts.push((words.get(key), value.to_owned()));
        }
    }
    DoneView { title: words.get(title), body: words.get(body), facts, another: words.get(Key::DoneAnother) }
}

/// `2026-11-23T16:45:09.000Z` → `2026-11-23 16:45 UTC`; anything else stays as it is.
pub(super) fn readable_time(text: &str) -> String {
    match (text.get(..10), text.get(10..11), text.get(11..16), text.ends_with('Z')) {
        (Some(day), Some("T"), Some(minute), true) => [day, " ", minute, " UTC"].concat(),
        _ => text.to_owned(),
    }
}
