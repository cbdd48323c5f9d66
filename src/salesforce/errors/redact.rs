//! Pasted text that is shown back because nothing is known of it. Whatever may be a code, a token or a secret stays
//! out: everything from the first parameter on that carries one, and every long run of characters with a digit in it,
//! however it was encoded. The only way by which pasted text gets into an explanation.

use super::parse::{Parameter, past};
use crate::salesforce::credentials::{looks_like_access_token, looks_like_refresh_token};
use crate::salesforce::decode::decoded;

/// As much of a text as is looked at, in bytes.
const LOOKED_AT: usize = 1000;
/// As much as is shown, in bytes.
const SHOWN: usize = 300;
/// How the names of parameters end that carry what nobody may see: `code`, `access_token`, `client_secret` …
const SECRET: &str = "code state token secret assertion verifier sid password signature authorization cookie";

/// The text without any layer of encoding; of a long text, its beginning.
pub fn opened(text: &str) -> String {
    let start = cut(text, 0, LOOKED_AT);
    let mut open = start.to_owned();
    while let Some(next) = decoded(&open) {
        open = next;
    }
    if start.len() < text.len() {
        open.push('…');
    }
    open
}

/// What may be shown of a text.
pub fn shown(text: &str) -> String {
    let open = opened(text);
    let end = secret_in(&open);
    let mut out = String::new();
    let mut at = 0;
    while at < end {
        let edge = past(&open, at, |b| !is_edge(b));
        let word = open.get(at..edge).unwrap_or_default();
        if out.len() + word.len() > SHOWN {
            out.push('…');
            break;
        }
        out.push_str(if is_token(word) { "…" } else { word });
        match open.as_bytes().get(edge) {
            Some(byte) if edge < end && *byte > b' ' => out.push(char::from(*byte)),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
        at = edge + 1;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Where the first parameter stands that carries a secret.
fn secret_in(text: &str) -> usize {
    let mut at = 0;
    while let Some(parameter) = Parameter::first(text, at) {
        let name = parameter.name.to_ascii_lowercase();
        if SECRET.split(' ').any(|end| name.ends_with(end)) {
            return parameter.at;
        }
        at = parameter.end();
    }
    text.len()
}

/// Whether words end there, and tokens of Salesforce with them.
fn is_edge(byte: u8) -> bool {
    byte <= b' ' || (byte.is_ascii_punctuation() && !matches!(byte, b'.' | b'_' | b'-' | b'!' | b'~' | b'+' | b'%'))
}

/// A run of characters that may be a token: one of Salesforce's, or long and with a digit, or very long, or cut off.
fn is_token(word: &str) -> bool {
    let mut length = 0;
    let mut digits = 0;
    for byte in word.bytes() {
        length += usize::from(byte.is_ascii());
        digits += usize::from(byte.is_ascii_digit());
    }
    let is_long = length >= 32 || (length >= 16 && digits > 0);
    is_long || word.ends_with('…') || looks_like_access_token(word) || looks_like_refresh_token(word)
}

/// The part of a text between two places, or a little more where they are inside a character.
pub fn cut(text: &str, start: usize, end: usize) -> &str {
    let around = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.get(around(start)..around(end)).unwrap_or_default()
}
