//! A text that is, or may contain, a secret: the client secret, the API key, a pasted error. It cannot be printed,
//! compared or serialised, and its memory is wiped when the last clone is dropped.

use std::fmt;
use std::rc::Rc;

use zeroize::Zeroizing;

use crate::salesforce::credentials;

/// Text that is never shown. Clones share one copy.
#[derive(Clone, Default)]
pub struct Secret(Rc<Zeroizing<String>>);

impl Secret {
    /// Wraps `text` without copying it.
    pub fn new(text: String) -> Self {
        Self(Rc::new(Zeroizing::new(text)))
    }

    /// The text.
    ///
    /// # Security
    /// The only access to the text. Use it only to check it, to show it in its own place, and to send it to StackOne.
    /// Never put a client secret, an API key or a pasted error into a message, an event, an address or storage.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether both are clones of the same secret. Does not compare the texts.
    pub fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Whether the text is empty or only white space.
    pub fn is_blank(&self) -> bool {
        super::trim(self.expose()).is_empty()
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::REDACTED)
    }
}

impl Secret {
    /// The text that is shown instead of a secret.
    pub const REDACTED: &str = "‹redacted›";
}

/// Whether a word looks like a key, a secret or a token.
pub(crate) fn looks_secret(word: &str) -> bool {
    credentials::looks_like_secret(word)
        || credentials::looks_like_key(word)
        || credentials::looks_like_access_token(word)
        || credentials::looks_like_refresh_token(word)
        || word.starts_with("v1.")
}

/// Whether `word` has the form of a StackOne API key: `v1.`, a region, a dot, and 8 or more characters.
pub(super) fn looks_like_api_key(word: &str) -> bool {
    let parts = word.strip_prefix("v1.").and_then(|parts| parts.split_once('.'));
    parts.is_some_and(|(region, rest)| region.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.len() >= 8)
}

/// Whether `text` contains `secret`, ignoring case.
pub(crate) fn has_secret(text: &str, secret: &str) -> bool {
    credentials::contains(text, secret)
}
