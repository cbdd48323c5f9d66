//! Every word a person reads, by key. A host page may replace each by its key; `english` is the source.
//! Called by the view model and by `embed`; knows nothing of what the words are about.
//!
//! `⟦…⟧` marks words of Salesforce's or StackOne's own screens, `{…}` a value that is filled in, isolates a value whose
//! letters may run from right to left.

#[macro_use]
mod actions;
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
            let value = values.iter().find(|(value, _)| *value == name).map_or("", |(_, value)| value);
            filled.push_str(&self.isolated(value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// A value as a part of these words, kept from changing the direction of what stands around it.
    pub fn isolated(&self, value: &str) -> String {
        let (value, [start, end]) = (plain(value), ISOLATES);
        // Words of the host page's own may be of such a script.
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        match value.contains(runs_from_right_to_left) || !(self.own.is_empty() || is_number) {
            true => format!("{start}{value}{end}"),
            false => value,
        }
    }

    /// The words for an issue: those of its field where there are some, else those of its code.
    pub fn issue(&self, field: &str, code: &str, about: &str) -> String {
        let own = || TextKey::named(&["issue.", field, ".", code].concat());
        let key = own().or_else(|| TextKey::named(&["issue.", code].concat()));
        key.map(|key| self.fill(key, &[("about", about)])).unwrap_or_default()
    }
}

/// What stands before and after words of a screen.
pub const MARKS: [char; 2] = ['⟦', '⟧'];

/// What stands before and after a value whose letters may run the other way: Unicode's FIRST STRONG ISOLATE and its end.
pub const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

fn is_mark(c: char) -> bool {
    MARKS.contains(&c) || ISOLATES.contains(&c)
}

/// Whether a character is of a script that runs from right to left, or changes the direction.
fn runs_from_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fb1d}'..='\u{fefc}' | '\u{10800}'..)
}

/// The words without marks, for places that show plain text only.
pub fn plain(words: &str) -> String {
    words.replace(is_mark, "")
}
