//! Removes a request's secrets from its answer. StackOne, a gateway or an error page may repeat them: verbatim, in
//! another case, or encoded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use zeroize::Zeroizing;

use crate::profile::{Secret, trim};
use crate::salesforce::decode::decoded;

/// The minimum length of a secret to remove, in bytes. A shorter one may be an ordinary word.
const MIN_LENGTH: usize = 8;

/// The text without secrets. Replaces a verbatim secret only; a word that contains an encoded one is replaced as a
/// whole.
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
    for secret in secrets.iter().map(|secret| trim(secret.expose())).filter(|secret| secret.len() >= MIN_LENGTH) {
        text = text.replace(secret, Secret::REDACTED);
        needles.extend(encoded(secret));
    }
    if needles.is_empty() {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    for word in text.split_inclusive(is_edge) {
        if word.len() >= MIN_LENGTH && has_any(word, &needles) {
            clean.push_str(Secret::REDACTED);
            // Keeps the end of the word, which may close a JSON string, even one within a string.
            let end = word.trim_end_matches(|c| is_edge(c) || c == '\\').len();
            clean.push_str(word.get(end..).unwrap_or_default());
        } else {
            clean.push_str(word);
        }
    }
    clean
}

/// Whether `c` separates words. No secret contains such a character.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>')
}

/// Whether `word` contains one of `needles`, under any number of layers of `%41`, `&#65;` and `\u0041`.
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

/// The forms in which to look for a secret: folded, in hexadecimal, and in base64 at each of the three offsets.
fn encoded(secret: &str) -> Vec<Zeroizing<String>> {
    let mut hex = Zeroizing::new(String::with_capacity(secret.len() * 2));
    for byte in secret.bytes() {
        hex.extend([byte >> 4, byte & 15].into_iter().filter_map(|half| char::from_digit(half.into(), 16)));
    }
    let mut needles = vec![folded(secret), hex];
    for before in 0..3 {
        let shifted = Zeroizing::new(["   ".get(..before).unwrap_or_default(), secret].concat());
        let whole = Zeroizing::new(STANDARD_NO_PAD.encode(shifted.as_bytes()));
        // Drops the characters at both ends, because they also encode the neighboring bytes.
        let start = before * 4 / 3 + usize::from(before > 0);
        let end = whole.len() - usize::from(!shifted.len().is_multiple_of(3));
        needles.push(folded(whole.get(start..end).unwrap_or_default()));
    }
    needles
}

/// Folds case, and the two alphabets of base64 into one.
fn folded(text: &str) -> Zeroizing<String> {
    let fold = |byte: u8| match byte {
        b'-' => b'+',
        b'_' => b'/',
        byte => byte.to_ascii_lowercase(),
    };
    Zeroizing::new(String::from_utf8(text.bytes().map(fold).collect()).unwrap_or_default())
}

/// The secrets in an `Authorization` header: the token after the scheme and, for Basic, the user name and password in
/// it. `decode` decodes base64, for which a browser has a function.
pub fn carried(value: &Secret, decode: impl Fn(&str) -> Option<String>) -> Vec<Secret> {
    let (_, token) = trim(value.expose()).split_once(' ').unwrap_or(("", value.expose()));
    let mut carried = vec![Secret::from(token)];
    if let Some(pair) = decode(token).map(Secret::new) {
        carried.extend(pair.expose().split(':').filter(|part| !part.is_empty()).map(Secret::from));
    }
    carried
}
