//! Client ID: Salesforce's consumer key. Rejects what is clearly something else, warns about an unusual format.

use super::{Code, credential};
use crate::salesforce::credentials;

/// Returns the most helpful issue of a trimmed client ID.
pub(super) fn validate(text: &str) -> Option<Code> {
    if text.is_empty() {
        return Some(Code::Required);
    }
    credentials::looks_like_secret(text)
        .then_some(Code::LooksLikeSecret)
        .or_else(|| credential::something_else(text))
        .or_else(|| credential::misshapen(text))
        .or_else(|| (!credentials::is_generated_key(text)).then_some(Code::UnusualFormat))
}
