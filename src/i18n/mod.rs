//! Every word a person reads, by key. A host page may replace each by its key; `english` is the source.
//! Called by the view model and by `embed`; knows nothing of what the words are about.
//!
//! `⟦…⟧` marks words of Salesforce's or StackOne's own screens, `{…}` a value that is filled in.

#[macro_use]
mod guide;
mod english;
mod letter_case;

pub use english::TextKey;
pub use letter_case::lower_case;

/// The words in use: English, and what the host page replaced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    own: Vec<(TextKey, String)>,
}

impl Words {
    /// Replaces the words of a key, by its name. Unknown names and blank words are passed over.
    pub fn replace(&mut self, name: &str, words: &str) {
        if let Some(key) = TextKey::named(name).filter(|_| !words.is_empty()) {
            self.own.push((key, words.to_owned()));
        }
    }

    /// The language of the words, for those who have them read out; `None` where the host page replaced some.
    pub fn language(&self) -> Option<&'static str> {
        self.own.is_empty().then_some("en")
    }

    /// The words of a key.
    pub fn get(&self, key: TextKey) -> &str {
        let own = self.own.iter().rev().find(|(own, _)| *own == key);
        own.map_or_else(|| key.english(), |(_, words)| words)
    }

    /// The words of a key with its values filled in.
    ///
    /// ```
    /// use stackone_connector_profile::i18n::{TextKey, Words};
    /// assert_eq!(Words::default().fill(TextKey::SummaryMany, &[("count", "2")]), "Fix 2 fields to continue");
    /// ```
    pub fn fill(&self, key: TextKey, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { break };
            filled.push_str(before);
            filled.push_str(values.iter().find(|(value, _)| *value == name).map_or("", |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The words for an issue: those of its field where there are some, else those of its code.
    pub fn issue(&self, field: &str, code: &str, about: &str) -> String {
        let own = || TextKey::named(&["issue.", field, ".", code].concat());
        let key = own().or_else(|| TextKey::named(&["issue.", code].concat()));
        key.map(|key| self.fill(key, &[("about", about)])).unwrap_or_default()
    }
}

/// What stands before and after words of a screen: two characters that no value has.
pub const MARKS: [char; 2] = ['⟦', '⟧'];

/// The words without the marks around screen words, for places that show plain text only.
pub fn plain(words: &str) -> String {
    words.chars().filter(|c| !MARKS.contains(c)).collect()
}
