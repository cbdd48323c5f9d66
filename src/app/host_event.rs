//! The events for the host page, as values. `view` puts them in words when they leave. No event ever contains a secret.

use crate::features::guide::Step;
use crate::profile::Issue;
use crate::requests::{Failure, FailureCode};
use crate::stackone::ConnectorProfile;

/// One event on the element.
#[derive(Clone, Debug)]
pub enum Event {
    /// The form is rendered and accepts input.
    Ready,
    /// The guide went to a step.
    Step(Step),
    /// The judgement of the draft changed. All issues.
    Validation(Vec<Issue>),
    /// The person takes the authorization URL along.
    Authorize {
        /// The URL.
        url: String,
    },
    /// The person wants to leave the form: Escape, which a host page does not hear itself.
    Close,
    /// The profile was created in StackOne.
    Created(ConnectorProfile),
    /// The changes were saved in StackOne.
    Updated(ConnectorProfile),
    /// An account was connected to a profile.
    Linked {
        /// Its id, where that is known.
        account: Option<String>,
        /// The id of the profile.
        profile: String,
    },
    /// A click on the main button came to nothing, or the form broke.
    Failed(FailedBecause),
}

/// Why a click on the main button came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailedBecause {
    /// Errors on the form.
    InvalidDraft,
    /// What came of the requests.
    Failure(Failure),
    /// The form itself broke.
    Broken,
}

impl FailedBecause {
    /// Its code.
    pub fn code(&self) -> FailureCode {
        match self {
            Self::InvalidDraft => FailureCode::InvalidDraft,
            Self::Failure(failure) => failure.code(),
            Self::Broken => FailureCode::Broken,
        }
    }

    /// Whether pressing again can help without a change.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Failure(failure) => failure.is_retryable(),
            Self::InvalidDraft | Self::Broken => false,
        }
    }
}

impl Event {
    /// The name that listeners use.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Step(_) => "step",
            Self::Validation(_) => "validation",
            Self::Authorize { .. } => "authorize",
            Self::Close => "close",
            Self::Created(_) => "profile-created",
            Self::Updated(_) => "profile-updated",
            Self::Failed(_) => "profile-failed",
            Self::Linked { .. } => "account-linked",
        }
    }
}
