//! Actions: all of them, or a selection that must not be empty.

use super::secret::{has_secret, looks_secret};
use super::{Code, Field, Issue, Secret};

/// Returns all issues of a selection; `None` enables all actions. `unknown` are the selected ids that StackOne does not
/// list. An issue never repeats `secret`, or an id that looks like one.
pub(super) fn validate(actions: Option<&[String]>, unknown: &[String], secret: &str) -> Vec<Issue> {
    if actions.is_some_and(<[String]>::is_empty) {
        return vec![Issue::new(Field::Actions, Code::EmptySelection)];
    }
    let mut issues = Vec::new();
    for id in unknown {
        let about = if has_secret(id, secret) || looks_secret(id) { Secret::REDACTED } else { id };
        issues.push(Issue { field: Field::Actions, code: Code::UnknownAction, about: about.to_owned() });
    }
    issues
}
