//! Derives what an action does from its id: `salesforce_get_line_items` reads line items.

use super::CONNECTOR_KEY;

/// The first words of actions' names, by what they do. Anybody may add a word.
const WORDS: [(Verb, &[&str]); 4] = [
    (
        Verb::Read,
        &[
            "get", "list", "search", "query", "find", "read", "fetch", "retrieve", "describe", "count", "download",
            "export",
        ],
    ),
    (Verb::Create, &["create", "add", "insert", "send", "post", "upload", "import", "submit"]),
    (Verb::Update, &["update", "upsert", "edit", "set", "patch", "replace", "merge", "convert", "move", "assign"]),
    (Verb::Delete, &["delete", "remove"]),
];

/// What an action does, in the order in which actions are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// Reads records.
    Read,
    /// Creates records.
    Create,
    /// Updates records.
    Update,
    /// Deletes records.
    Delete,
    /// Anything else.
    Other,
}

/// What the action with this id does, and to which kind of record.
pub fn parts(id: &str) -> (Verb, &str) {
    let name = id.strip_prefix(CONNECTOR_KEY).unwrap_or(id).trim_start_matches('_');
    let (first, rest) = name.split_once('_').unwrap_or((name, ""));
    match WORDS.iter().find(|(_, words)| words.contains(&first)) {
        Some((verb, _)) if !rest.is_empty() => (*verb, rest),
        Some((verb, _)) => (*verb, name),
        None => (Verb::Other, name),
    }
}

/// Splits a name into words and makes the last one singular: `line_items` → `line item`.
pub fn singular(name: &str) -> String {
    let ends = [
        ("ies", "y"),
        ("sses", "ss"),
        ("uses", "us"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("s", ""),
    ];
    let fitting = ends.into_iter().find_map(|(many, one)| Some([name.strip_suffix(many)?, one].concat()));
    let one = fitting.unwrap_or_else(|| name.to_owned());
    one.split('_').collect::<Vec<_>>().join(" ")
}
