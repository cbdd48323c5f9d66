//! The fields of a query or a form. Salesforce ignores unknown parameters, so nothing here rejects one. Of a repeated
//! name the first value counts.

use serde::Deserialize;

/// Decoded pairs in the order sent. `axum::Form` reads them from the query of a GET and the body of a POST.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Fields that were not received.
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// The value, as sent; also `None` if it is empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next().filter(|value| !value.is_empty())
    }

    /// The value, or an empty text.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// Every value with this name: the checked boxes of a group.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
