//! Scopes: the check boxes of an app's settings and the names of each (`scopes.tsv`). An app allows the scopes of its
//! checked boxes and nothing else: a scope that includes another is not enough, as StackOne's guide says.

use std::sync::OnceLock;

/// One check box.
pub struct CheckBox {
    pub label: String,
    /// Synonyms; the first one names the box.
    pub names: Vec<&'static str>,
}

impl CheckBox {
    /// Its first name.
    pub fn name(&self) -> &'static str {
        self.names[0]
    }
}

/// Every check box, in the order of the file.
pub fn check_boxes() -> &'static [CheckBox] {
    static BOXES: OnceLock<Vec<CheckBox>> = OnceLock::new();
    BOXES.get_or_init(|| {
        let mut boxes = Vec::<CheckBox>::new();
        for line in include_str!("scopes.tsv").lines().skip(1) {
            let (name, label) = line.split_once('\t').expect("two columns");
            // The labels of two scopes are unknown.
            let label = if label == "-" { format!("({name})") } else { label.to_owned() };
            match boxes.iter_mut().find(|known| known.label == label) {
                Some(known) => known.names.push(name),
                None => boxes.push(CheckBox { label, names: vec![name] }),
            }
        }
        boxes
    })
}

fn check_box(name: &str) -> Option<&'static CheckBox> {
    check_boxes().iter().find(|known| known.names.contains(&name))
}

/// The label of a scope. A custom scope has only a name.
pub fn label(name: &str) -> &str {
    check_box(name).map_or(name, |known| &known.label)
}

/// Whether an app with these scopes allows this one.
pub fn allows(selected: &[String], asked: &str) -> bool {
    selected.iter().any(|name| same(name, asked))
}

/// Whether two names belong to the same check box.
pub fn same(one: &str, other: &str) -> bool {
    one == other || check_box(one).is_some_and(|known| known.names.contains(&other))
}

/// Whether this is a valid scope name.
pub fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether the grant includes a refresh token.
pub fn refreshes(granted: &[String]) -> bool {
    allows(granted, "refresh_token")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_share_a_check_box_and_nothing_else_is_allowed() {
        let selected = ["api", "refresh_token", "my_scope"].map(str::to_owned);
        for (asked, allowed) in [
            ("api", true),
            ("refresh_token", true),
            ("offline_access", true),
            ("my_scope", true),
            ("chatter_api", false),
            ("full", false),
            ("API", false),
        ] {
            assert_eq!(allows(&selected, asked), allowed, "{asked}");
        }
        assert!(allows(&["id".to_owned()], "phone"));
        assert!(!refreshes(&["full".to_owned()]) && refreshes(&["offline_access".to_owned()]));
    }

    #[test]
    fn the_table_holds_each_name_once() {
        let names: Vec<_> = check_boxes().iter().flat_map(|known| known.names.iter()).collect();
        let once: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!((names.len(), once.len(), check_boxes().len()), (36, 36, 31));
        assert_eq!(label("offline_access"), "Perform requests at any time (refresh_token, offline_access)");
        assert_eq!((label("scrt_api"), label("my_scope")), ("(scrt_api)", "my_scope"));
    }
}
