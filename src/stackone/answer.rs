//! What comes back for a request, or does not. Made by `browser`, judged by `requests`.

use super::UnixTime;

/// An answer that arrived whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The header `Retry-After`, where the browser may see it.
    pub retry_after: Option<String>,
    /// The header `Date`, the same: what the server's clock said.
    pub date: Option<String>,
    /// The header `Age`, the same: seconds for which a cache has had the answer.
    pub age: Option<String>,
    /// When it arrived.
    pub now: UnixTime,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// What arrived, with its body, or with none where that broke off or is too long. An error is that error all the same,
    /// with the pause it asks for; a success is worth nothing without its body.
    ///
    /// # Errors
    /// `BrokenOff` for such a success.
    pub fn arrived(self, body: Option<String>) -> Result<Self, TransportError> {
        match body {
            None if self.status < 400 => Err(TransportError::BrokenOff(self.status)),
            body => Ok(Self { body: body.unwrap_or_default(), ..self }),
        }
    }

    /// Whether a cache gave it, so that it may be late.
    pub fn is_aged(&self) -> bool {
        self.age.as_deref().is_some_and(|age| !matches!(age.trim(), "" | "0"))
    }
}

/// Whether a body is a web page. StackOne answers in JSON: a page is of the site that serves the form, or of something else
/// on the way.
pub fn is_web_page(body: &str) -> bool {
    body.trim_start().starts_with('<')
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The device says that it is offline.
    Offline,
    /// A content security policy forbids the address.
    ForbiddenByPolicy,
    /// The browser does not tell: CORS, a name that does not resolve, a connection that broke.
    Network,
    /// No answer in time.
    TimedOut,
    /// The answer broke off after its status, which is that of a success.
    BrokenOff(u16),
    /// The host page gave no authorization, and why in its own words, which may be empty; nothing was sent.
    NoAuthorization(String),
}
