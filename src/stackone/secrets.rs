//! What a request carried in secret, taken out of what comes back: StackOne, a gateway or an error page may say it again, as
//! it was, in other letters, or encoded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use zeroize::Zeroizing;

use crate::profile::{Secret, trim};
use crate::salesforce::decode::decoded;

/// Below this nothing is taken out before it is read: a word of everyday use may have been typed for a key.
const SHORTEST: usize = 8;

/// The text without secrets. What stands around one that is written as it was stays; a word in which one is encoded goes.
///
/// ```
/// use stackone_connector_profile::stackone::secrets::cleaned;
/// let secrets = ["canary-secret".into()];
/// assert_eq!(cleaned(r#"{"id":"canary-secret!"}"#, &secrets), r#"{"id":"‹redacted›!"}"#);
/// assert_eq!(cleaned("Sorry: CANARY%2Dsecret, canary", &secrets), "Sorry: ‹redacted› canary");
/// assert_eq!(cleaned("Y2FuYXJ5LXNlY3JldA==", &secrets), "‹redacted›");
/// ```
pub fn cleaned(text: &str, secrets: &[Secret]) -> String {
    let mut text = text.to_owned();
    let mut needles = Vec::new();
    for secret in secrets.iter().map(|secret| trim(secret.expose())).filter(|secret| secret.len() >= SHORTEST) {
        text = text.replace(secret, Secret::REDACTED);
        needles.extend(encoded(secret));
    }
    if needles.is_empty() {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    for word in text.split_inclusive(is_edge) {
        if word.len() >= SHORTEST && has_any(word, &needles) {
            clean.push_str(Secret::REDACTED);
            // What ends it goes on ending it, also in JSON within a string.
            let end = word.trim_end_matches(|c| is_edge(c) || c == '\\').len();
            clean.push_str(word.get(end..).unwrap_or_default());
        } else {
            clean.push_str(word);
        }
    }
    clean
}

/// Whether a word ends there. No secret has such a character in it.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>')
}

/// Whether one stands in a word, under any number of layers of `%41`, `&#65;` and `\u0041`.
fn has_any(word: &str, needles: &[Zeroizing<String>]) -> bool {
    let mut open = word.to_owned();
    loop {
        let folded = folded(&open);
        if needles.iter().any(|needle| folded.contains(needle.as_str())) {
            return true;
        }
        match decoded(&open) {
            Some(next) => open = next,
            None => return false,
        }
    }
}

/// A secret as it is, in hexadecimal digits, and as a part of anything in base64. Each in one piece, which is wiped.
fn encoded(secret: &str) -> Vec<Zeroizing<String>> {
    let mut hex = Zeroizing::new(String::with_capacity(secret.len() * 2));
    for byte in secret.bytes() {
        hex.extend([byte >> 4, byte & 15].into_iter().filter_map(|half| char::from_digit(half.into(), 16)));
    }
    let mut needles = vec![folded(secret), hex];
    for before in 0..3 {
        let shifted = Zeroizing::new(["   ".get(..before).unwrap_or_default(), secret].concat());
        let whole = Zeroizing::new(STANDARD_NO_PAD.encode(shifted.as_bytes()));
        // The characters at both ends depend on what stands beside it.
        let start = before * 4 / 3 + usize::from(before > 0);
        let end = whole.len() - usize::from(!shifted.len().is_multiple_of(3));
        needles.push(folded(whole.get(start..end).unwrap_or_default()));
    }
    needles
}

/// The text in small letters, and with one of the two pairs of signs that base64 knows.
fn folded(text: &str) -> Zeroizing<String> {
    let fold = |byte: u8| match byte {
        b'-' => b'+',
        b'_' => b'/',
        byte => byte.to_ascii_lowercase(),
    };
    Zeroizing::new(String::from_utf8(text.bytes().map(fold).collect()).unwrap_or_default())
}

/// What an `Authorization` header carries: the word after its scheme, and what that stands for where it is Basic's, which
/// `decode` tells: a browser can do that by itself.
pub fn carried(value: &Secret, decode: impl Fn(&str) -> Option<String>) -> Vec<Secret> {
    let (_, token) = trim(value.expose()).split_once(' ').unwrap_or(("", value.expose()));
    let mut carried = vec![Secret::from(token)];
    if let Some(pair) = decode(token).map(Secret::new) {
        carried.extend(pair.expose().split(':').filter(|part| !part.is_empty()).map(Secret::from));
    }
    carried
}
