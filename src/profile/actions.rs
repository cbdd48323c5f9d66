//! Actions: all of them, or a list that must not be empty.

use super::{Code, Field, Issue};

/// Everything to say about a choice. `offered` is StackOne's list where it is known.
pub(super) fn judge(actions: Option<&[String]>, offered: Option<&[String]>) -> Vec<Issue> {
    match (actions, offered) {
        (Some([]), _) => vec![Issue::new(Field::Actions, Code::EmptySelection)],
        (Some(chosen), Some(offered)) => {
            let mut issues = Vec::new();
            for id in chosen.iter().filter(|id| !offered.contains(id)) {
                issues.push(Issue { field: Field::Actions, code: Code::UnknownAction, about: id.clone() });
            }
            issues
        }
        (Some(_), None) | (None, _) => Vec::new(),
    }
}
