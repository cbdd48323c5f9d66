//! Free text → list of scope names. People paste names, Setup's labels, commas and line breaks; this turns all of it
//! into tokens in their order. It never drops a token for being malformed: judging is the caller's.

use super::my_domain::is_invisible;
use super::scopes::{SCOPES, find};

/// Scopes as they will be sent, and whether more than white space was tidied on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScopeList {
    /// Names in the order typed, each once. May hold tokens that are no scope name.
    pub names: Vec<String>,
    /// Labels, commas, semicolons, line breaks, upper case or duplicates were tidied away.
    pub tidied: bool,
}

impl ScopeList {
    /// The names with one space between.
    pub fn joined(names: &[String]) -> String {
        let mut text = String::new();
        for name in names {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(name);
        }
        text
    }

    /// Reads what a person typed or pasted. Blank text is an empty list. Reading `names` joined by spaces again
    /// changes nothing.
    ///
    /// ```
    /// use stackone_connector_profile::salesforce::ScopeList;
    /// let list = ScopeList::parse("Perform requests at any time (refresh_token, offline_access)");
    /// assert_eq!(list.names, ["refresh_token", "offline_access"]);
    /// assert!(list.tidied);
    /// ```
    pub fn parse(text: &str) -> Self {
        let mut list = Self::default();
        let text = text.trim_matches(is_separator);
        let mut rest = text;
        while let Some((before, inside, after)) = next_brackets(rest) {
            let kept = before_label(before);
            list.push_all(kept);
            list.push_all(inside);
            rest = after;
        }
        list.push_all(rest);
        list.tidied |= text.contains([',', ';', '\n', '\r', '(', ')']);
        list
    }

    fn push_all(&mut self, text: &str) {
        for token in
            text.split(|c| is_separator(c) || [',', ';', '(', ')'].contains(&c)).filter(|token| !token.is_empty())
        {
            let lower = token.to_ascii_lowercase();
            let name = if find(&lower).is_some() { lower } else { token.to_owned() };
            self.tidied |= name != token;
            if self.names.contains(&name) {
                self.tidied = true;
            } else {
                self.names.push(name);
            }
        }
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Splits at the first pair of brackets: before it, inside it, after it.
fn next_brackets(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    Some((before, inside, after))
}

/// What stands before the label that a bracket closes. A label that Setup is known to show is cut off exactly; text
/// that consists of scope names is no label; of any other, all since the last comma, semicolon or line break is one.
fn before_label(text: &str) -> &str {
    let trimmed = text.trim_end();
    let known = SCOPES.iter().filter(|scope| !scope.label.is_empty()).find_map(|scope| {
        let at = trimmed.len().checked_sub(scope.label.len())?;
        trimmed.get(at..)?.eq_ignore_ascii_case(scope.label).then(|| trimmed.get(..at))?
    });
    let start = trimmed.rfind([',', ';', '\n', '\r']).map_or(0, |at| at + 1);
    match known {
        Some(before) => before,
        None if trimmed.get(start..).is_some_and(|label| label.split_whitespace().all(|t| find(t).is_some())) => {
            trimmed
        }
        None => trimmed.get(..start).unwrap_or_default(),
    }
}
