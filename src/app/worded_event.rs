//! Events in words, as the host page gets them. Names and shapes are public surface.

use crate::app::{Event, FailedBecause, State};
use crate::i18n::{TextKey, Words, plain};
use crate::profile::Issue;
use crate::stackone::Json;

/// An event as it is dispatched.
#[derive(Clone, Debug)]
pub struct WordedEvent {
    name: &'static str,
    detail: Json,
}

impl WordedEvent {
    /// The name that listeners use.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The event's `detail`: always an object.
    pub fn detail(&self) -> &Json {
        &self.detail
    }

    /// Escape was pressed.
    pub fn close() -> Self {
        Self { name: Event::Close.name(), detail: Json::object(Vec::new()) }
    }

    /// The form broke. No state is to be trusted then.
    pub fn broken(words: &Words) -> Self {
        let because = FailedBecause::Broken;
        let detail = failed(&because, words.get(TextKey::Crashed));
        Self { name: Event::Failed(because).name(), detail }
    }
}

/// An event in the words of a state.
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

/// Issues as JavaScript gets them: `{ valid, issues }`.
pub fn issues_json(issues: &[Issue], words: &Words) -> Json {
    let list = issues.iter().map(|issue| issue_json(issue, words)).collect();
    let valid = !issues.iter().any(Issue::is_error);
    Json::object(vec![("valid", Json::Bool(valid)), ("issues", Json::List(list))])
}

/// An issue as JavaScript gets it: `{ field, code, severity, message }`.
pub fn issue_json(issue: &Issue, words: &Words) -> Json {
    Json::object(vec![
        ("field", issue.field.name().into()),
        ("code", issue.code.name().into()),
        ("severity", issue.code.severity().name().into()),
        ("message", Json::Text(issue_message(issue, words))),
    ])
}

/// The words for an issue, without marks.
pub fn issue_message(issue: &Issue, words: &Words) -> String {
    plain(&words.issue(issue.field.name(), issue.code.name(), &issue.about))
}
