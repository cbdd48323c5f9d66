//! What a query or a form carries, by name. Salesforce ignores parameters that it does not know, so nothing here
//! complains about one; of a name given twice the first counts.

use serde::Deserialize;

/// Decoded pairs in the order sent. With `axum::Form` they come from the query of a GET and the body of a POST.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Fields made here rather than received.
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// The value, as sent; `None` also when it is empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next().filter(|value| !value.is_empty())
    }

    /// The value, or nothing.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// Every value of that name: the ticked boxes of one group.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
