//! Profile name: optional free text. Must not contain a secret, because everybody who lists the profiles sees it.

use super::credential::holds_secret;
use super::secret::looks_like_api_key;
use super::{CheckContext, Code, Draft, environment_name};
use crate::i18n::Words;
use crate::salesforce::credentials::{
    looks_like_access_token, looks_like_hex_secret, looks_like_jwt, looks_like_refresh_token,
};
use crate::salesforce::{self, Environment};

const MAX_LENGTH: usize = 255;

impl Draft {
    /// The name for a blank field: `Salesforce (Production)` or `Salesforce (Sandbox)`.
    pub fn default_name(&self, words: &Words) -> String {
        let environment = Environment::from_name(super::trim(&self.environment)).unwrap_or(Environment::Production);
        format!("{} ({})", salesforce::NAME, words.get(environment_name(environment)))
    }
}

/// Returns the most helpful issue of a trimmed name. `secret` is the trimmed client secret.
pub(super) fn validate(text: &str, secret: &str, context: &CheckContext) -> Option<Code> {
    let holds_secret = [secret, super::trim(context.api_key.expose())].iter().any(|secret| holds_secret(text, secret));
    [
        (holds_secret || text.split(is_between_words).any(is_token), Code::LooksLikeSecret),
        (text.chars().any(char::is_control), Code::InvalidCharacter),
        (text.chars().nth(MAX_LENGTH).is_some(), Code::TooLong),
        (context.names.iter().any(|name| name == text), Code::DuplicateName),
    ]
    .into_iter()
    .find_map(|(applies, code)| applies.then_some(code))
}

/// Whether a character separates the words of a name. A credential is one word.
pub fn is_between_words(c: char) -> bool {
    !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_' | '!' | '-')
}

fn is_token(word: &str) -> bool {
    [looks_like_hex_secret, looks_like_access_token, looks_like_refresh_token, looks_like_jwt, looks_like_api_key]
        .iter()
        .any(|looks_like_it| looks_like_it(word))
}
