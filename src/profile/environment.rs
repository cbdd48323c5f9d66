//! Environment: one of two words.

use super::Code;
use crate::salesforce::Environment;

/// Reads a trimmed environment.
pub(super) fn validate(text: &str) -> Result<Environment, Code> {
    match text {
        "" => Err(Code::Required),
        _ => Environment::from_name(text).ok_or(Code::UnknownEnvironment),
    }
}
