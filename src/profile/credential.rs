//! Checks that client ID and client secret share: both are one word of plain ASCII, and people paste the same wrong
//! values into both. Called by the files of the two fields.

use super::Code;
use super::secret::has_secret;
use crate::salesforce::credentials;

const MIN_LENGTH: usize = 8;
const MAX_LENGTH: usize = 256;

/// The code for a value that is clearly something else, in either field.
pub(super) fn something_else(text: &str) -> Option<Code> {
    [
        (credentials::looks_like_access_token(text), Code::LooksLikeAccessToken),
        (credentials::looks_like_refresh_token(text), Code::LooksLikeRefreshToken),
        (credentials::looks_like_url(text), Code::LooksLikeUrl),
        (credentials::looks_like_email(text), Code::LooksLikeEmail),
    ]
    .into_iter()
    .find_map(|(applies, code)| applies.then_some(code))
}

/// Whether `text` contains `secret`. Ignores a short secret: it is still being typed, and many texts contain its first
/// letters.
pub(super) fn holds_secret(text: &str, secret: &str) -> bool {
    secret.len() >= MIN_LENGTH && has_secret(text, secret)
}

/// The code for an impossible character or length. Characters come first, because they explain more.
pub(super) fn misshapen(text: &str) -> Option<Code> {
    // Bytes are characters here: a text that is not ASCII fails an earlier row.
    let length = text.len();
    [
        (text.chars().any(char::is_whitespace), Code::WhitespaceInside),
        (text.chars().any(is_impossible), Code::InvalidCharacter),
        (length < MIN_LENGTH, Code::TooShort),
        (length > MAX_LENGTH, Code::TooLong),
    ]
    .into_iter()
    .find_map(|(applies, code)| applies.then_some(code))
}

fn is_impossible(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_control() || ['"', '\'', '`', '\\', '<', '>'].contains(&c)
}
