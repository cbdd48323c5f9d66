//! What the host page hears. Names and shapes are public surface; no event ever carries a secret.

use super::{FailureCode, Step};
use crate::i18n::{Words, plain};
use crate::profile::Issue;
use crate::stackone::{ConnectorProfile, Json};

/// One event on the element.
#[derive(Clone, Debug)]
pub enum Event {
    /// The form is drawn and takes input.
    Ready,
    /// The guide went to a step.
    Step(Step),
    /// The judgement of the draft changed.
    Validation {
        /// All issues, with their words.
        issues: Vec<(Issue, String)>,
    },
    /// The person takes the authorization URL along.
    Authorize {
        /// The URL.
        url: String,
    },
    /// The person wants to leave the form: Escape, which a host page does not hear itself.
    Close,
    /// The profile stands in StackOne.
    Created(ConnectorProfile),
    /// The changes stand in StackOne.
    Updated(ConnectorProfile),
    /// A click on the main button came to nothing, or the form broke.
    Failed {
        /// Why.
        code: FailureCode,
        /// The same in words.
        message: String,
        /// Whether pressing again can help without a change.
        retryable: bool,
    },
}

impl Event {
    /// The judgement of a draft, in words.
    pub fn validation(issues: Vec<Issue>, words: &Words) -> Self {
        let mut worded = Vec::new();
        for issue in issues {
            let message = issue_message(&issue, words);
            worded.push((issue, message));
        }
        Self::Validation { issues: worded }
    }

    /// The name that listeners use.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Step(_) => "step",
            Self::Validation { .. } => "validation",
            Self::Authorize { .. } => "authorize",
            Self::Close => "close",
            Self::Created(_) => "profile-created",
            Self::Updated(_) => "profile-updated",
            Self::Failed { .. } => "profile-failed",
        }
    }

    /// The event's `detail`: always an object.
    pub fn detail(&self) -> Json {
        match self {
            Self::Ready | Self::Close => Json::object(Vec::new()),
            Self::Step(step) => Json::object(vec![("step", step.name().into())]),
            Self::Authorize { url } => Json::object(vec![("url", url.as_str().into())]),
            Self::Validation { issues } => {
                let mut list = Vec::new();
                for (issue, message) in issues {
                    list.push(issue_json(issue, message));
                }
                let valid = !issues.iter().any(|(issue, _)| issue.is_error());
                Json::object(vec![("valid", Json::Bool(valid)), ("issues", Json::List(list))])
            }
            Self::Created(profile) | Self::Updated(profile) => Json::object(vec![("profile", profile.json())]),
            Self::Failed { code, message, retryable } => Json::object(vec![
                ("code", code.name().into()),
                ("message", message.as_str().into()),
                ("retryable", Json::Bool(*retryable)),
            ]),
        }
    }
}

/// An issue as JavaScript gets it: `{ field, code, severity, message }`.
pub fn issue_json(issue: &Issue, message: &str) -> Json {
    Json::object(vec![
        ("field", issue.field.name().into()),
        ("code", issue.code.name().into()),
        ("severity", issue.code.severity().name().into()),
        ("message", message.into()),
    ])
}

/// The words for an issue, without marks.
pub fn issue_message(issue: &Issue, words: &Words) -> String {
    plain(&words.issue(issue.field.name(), issue.code.name(), &issue.about))
}
