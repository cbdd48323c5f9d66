//! Events with their texts, as the host page receives them. Names and formats are public.

use crate::app::{Event, FailedBecause, State};
use crate::i18n::{TextKey, Words, plain};
use crate::profile::Issue;
use crate::stackone::Json;

/// An event to dispatch.
#[derive(Clone, Debug)]
pub struct WordedEvent {
    name: &'static str,
    detail: Json,
}

impl WordedEvent {
    /// The event's name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The event's `detail`: always an object.
    pub fn detail(&self) -> &Json {
        &self.detail
    }

    /// The event for Escape.
    pub fn close() -> Self {
        Self { name: Event::Close.name(), detail: Json::object(Vec::new()) }
    }

    /// The event for a crash. Contains nothing of the state, which is unreliable then.
    pub fn broken(words: &Words) -> Self {
        let because = FailedBecause::Broken;
        let detail = failed(&because, words.get(TextKey::Crashed));
        Self { name: Event::Failed(because).name(), detail }
    }
}

/// Adds the texts to an event.
pub fn worded(state: &State, event: &Event) -> WordedEvent {
    let words = state.words();
    let detail = match event {
        Event::Ready | Event::Close => Json::object(Vec::new()),
        Event::Step(step) => Json::object(vec![("step", step.name().into())]),
        Event::Authorize { url } => Json::object(vec![("url", url.as_str().into())]),
        Event::Validation(issues) => issues_json(issues, words),
        Event::Created(profile) | Event::Updated(profile) => Json::object(vec![("profile", profile.json())]),
        Event::Linked { account, profile } => Json::object(vec![
            ("accountId", account.as_deref().map_or(Json::Null, Json::from)),
            ("profileId", profile.as_str().into()),
        ]),
        Event::Failed(because) => match because {
            FailedBecause::InvalidDraft => failed(because, words.get(TextKey::InvalidDraft)),
            FailedBecause::Failure(failure) => failed(because, &state.in_words().whole(failure)),
            FailedBecause::Broken => failed(because, words.get(TextKey::Crashed)),
        },
    };
    WordedEvent { name: event.name(), detail }
}

fn failed(because: &FailedBecause, message: &str) -> Json {
    Json::object(vec![
        ("code", because.code().name().into()),
        ("message", message.into()),
        ("retryable", Json::Bool(because.is_retryable())),
    ])
}

/// Issues in JavaScript's format: `{ valid, issues }`.
pub fn issues_json(issues: &[Issue], words: &Words) -> Json {
    let list = issues.iter().map(|issue| issue_json(issue, words)).collect();
    let valid = !issues.iter().any(Issue::is_error);
    Json::object(vec![("valid", Json::Bool(valid)), ("issues", Json::List(list))])
}

/// An issue in JavaScript's format: `{ field, code, severity, message }`.
pub fn issue_json(issue: &Issue, words: &Words) -> Json {
    Json::object(vec![
        ("field", issue.field.name().into()),
        ("code", issue.code.name().into()),
        ("severity", issue.code.severity().name().into()),
        ("message", Json::Text(issue_message(issue, words))),
    ])
}

/// The text of an issue, without the marks `⟦…⟧`.
pub fn issue_message(issue: &Issue, words: &Words) -> String {
    plain(&words.issue(issue.field.name(), issue.code.name(), &issue.about))
}
