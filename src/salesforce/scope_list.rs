//! Free text → list of scope names. People paste names, Setup's labels in any language, bullets, commas, line breaks and
//! parts of addresses; this turns all of it into tokens in their order. It never drops a token for being malformed: that
//! is for the check to say.

use std::borrow::Cow;

use super::decode::decoded;
use super::my_domain::is_invisible;
use super::scopes::{SCOPES, find};

/// So often a text is taken out of its encoding; one that is deeper in it is left alone.
const LAYERS: usize = 4;

/// Scopes as they will be sent, and whether more than white space was tidied on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopeList {
    /// Names in the order typed, each once. May hold tokens that are no scope name.
    pub names: Vec<String>,
    /// Percent signs, labels, bullets, commas, semicolons, line breaks, upper case or duplicates were tidied away.
    pub tidied: bool,
}

impl ScopeList {
    /// The names with one space between.
    pub fn joined(names: &[String]) -> String {
        names.join(" ")
    }

    /// Reads what a person typed or pasted. Blank text is an empty list. Reading `names` joined by spaces again
    /// changes nothing.
    ///
    /// ```
    /// use stackone_connector_profile::salesforce::ScopeList;
    /// let list = ScopeList::parse("Perform requests at any time (refresh_token, offline_access)");
    /// assert_eq!(list.names, ["refresh_token", "offline_access"]);
    /// assert!(list.tidied);
    /// assert_eq!(ScopeList::parse("api%20refresh_token").names, ["api", "refresh_token"]);
    /// ```
    pub fn parse(text: &str) -> Self {
        let plain = plain(text);
        let plain = plain.trim_matches(is_separator);
        let mut list = Self { tidied: plain.contains([',', '\n', '\r', '(', ')']), ..Self::default() };
        list.tidied |= plain.len() != text.trim_matches(is_separator).len();
        let mut rest = plain;
        while let Some((before, inside, after)) = next_brackets(rest) {
            list.push_all(before_label(before), true);
            list.push_all(inside, false);
            rest = after;
        }
        list.push_all(rest, rest.len() < plain.len());
        list
    }

    /// Adds the names in a text. Beside brackets, words beyond ASCII belong to a label.
    fn push_all(&mut self, text: &str, beside_brackets: bool) {
        for token in text.split(|c| is_separator(c) || matches!(c, ',' | '(' | ')')) {
            let word = token.trim_matches(is_bullet);
            self.tidied |= word != token;
            if word.is_empty() {
                continue;
            }
            if is_enumeration(word) || (beside_brackets && !word.is_ascii()) {
                self.tidied = true;
                continue;
            }
            let lower = word.to_ascii_lowercase();
            let name = if find(&lower).is_some() { lower } else { word.to_owned() };
            self.tidied |= name != word;
            if self.names.contains(&name) {
                self.tidied = true;
            } else {
                self.names.push(name);
            }
        }
    }
}

/// The text out of its encoding, with the usual marks in place of those of East Asia, of `;` and of an address's `+`.
fn plain(text: &str) -> String {
    let mut open = Cow::Borrowed(text);
    for _ in 0..LAYERS {
        let Some(next) = decoded(&open) else { break };
        open = next.into();
    }
    if decoded(&open).is_some() {
        open = text.into();
    }
    let usual = |c| match c {
        '（' => '(',
        '）' => ')',
        '、' | '，' | '；' | ';' | '+' => ',',
        c => c,
    };
    open.chars().map(usual).collect()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A bullet, a check mark, a quotation mark or another sign that stands around names, and in none.
fn is_bullet(c: char) -> bool {
    matches!(c, '*' | '·' | '\u{2010}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// A lone dash, or a number such as `1.` that begins a line of a list.
fn is_enumeration(word: &str) -> bool {
    let number = word.strip_suffix('.').unwrap_or_default();
    word == "-" || (matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Splits at the first pair of brackets: before it, inside it, after it.
fn next_brackets(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    Some((before, inside, after))
}

/// What stands before the label that a bracket closes. A label that Setup is known to show is cut off exactly; text
/// that consists of scope names is no label; of any other, all since the last comma or line break is one.
fn before_label(text: &str) -> &str {
    let trimmed = text.trim_end();
    let known = SCOPES.iter().filter(|scope| !scope.label.is_empty()).find_map(|scope| {
        let at = trimmed.len().checked_sub(scope.label.len())?;
        trimmed.get(at..)?.eq_ignore_ascii_case(scope.label).then(|| trimmed.get(..at))?
    });
    let start = trimmed.rfind([',', '\n', '\r']).map_or(0, |at| at + 1);
    match known {
        Some(before) => before,
        None if trimmed.get(start..).is_some_and(|label| label.split_whitespace().all(|t| find(t).is_some())) => {
            trimmed
        }
        None => trimmed.get(..start).unwrap_or_default(),
    }
}
