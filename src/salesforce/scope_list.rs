//! Turns free text into a list of scope names. People paste names, Setup's labels in any language, bullets, commas,
//! line breaks and parts of addresses. Keeps malformed tokens, so that the check can report them.

use std::borrow::Cow;

use super::decode::decoded;
use super::my_domain::is_invisible;
use super::scopes::{SCOPES, find};

/// The maximum number of encoding layers. Text with more layers stays as it is.
const LAYERS: usize = 4;

/// The scopes to send, and whether the text had to be tidied beyond white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopeList {
    /// Names in the order typed, without duplicates. May contain tokens that are not scope names.
    pub names: Vec<String>,
    /// Whether percent signs, labels, bullets, commas, semicolons, line breaks, upper case or duplicates were removed.
    pub tidied: bool,
}

impl ScopeList {
    /// Joins names with a space.
    pub fn joined(names: &[String]) -> String {
        names.join(" ")
    }

    /// Parses what a person typed or pasted; blank text gives an empty list. Parsing the joined `names` again returns
    /// the same names.
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

    /// Adds the names in `text`. Words next to brackets that are not ASCII belong to a label and are skipped.
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

/// Decodes `text`, and replaces East Asian punctuation, `;` and `+` by brackets and commas.
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

/// Whether `c` is a bullet, a check mark, a quotation mark or another symbol that no scope name contains.
fn is_bullet(c: char) -> bool {
    matches!(c, '*' | '·' | '\u{2010}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether `word` is a lone dash, or the number of a list item such as `1.`.
fn is_enumeration(word: &str) -> bool {
    let number = word.strip_suffix('.').unwrap_or_default();
    word == "-" || (matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Splits `text` at the first pair of brackets: before, inside, after.
fn next_brackets(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    Some((before, inside, after))
}

/// The text before the label that precedes a bracket. A label known from Setup is removed exactly. Scope names are not
/// a label. Otherwise the label begins after the last comma or line break.
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
