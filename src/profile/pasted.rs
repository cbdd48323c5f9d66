//! Removes what is copied along with a value: white space and invisible characters at its ends.

use crate::salesforce::my_domain::is_invisible;

/// Trims white space, non-breaking spaces and invisible characters.
///
/// ```
/// assert_eq!(stackone_connector_profile::profile::trim("\u{a0} key\u{200b}\n"), "key");
/// ```
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}
