//! Redacts pasted text that is unknown before it is shown. Removes everything from the first secret parameter on, and
//! every long word with a digit, however it is encoded. Pasted text enters an explanation only through this file.

use super::parse::{Parameter, past};
use crate::salesforce::credentials::{looks_like_access_token, looks_like_refresh_token};
use crate::salesforce::decode::decoded;

/// The maximum length of a text that is decoded, in bytes.
const LOOKED_AT: usize = 1000;
/// The maximum length of a redacted text, in bytes.
const SHOWN: usize = 300;
/// The last words of secret parameters' names: `code`, `access_token`, `client_secret` …
const SECRET: &str = "code state token secret assertion verifier sid password signature authorization cookie";

/// Decodes all layers of `text`. Cuts a long text and appends `…`.
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

/// Decodes and redacts `text`.
pub fn redact(text: &str) -> String {
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

/// The byte position of the first secret parameter, or the length of `text`.
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

/// Whether `byte` separates words. Salesforce's tokens contain none of these bytes.
fn is_edge(byte: u8) -> bool {
    byte <= b' ' || (byte.is_ascii_punctuation() && !matches!(byte, b'.' | b'_' | b'-' | b'!' | b'~' | b'+' | b'%'))
}

/// Whether `word` may be a token: one of Salesforce's, long with a digit, very long, or cut off.
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

/// The part of `text` between two byte positions, each moved forward to the next character boundary.
pub fn cut(text: &str, start: usize, end: usize) -> &str {
    let around = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.get(around(start)..around(end)).unwrap_or_default()
}
