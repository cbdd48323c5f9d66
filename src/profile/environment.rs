//! Environment: `production` or `sandbox`.

use super::Code;
use crate::i18n::TextKey;
use crate::salesforce::Environment;

/// The text for an environment.
pub fn environment_name(environment: Environment) -> TextKey {
    match environment {
        Environment::Production => TextKey::Production,
        Environment::Sandbox => TextKey::Sandbox,
    }
}

/// Parses a trimmed environment.
pub(super) fn validate(text: &str) -> Result<Environment, Code> {
    match text {
        "" => Err(Code::Required),
        _ => Environment::from_name(text).ok_or(Code::UnknownEnvironment),
    }
}
