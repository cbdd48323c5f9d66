//! Unguessable values in the formats of their issuers: ids, codes, tokens, keys, secrets.

use std::fmt::Write;

use rand::distr::{Alphanumeric, SampleString};

/// Letters and digits.
pub fn alphanumeric(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}

/// Upper-case hexadecimal digits, two for each byte.
pub fn upper_hex<const BYTES: usize>() -> String {
    let bytes: [u8; BYTES] = rand::random();
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}
