//! The context in which a draft is checked.

use super::Secret;

/// What is known from StackOne so far, and the API key.
#[derive(Clone, Debug, Default)]
pub struct CheckContext {
    /// The name of the profile if the field is blank.
    pub default_name: String,
    /// Names of the existing profiles.
    pub names: Vec<String>,
    /// The API key, if one was typed. The name must not contain it.
    pub api_key: Secret,
    /// Selected ids that StackOne does not list. Computed when the selection or the list changes, and not at each
    /// check, because both can be long.
    pub unknown_actions: Vec<String>,
}
