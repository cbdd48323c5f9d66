//! Environment: one of two words.

use super::Code;
use crate::i18n::TextKey;
use crate::salesforce::Environment;

/// The name of an environment, as a person reads it.
pub fn environment_name(environment: Environment) -> TextKey {
    match environment {
        Environment::Production => TextKey::Production,
        Environment::Sandbox => TextKey::Sandbox,
    }
}

/// Reads a trimmed environment.
pub(super) fn validate(text: &str) -> Result<Environment, Code> {
    match text {
        "" => Err(Code::Required),
        _ => Environment::from_name(text).ok_or(Code::UnknownEnvironment),
    }
}
