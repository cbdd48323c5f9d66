//! Profile name: optional free text.

use super::Code;

const LONGEST: usize = 255;

/// The most telling thing to say about a trimmed name. `taken` are the names that exist.
pub(super) fn validate(text: &str, taken: &[String]) -> Option<Code> {
    [
        (text.chars().any(char::is_control), Code::InvalidCharacter),
        (text.chars().nth(LONGEST).is_some(), Code::TooLong),
        (taken.iter().any(|name| name == text), Code::DuplicateName),
    ]
    .into_iter()
    .find_map(|(applies, code)| applies.then_some(code))
}
