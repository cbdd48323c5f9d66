//! Actions: all of them, or a list that must not be empty.

use super::{Code, Field, Issue};

/// Everything to say about a choice. `unknown` are those of it that StackOne's list does not have.
pub(super) fn judge(actions: Option<&[String]>, unknown: &[String]) -> Vec<Issue> {
    if actions.is_some_and(<[String]>::is_empty) {
        return vec![Issue::new(Field::Actions, Code::EmptySelection)];
    }
    let mut issues = Vec::new();
    for id in unknown {
        issues.push(Issue { field: Field::Actions, code: Code::UnknownAction, about: id.clone() });
    }
    issues
}
