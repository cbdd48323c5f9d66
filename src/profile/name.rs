//! Profile name: optional free text, shown to everybody who sees the list of profiles. No secret belongs there.

use super::credential::holds_secret;
use super::secret::looks_like_api_key;
use super::{CheckContext, Code};
use crate::salesforce::credentials::{
    looks_like_access_token, looks_like_hex_secret, looks_like_jwt, looks_like_refresh_token,
};

const LONGEST: usize = 255;

/// The most telling thing to say about a trimmed name, beside a trimmed client secret.
pub(super) fn validate(text: &str, secret: &str, context: &CheckContext) -> Option<Code> {
    let holds_secret = [secret, super::trim(context.api_key.expose())].iter().any(|secret| holds_secret(text, secret));
    [
        (holds_secret || text.split(is_between_words).any(is_token), Code::LooksLikeSecret),
        (text.chars().any(char::is_control), Code::InvalidCharacter),
        (text.chars().nth(LONGEST).is_some(), Code::TooLong),
        (context.names.iter().any(|name| name == text), Code::DuplicateName),
    ]
    .into_iter()
    .find_map(|(applies, code)| applies.then_some(code))
}

fn is_between_words(c: char) -> bool {
    !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_' | '!' | '-')
}

fn is_token(word: &str) -> bool {
    [looks_like_hex_secret, looks_like_access_token, looks_like_refresh_token, looks_like_jwt, looks_like_api_key]
        .iter()
        .any(|looks_like_it| looks_like_it(word))
}
