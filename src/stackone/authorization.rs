//! The `Authorization` header: Basic, with the API key as user name and no password (StackOne's API reference).

use crate::profile::{Secret, trim};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The header's value for a key. The colon after the key is part of what is encoded.
pub fn basic(key: &Secret) -> Secret {
    let user = Secret::new([trim(key.expose()), ":"].concat());
    let mut value = String::from("Basic ");
    for chunk in user.expose().as_bytes().chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            let sextet = usize::try_from(bits >> (18 - 6 * at) & 63).unwrap_or_default();
            let digit = ALPHABET.get(sextet).filter(|_| at <= chunk.len() as u32);
            value.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    Secret::new(value)
}

/// Whether a key looks like one of StackOne's: `v1.`, a region, the rest. Another look is worth a remark, no more.
pub fn is_usual_key(key: &str) -> bool {
    let mut parts = key.split('.');
    parts.next() == Some("v1") && parts.next().is_some_and(|region| !region.is_empty()) && parts.next().is_some()
}
