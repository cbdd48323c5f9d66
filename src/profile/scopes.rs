//! OAuth scopes: optional free text. A list of one's own must bring a refresh token, else the connection breaks when
//! the first access token ends.

use super::secret::has_secret;
use super::{Code, Field, Issue, Secret};
use crate::salesforce::ScopeList;
use crate::salesforce::scopes::{find, is_refresh_scope, is_scope_name};

/// Longest part of a pasted token that a message repeats.
const SHOWN: usize = 40;

/// Everything to say about a list: one error for each token that is no scope name, else the missing refresh scope,
/// else the warnings. The client secret is no scope name, and is not repeated where it was pasted here too.
pub(super) fn judge(list: &ScopeList, secret: &str) -> Vec<Issue> {
    let mut malformed = Vec::new();
    let mut warnings = Vec::new();
    for name in &list.names {
        if has_secret(name, secret) {
            malformed.push(about(Code::MalformedScope, Secret::REDACTED));
        } else if !is_scope_name(name) {
            malformed.push(about(Code::MalformedScope, name));
        } else if find(name).is_none() {
            warnings.push(about(Code::UnknownScope, name));
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
