//! Every text that a person reads, by key. A host page may replace any of them; `english` has the originals. Called by
//! the view models and by `embed`; does not know what the texts are about.
//!
//! `⟦…⟧` encloses words of Salesforce's or StackOne's screens, `{…}` is replaced by a value, and isolates enclose a
//! value that may be written from right to left.

#[macro_use]
mod actions;
#[macro_use]
mod guide;
mod english;
mod letter_case;
mod time_format;

pub use english::TextKey;
pub use letter_case::lower_case;
pub use time_format::TimeFormat;

/// The texts in use: English, with the host page's replacements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// How times are written.
    pub times: TimeFormat,
    own: Vec<(TextKey, String)>,
}

impl Words {
    /// Replaces the text of a key, given by name. Ignores unknown names and blank texts.
    pub fn replace(&mut self, name: &str, words: &str) {
        if let Some(key) = TextKey::named(name).filter(|_| !words.is_empty()) {
            self.own.push((key, words.to_owned()));
        }
    }

    /// The language of the texts, for screen readers; `None` if the host page replaced any.
    pub fn language(&self) -> Option<&'static str> {
        self.own.is_empty().then_some("en")
    }

    /// The text of a key.
    pub fn get(&self, key: TextKey) -> &str {
        let own = self.own.iter().rev().find(|(own, _)| *own == key);
        own.map_or_else(|| key.english(), |(_, words)| words)
    }

    /// The text of a key, with each `{name}` replaced by its value.
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

    /// A time from StackOne, as a person reads it.
    pub fn time(&self, text: &str) -> String {
        (self.times.0)(text)
    }

    /// A value to insert into a text. Isolates enclose it if it could change the direction of the text around it.
    pub fn isolated(&self, value: &str) -> String {
        let (value, [start, end]) = (plain(value), ISOLATES);
        // The host page's own texts may be written from right to left.
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
        match value.contains(runs_from_right_to_left) || !(self.own.is_empty() || is_number) {
            true => format!("{start}{value}{end}"),
            false => value,
        }
    }

    /// The text for an issue: the one for its field and code, or else the one for its code.
    pub fn issue(&self, field: &str, code: &str, about: &str) -> String {
        let own = || TextKey::named(&["issue.", field, ".", code].concat());
        let key = own().or_else(|| TextKey::named(&["issue.", code].concat()));
        key.map(|key| self.fill(key, &[("about", about)])).unwrap_or_default()
    }
}

/// The marks that enclose words of a screen.
pub const MARKS: [char; 2] = ['⟦', '⟧'];

/// Unicode's FIRST STRONG ISOLATE and its end, which enclose a value of unknown direction.
pub const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

fn is_mark(c: char) -> bool {
    MARKS.contains(&c) || ISOLATES.contains(&c)
}

/// Whether a character belongs to a right-to-left script, or changes the direction.
fn runs_from_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fb1d}'..='\u{fefc}' | '\u{10800}'..)
}

/// The text without marks and isolates, for places that show plain text only.
pub fn plain(words: &str) -> String {
    words.replace(is_mark, "")
}
