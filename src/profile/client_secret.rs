//! Client secret: Salesforce's consumer secret. Checked like the client ID, from which it must differ.

use super::{Code, credential};
use crate::salesforce::credentials;

/// Returns the most helpful issue of a trimmed client secret; `client_id` is trimmed, too.
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
