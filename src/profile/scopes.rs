//! OAuth scopes: optional free text. A list of one's own must bring a refresh token, else the connection breaks when
//! the first access token ends.

use super::credential::holds_secret;
use super::secret::{has_secret, looks_secret};
use super::{Code, Field, Issue, Secret};
use crate::salesforce::ScopeList;
use crate::salesforce::scopes::{find, is_refresh_scope, is_scope_name};

/// Longest part of a pasted token that a message repeats.
const SHOWN: usize = 40;

/// Everything to say about a list: one error for each token that is no scope name, else the missing refresh scope,
/// else the warnings. The client secret is no scope name. Neither it nor what looks like one is repeated, and nothing of a
/// text that holds it: its parts may have become tokens.
pub(super) fn validate(text: &str, list: &ScopeList, secret: &str) -> Vec<Issue> {
    let holds_secret = holds_secret(text, secret);
    let mut malformed = Vec::new();
    let mut warnings = Vec::new();
    for name in &list.names {
        // While a secret is typed, its first letters stand in many a name.
        if find(name).is_some() {
            continue;
        }
        let own = holds_secret || has_secret(name, secret);
        let shown = if own || looks_secret(name) { Secret::REDACTED } else { name };
        if own || !is_scope_name(name) {
            malformed.push(about(Code::MalformedScope, shown));
        } else {
            warnings.push(about(Code::UnknownScope, shown));
        }
    }
    if !malformed.is_empty() {
        return malformed;
    }
    if !list.names.is_empty() && !list.names.iter().any(|name| is_refresh_scope(name)) {
        return vec![Issue::new(Field::Scopes, Code::MissingRefreshScope)];
    }
    if list.tidied {
        warnings.push(Issue::new(Field::Scopes, Code::Normalised));
    }
    warnings
}

fn about(code: Code, name: &str) -> Issue {
    Issue { field: Field::Scopes, code, about: name.chars().take(SHOWN).collect() }
}
