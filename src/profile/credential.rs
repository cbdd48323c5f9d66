//! What client ID and client secret have in common: both are one word of plain ASCII, and both fields receive the same
//! wrong things. Called by the files of the two fields.

use super::Code;
use super::secret::has_secret;
use crate::salesforce::credentials;

const SHORTEST: usize = 8;
const LONGEST: usize = 256;

/// Something else that is evidently not the value, whichever of the two fields it is in.
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

/// Whether a text holds a secret. A shorter one is still being typed, and its first letters stand in many a text.
pub(super) fn holds_secret(text: &str, secret: &str) -> bool {
    secret.len() >= SHORTEST && has_secret(text, secret)
}

/// A character or a length that cannot be right: characters first, because they explain more.
pub(super) fn misshapen(text: &str) -> Option<Code> {
    // In the table below length comes last, and by then every character is one byte.
    let length = text.len();
    [
        (text.chars().any(char::is_whitespace), Code::WhitespaceInside),
        (text.chars().any(is_impossible), Code::InvalidCharacter),
        (length < SHORTEST, Code::TooShort),
        (length > LONGEST, Code::TooLong),
    ]
    .into_iter()
    .find_map(|(applies, code)| applies.then_some(code))
}

fn is_impossible(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_control() || ['"', '\'', '`', '\\', '<', '>'].contains(&c)
}
