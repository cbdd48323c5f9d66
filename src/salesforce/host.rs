//! A host name of Salesforce. Only `my_domain` and `environment` create one.

/// A host name of Salesforce, lower-case, without scheme, port or path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host(String);

impl Host {
    /// The host name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn new(name: String) -> Self {
        Self(name)
    }
}
