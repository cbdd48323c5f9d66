//! Client secret: Salesforce's consumer secret. As for the client ID, and it must not be the client ID.

use super::{Code, credential};
use crate::salesforce::credentials;

/// The most telling thing to say about a trimmed client secret, beside a trimmed client ID.
pub(super) fn validate(text: &str, client_id: &str) -> Option<Code> {
    if text.is_empty() {
        return Some(Code::Required);
    }
    credentials::looks_masked(text)
        .then_some(Code::Masked)
        .or_else(|| credentials::looks_like_key(text).then_some(Code::LooksLikeClientId))
        .or_else(|| credential::something_else(text))
        .or_else(|| (text == client_id).then_some(Code::SameAsClientId))
        .or_else(|| credential::misshapen(text))
        .or_else(|| (!credentials::is_generated_secret(text)).then_some(Code::UnusualFormat))
}
