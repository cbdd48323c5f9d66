//! The answer to a request, or why there is none. Created by `browser`, interpreted by `requests`.

use super::UnixTime;

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The header `Retry-After`, if the browser lets us read it.
    pub retry_after: Option<String>,
    /// The header `Date`, if the browser lets us read it: the time of the server's clock.
    pub date: Option<String>,
    /// The header `Age`, if the browser lets us read it: the seconds that the answer spent in a cache.
    pub age: Option<String>,
    /// When it arrived, by the device's clock.
    pub now: UnixTime,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// Adds the body; `None` if it was incomplete or too long. An error is useful without its body, for its status and
    /// pause; a success is not.
    ///
    /// # Errors
    /// `BrokenOff` for a success without a body.
    pub fn arrived(self, body: Option<String>) -> Result<Self, TransportError> {
        match body {
            None if self.status < 400 => Err(TransportError::BrokenOff(self.status)),
            body => Ok(Self { body: body.unwrap_or_default(), ..self }),
        }
    }

    /// Whether the answer is from a cache, so that it may be outdated.
    pub fn is_aged(&self) -> bool {
        self.age.as_deref().is_some_and(|age| !matches!(age.trim(), "" | "0"))
    }
}

/// Whether a body is a web page. StackOne answers in JSON, so the page is from the site that serves the form, or from a
/// proxy.
pub fn is_web_page(body: &str) -> bool {
    body.trim_start().starts_with('<')
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The browser reports that the device is offline.
    Offline,
    /// A content security policy forbids the address.
    ForbiddenByPolicy,
    /// The browser does not say why: CORS, an unknown host, a broken connection.
    Network,
    /// No answer in time.
    TimedOut,
    /// The answer has this status of success, but its body is incomplete or too long.
    BrokenOff(u16),
    /// The host page provided no authorization, so nothing was sent. Contains its error message, which may be empty.
    NoAuthorization(String),
}
