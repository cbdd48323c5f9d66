//! The events for the host page, as data; `worded_event` adds the texts. No event contains a secret.

use crate::features::guide::Step;
use crate::profile::Issue;
use crate::requests::{Failure, FailureCode};
use crate::stackone::ConnectorProfile;

/// An event of the element.
#[derive(Clone, Debug)]
pub enum Event {
    /// The form is rendered and accepts input.
    Ready,
    /// The guide moved to a step.
    Step(Step),
    /// The issues of the draft changed. Contains all of them.
    Validation(Vec<Issue>),
    /// The person copies or opens the authorization URL.
    Authorize {
        /// The URL.
        url: String,
    },
    /// The person pressed Escape. The key event itself stays inside the form.
    Close,
    /// The profile was created in StackOne.
    Created(ConnectorProfile),
    /// The changes were saved in StackOne.
    Updated(ConnectorProfile),
    /// An account was connected to a profile.
    Linked {
        /// The account's id, if known.
        account: Option<String>,
        /// The profile's id.
        profile: String,
    },
    /// A click on the main button failed, or the form crashed.
    Failed(FailedBecause),
}

/// Why a click on the main button failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailedBecause {
    /// The form has errors.
    InvalidDraft,
    /// A request failed.
    Failure(Failure),
    /// The form crashed.
    Broken,
}

impl FailedBecause {
    /// The public code.
    pub fn code(&self) -> FailureCode {
        match self {
            Self::InvalidDraft => FailureCode::InvalidDraft,
            Self::Failure(failure) => failure.code(),
            Self::Broken => FailureCode::Broken,
        }
    }

    /// Whether pressing again may succeed without a change of the form.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Failure(failure) => failure.is_retryable(),
            Self::InvalidDraft | Self::Broken => false,
        }
    }
}

impl Event {
    /// The event's name.
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
