//! Why a click on the main button came to nothing. Each way has its code, its words and its way on; the codes are
//! public surface.

use strum::IntoStaticStr;

use super::TimerId;
use crate::stackone::{ConnectorProfile, ErrorBody, TransportError, UnixTime};

/// The code in `profile-failed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum FailureCode {
    /// Errors on the form.
    InvalidDraft,
    /// 401, or the host page gave no authorization.
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
    /// No answer that the browser lets us see.
    Blocked,
    /// Success that is not of the documented shape.
    Unreadable,
    /// The form itself broke.
    Broken,
}

impl FailureCode {
    /// The name in the event.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// One way to fail, with what is worth showing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// StackOne does not accept the key.
    Unauthorized,
    /// The host page gave no authorization, and why in its own words, which may be empty.
    NoAuthorization(String),
    /// 401 with a web page: a sign-in of the site that serves the form. The key was not looked at.
    SiteSignIn,
    /// 403 with a web page: the site itself, or a firewall on the way.
    SiteForbidden,
    /// StackOne knows the key and refuses.
    Forbidden(ErrorBody),
    /// The address does not take the request.
    NotOffered,
    /// A profile like this exists.
    Conflict(Vec<ConnectorProfile>),
    /// StackOne does not take the values.
    Rejected(ErrorBody),
    /// Too many requests.
    RateLimited {
        /// Seconds left until the next one may be sent.
        seconds: u64,
        /// When it may be sent: nothing counts while a device sleeps.
        until: UnixTime,
        /// What counts them.
        timer: TimerId,
    },
    /// The list could not be read before the create, so nothing was sent.
    ListUnavailable,
    /// The outcome is unknown and the list cannot be read.
    OutcomeUnknown,
    /// The outcome got lost and the list has nothing new, or not yet.
    NotListed,
    /// The outcome got lost and the list has these since, which may be it or someone else's.
    AmbiguousMatch(Vec<ConnectorProfile>),
    /// Someone else changed the profile after it was opened. Its current state, or `None` if it is gone.
    ChangedMeanwhile(Option<Box<ConnectorProfile>>),
    /// The outcome of a change got lost. Changing twice does no harm.
    NotSaved,
    /// Nothing could be sent.
    Blocked(TransportError),
    /// Success that cannot be read: what came, size-limited.
    Unreadable(String),
    /// The list came in a shape that cannot be read, before anything was created: what came, size-limited.
    UnreadableList(String),
}

impl Failure {
    /// Its code.
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

    /// Whether pressing again can help without a change.
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

    /// Whether the request is shown, to be sent from elsewhere.
    pub fn shows_request(&self) -> bool {
        matches!(self, Self::NotOffered | Self::Blocked(_) | Self::NotListed)
    }
}
