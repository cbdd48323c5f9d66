//! OAuth scopes: optional free text. A list must include a refresh scope, or else the connection breaks when the first
//! access token expires.

use super::credential::holds_secret;
use super::secret::{has_secret, looks_secret};
use super::{Code, Field, Issue, Secret};
use crate::salesforce::ScopeList;
use crate::salesforce::scopes::{find, is_refresh_scope, is_scope_name};

/// The maximum length of a token in a message, in characters.
const SHOWN: usize = 40;

/// Returns all issues of a list: an error for each malformed token, else one for the missing refresh scope, else
/// warnings. A token with the client secret is malformed. No issue repeats a secret; if `text` contains `secret`, no
/// token is repeated, because it may be a part of the secret.
pub(super) fn validate(text: &str, list: &ScopeList, secret: &str) -> Vec<Issue> {
    let holds_secret = holds_secret(text, secret);
    let mut malformed = Vec::new();
    let mut warnings = Vec::new();
    for name in &list.names {
        // A known scope is public. It may also contain the first letters of a secret that is still being typed.
        if find(name).is_some() {
            continue;
        }
        let shown = match holds_secret || has_secret(name, secret) || looks_secret(name) {
            true => Secret::REDACTED,
            false => name,
        };
        if holds_secret || !is_scope_name(name) {
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
