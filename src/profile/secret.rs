//! A value that nobody may see: the client secret and the API key. It cannot be printed, compared or serialised, and
//! its memory is wiped when the last owner drops it.

use std::fmt;
use std::rc::Rc;

use zeroize::Zeroizing;

use crate::salesforce::credentials;

/// Text that is never shown. Cloning shares the one copy.
#[derive(Clone, Default)]
pub struct Secret(Rc<Zeroizing<String>>);

impl Secret {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(Rc::new(Zeroizing::new(text)))
    }

    /// The text itself.
    ///
    /// # Security
    /// The only way to it. Use it to check it, to fill the field it was typed into, and to send it to StackOne; never put
    /// it into a message, an event, an address or storage.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether both are the one text that was typed, as clones are. Texts are never compared.
    pub fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Whether nothing, or nothing but white space, was typed.
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
    /// What is shown in place of a secret.
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

/// Whether a text has the form of StackOne's API keys: `v1.`, a region, a dot, more.
pub(super) fn looks_like_api_key(word: &str) -> bool {
    let parts = word.strip_prefix("v1.").and_then(|parts| parts.split_once('.'));
    parts.is_some_and(|(region, rest)| region.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.len() >= 8)
}

/// Whether another text contains the client secret, in either letter case.
pub(crate) fn has_secret(text: &str, secret: &str) -> bool {
    !secret.is_empty() && text.to_ascii_lowercase().contains(&secret.to_ascii_lowercase())
}
