//! My Domain: an optional address. It must be the org's own login host and fit the environment, because a link to the
//! wrong one fails at Salesforce without a word of why.

use super::Code;
use crate::salesforce::{Environment, HostError, HostNote, MyDomain};

/// Reads a trimmed address; blank is no address. Without an environment, whether the two fit is left open.
pub(super) fn validate(text: &str, environment: Option<Environment>) -> Result<Option<MyDomain>, Code> {
    if text.is_empty() {
        return Ok(None);
    }
    let domain = MyDomain::parse(text).map_err(error)?;
    match (domain.environment, environment) {
        (Some(own), Some(chosen)) if own != chosen => Err(Code::EnvironmentMismatch),
        _ => Ok(Some(domain)),
    }
}

fn error(error: HostError) -> Code {
    match error {
        HostError::NotHttps => Code::NotHttps,
        HostError::HasUserinfo => Code::HasUserinfo,
        HostError::HasPort => Code::HasPort,
        HostError::Malformed => Code::MalformedHost,
        HostError::NotSalesforce => Code::NotSalesforceHost,
        HostError::Generic => Code::GenericHost,
        HostError::Instance => Code::InstanceHost,
        HostError::ExperienceCloud => Code::ExperienceCloudHost,
    }
}

/// The warning that a remark on a host becomes.
pub(super) fn warning(note: HostNote) -> Code {
    match note {
        HostNote::Rewritten => Code::RewrittenHost,
        HostNote::UnknownPartition => Code::UnknownPartition,
        HostNote::Legacy => Code::LegacyHost,
    }
}
