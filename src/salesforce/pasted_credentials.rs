//! Key and secret inside of what was pasted: an authorization URL, a line of an env file, JSON, a whole page of Setup.
//! Only what Salesforce generates is found; nothing is guessed.

use super::credentials::{is_generated_key, is_generated_secret, looks_like_hex_secret};

/// What stands in a text, each the first of its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PastedCredentials<'a> {
    /// A consumer key.
    pub key: Option<&'a str>,
    /// A consumer secret.
    pub secret: Option<&'a str>,
}

impl<'a> PastedCredentials<'a> {
    /// Looks for key and secret in a text. One that is nothing but a key or a secret holds none.
    ///
    /// ```
    /// use stackone_connector_profile::salesforce::PastedCredentials;
    /// let secret = "B0EB53F16947CCF25EC84D8DBC74254770F58904DBA41ECCCC3FC1626E53A130";
    /// let line = format!("SF_SECRET={secret}");
    /// assert_eq!(PastedCredentials::find(&line).secret, Some(secret));
    /// ```
    pub fn find(text: &'a str) -> Self {
        let mut found = Self::default();
        // A browser may drop the line breaks around Setup's labels.
        let parts = text.split("Consumer Key").flat_map(|part| part.split("Consumer Secret"));
        let words = parts.flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_')));
        for word in words.filter(|word| word.len() < text.len()) {
            let sentence_end = word.strip_suffix('.').unwrap_or(word);
            if let Some(key) = [word, sentence_end].into_iter().find(|word| is_generated_key(word)) {
                found.key = found.key.or(Some(key));
            } else if looks_like_hex_secret(sentence_end) && is_generated_secret(sentence_end) {
                found.secret = found.secret.or(Some(sentence_end));
            }
        }
        found
    }
}
