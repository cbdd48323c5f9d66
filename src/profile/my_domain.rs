//! My Domain: an optional address. It must be the org's own login host and fit the environment, because Salesforce does
//! not explain why a link to a wrong host fails.

use super::Code;
use crate::salesforce::{Environment, HostError, HostNote, MyDomain};

/// Parses a trimmed address; blank gives `None`. Compares it with the environment only if there is one.
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

/// The warning for a remark on a host.
pub(super) fn warning(note: HostNote) -> Code {
    match note {
        HostNote::Rewritten => Code::RewrittenHost,
        HostNote::UnknownPartition => Code::UnknownPartition,
        HostNote::Legacy => Code::LegacyHost,
    }
}
