//! Why a request failed. Each failure has a code, texts, and a next step for the person; the codes are
//! public.

use strum::IntoStaticStr;

use super::TimerId;
use crate::stackone::{ConnectorProfile, ErrorBody, TransportError, UnixTime};

/// The code in the event `profile-failed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum FailureCode {
    /// The form has errors.
    InvalidDraft,
    /// 401, or the host page provided no authorization.
    Unauthorized,
    /// 403.
    Forbidden,
    /// 404, 405 or 501.
    NotOffered,
    /// 409.
    Conflict,
    /// 400, 422 and every other refusal.
    Rejected,
    /// 429.
    RateLimited,
    /// 408, 5xx, time-out, lost connection.
    OutcomeUnknown,
    /// The browser did not send the request, or hides its answer.
    Blocked,
    /// A success in an undocumented format.
    Unreadable,
    /// The form itself crashed.
    Broken,
}

impl FailureCode {
    /// The name in the event, such as `invalid-draft`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A failure, with what to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// StackOne rejects the API key or the host page's authorization.
    Unauthorized,
    /// The host page provided no authorization. Contains its error message, which may be empty.
    NoAuthorization(String),
    /// 401 with a web page: the site that serves the form wants a sign-in. StackOne did not see the API key.
    SiteSignIn,
    /// 403 with a web page: from the site that serves the form, or from a firewall.
    SiteForbidden,
    /// StackOne accepts the API key, but not the request.
    Forbidden(ErrorBody),
    /// The address does not exist, or does not accept this method.
    NotOffered,
    /// A profile with this name exists. Contains the profiles with the name.
    Conflict(Vec<ConnectorProfile>),
    /// StackOne rejects the values.
    Rejected(ErrorBody),
    /// Too many requests.
    RateLimited {
        /// Seconds until the next request is allowed.
        seconds: u64,
        /// The time at which it is allowed. Needed because timers stop while a device sleeps.
        until: UnixTime,
        /// The timer of the countdown.
        timer: TimerId,
    },
    /// A read got no usable answer: 408, 5xx, a time-out or a lost connection. Before a create, nothing was created.
    ListUnavailable,
    /// The outcome of the create is unknown, and the list cannot be read.
    OutcomeUnknown,
    /// The outcome of the create is unknown, and the list has no new profile, at least not yet.
    NotListed,
    /// The outcome of the create is unknown, and the list has these new profiles. Each may be somebody else's.
    AmbiguousMatch(Vec<ConnectorProfile>),
    /// Someone else changed the profile after it was opened. Contains its current state, or `None` if it was deleted.
    ChangedMeanwhile(Option<Box<ConnectorProfile>>),
    /// The outcome of a change is unknown. Saving again does no harm.
    NotSaved,
    /// The request could not be sent.
    Blocked(TransportError),
    /// A success in an unknown format. Contains the answer's text, shortened.
    Unreadable(String),
    /// The list has an unknown format, so nothing was created. Contains the answer's text, shortened.
    UnreadableList(String),
}

impl Failure {
    /// The public code.
    pub fn code(&self) -> FailureCode {
        match self {
            Self::Unauthorized | Self::NoAuthorization(_) | Self::SiteSignIn => FailureCode::Unauthorized,
            Self::Forbidden(_) | Self::SiteForbidden => FailureCode::Forbidden,
            Self::NotOffered => FailureCode::NotOffered,
            Self::Conflict(_) | Self::ChangedMeanwhile(_) => FailureCode::Conflict,
            Self::Rejected(_) => FailureCode::Rejected,
            Self::RateLimited { .. } => FailureCode::RateLimited,
            Self::ListUnavailable
            | Self::OutcomeUnknown
            | Self::NotListed
            | Self::AmbiguousMatch(_)
            | Self::NotSaved => FailureCode::OutcomeUnknown,
            Self::Blocked(_) => FailureCode::Blocked,
            Self::Unreadable(_) | Self::UnreadableList(_) => FailureCode::Unreadable,
        }
    }

    /// Whether pressing again may succeed without a change of the form.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::NoAuthorization(_)
            | Self::RateLimited { .. }
            | Self::ListUnavailable
            | Self::OutcomeUnknown
            | Self::NotListed
            | Self::NotSaved
            | Self::Unreadable(_)
            | Self::UnreadableList(_) => true,
            Self::Blocked(why) => *why != TransportError::ForbiddenByPolicy,
            Self::Unauthorized
            | Self::SiteSignIn
            | Self::SiteForbidden
            | Self::Forbidden(_)
            | Self::NotOffered
            | Self::Conflict(_)
            | Self::ChangedMeanwhile(_)
            | Self::Rejected(_)
            | Self::AmbiguousMatch(_) => false,
        }
    }

    /// Whether the request is shown, so that the person can send it from elsewhere.
    pub fn shows_request(&self) -> bool {
        matches!(self, Self::NotOffered | Self::Blocked(_) | Self::NotListed)
    }
}
