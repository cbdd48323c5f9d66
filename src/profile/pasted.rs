//! What comes along when a value is copied from a page: white space and invisible characters at its ends.

use crate::salesforce::my_domain::is_invisible;

/// The text without white space, non-breaking spaces and invisible characters at its ends.
///
/// ```
/// assert_eq!(stackone_connector_profile::profile::trim("\u{a0} key\u{200b}\n"), "key");
/// ```
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}
