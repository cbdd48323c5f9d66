//! What a draft is checked against.

use super::Secret;

/// What StackOne said, as far as it was asked, and the API key.
#[derive(Clone, Debug, Default)]
pub struct CheckContext {
    /// The name that is used if the field is blank.
    pub default_name: String,
    /// Names of the profiles that exist.
    pub names: Vec<String>,
    /// The API key, where one was typed.
    pub api_key: Secret,
    /// Ids among the chosen actions that StackOne's list does not have. Looked for where the choice or the list changes,
    /// not at each check: both can be long.
    pub unknown_actions: Vec<String>,
}
