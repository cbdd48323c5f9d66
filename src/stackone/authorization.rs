//! The `Authorization` header: Basic, with the API key as user name and no password (StackOne's API reference).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::profile::{Secret, trim};

/// The header's value for a key. The encoded text is the key and a colon.
pub fn basic(key: &Secret) -> Secret {
    let user = Secret::new([trim(key.expose()), ":"].concat());
    let token = Secret::new(STANDARD.encode(user.expose()));
    Secret::new(["Basic ", token.expose()].concat())
}

/// Whether `key` has the form of StackOne's keys: `v1.`, a region, a dot, the rest. Any other form is only a warning.
pub fn is_usual_key(key: &str) -> bool {
    let mut parts = key.splitn(3, '.');
    parts.next() == Some("v1")
        && [parts.next(), parts.next()].iter().all(|part| part.is_some_and(|part| !part.is_empty()))
}
