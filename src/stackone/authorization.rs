//! The `Authorization` header: Basic, with the API key as user name and no password (StackOne's API reference).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::profile::{Secret, trim};

/// The header's value for a key. The encoded text is the key and a colon.
pub fn basic(key: &Secret) -> Secret {
    const SCHEME: &str = "Basic ";
    let user = Secret::new([trim(key.expose()), ":"].concat());
    // The capacity is exact, because a string that grows leaves copies that are not wiped.
    let mut value = String::with_capacity(SCHEME.len() + user.expose().len().div_ceil(3) * 4);
    value.push_str(SCHEME);
    STANDARD.encode_string(user.expose(), &mut value);
    Secret::new(value)
}

/// Whether `key` has the form of StackOne's keys: `v1.`, a region, a dot, the rest. Any other form is only a warning.
pub fn is_usual_key(key: &str) -> bool {
    let mut parts = key.splitn(3, '.');
    parts.next() == Some("v1")
        && [parts.next(), parts.next()].iter().all(|part| part.is_some_and(|part| !part.is_empty()))
}
