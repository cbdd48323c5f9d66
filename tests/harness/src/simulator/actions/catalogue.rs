//! The actions: the verbs for each object (`objects.tsv`) and the scopes that they need (`scopes.tsv`). Ids, labels and
//! descriptions follow from the names, as in StackOne (`salesforce_get_contact`).

use serde_json::{Value, json};

/// An action.
pub struct Action {
    pub id: String,
    label: String,
    description: String,
    tag: &'static str,
    scopes: Vec<&'static str>,
    details: Value,
}

impl Action {
    /// The action as StackOne returns it, with its details under the requested name.
    pub fn shown(&self, details: Option<&str>) -> Value {
        let mut shown = json!({
            "id": self.id,
            "label": self.label,
            "description": self.description,
            "schema_type": "native",
            "tags": [self.tag],
            "required_scopes": self.scopes,
        });
        if let Some(name) = details {
            shown[name] = self.details.clone();
        }
        shown
    }

    /// Whether it matches a search.
    pub fn fits(&self, search: &str) -> bool {
        let search = search.to_lowercase();
        [&self.id, &self.label, &self.description].iter().any(|text| text.to_lowercase().contains(&search))
    }
}

/// The verb of the id, the verb of the description, the required details, and whether it is about several records.
const VERBS: [(&str, &str, &[&str], bool); 5] = [
    ("list", "Lists", &[], true),
    ("get", "Reads", &["id"], false),
    ("create", "Creates", &["fields"], false),
    ("update", "Changes", &["id", "fields"], false),
    ("delete", "Deletes", &["id"], false),
];

/// All actions, in the order of the table, repeated with numbered objects this many times.
pub fn actions(times: usize) -> Vec<Action> {
    let copy = |number: usize| {
        let rows = rows(include_str!("objects.tsv"));
        rows.flat_map(move |row| VERBS.iter().map(move |verb| action(verb, row, number)))
    };
    (1..=times).flat_map(copy).collect()
}

fn action(&(verb, does, inputs, many): &(&str, &str, &[&str], bool), row: [&'static str; 4], number: usize) -> Action {
    let [one, all, scopes, tag] = row;
    let object = if many { all } else { one };
    let object = if number == 1 { object.to_owned() } else { format!("{object}_{number}") };
    let words = object.replace('_', " ");
    let article = if one.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    let inputs: Vec<_> = inputs.iter().map(|name| json!({ "name": name, "required": true })).collect();
    Action {
        id: format!("salesforce_{verb}_{object}"),
        label: format!("{}{} {words}", verb[..1].to_uppercase(), &verb[1..]),
        description: if many { format!("{does} {words}.") } else { format!("{does} {article} {words}.") },
        tag,
        scopes: scopes.split(' ').collect(),
        details: json!({ "inputs": inputs }),
    }
}

/// What the scopes of the actions mean, and which others each includes.
pub fn scope_definitions() -> Vec<Value> {
    let rows = rows(include_str!("scopes.tsv"));
    let definition = |[name, description, includes]: [&str; 3]| {
        let includes: Vec<_> = includes.split_whitespace().collect();
        json!({ "name": name, "description": description, "includes": includes })
    };
    rows.map(definition).collect()
}

/// The rows of a table, without its header.
fn rows<const COLUMNS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    let cells = |line: &'static str| line.split('\t').collect::<Vec<_>>().try_into();
    table.lines().skip(1).map(move |line| cells(line).expect("a cell for each column"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_four_hundred_and_each_id_once() {
        let actions = actions(1);
        let ids: BTreeSet<_> = actions.iter().map(|action| &action.id).collect();
        assert_eq!((actions.len(), ids.len()), (400, 400));
        let get = actions.iter().find(|action| action.id == "salesforce_get_contact").unwrap();
        assert_eq!((get.label.as_str(), get.description.as_str()), ("Get contact", "Reads a contact."));
        assert!(ids.contains(&"salesforce_list_opportunities".to_owned()));
    }

    #[test]
    fn there_can_be_more_of_them() {
        let actions = actions(50);
        let ids: BTreeSet<_> = actions.iter().map(|action| &action.id).collect();
        assert_eq!((actions.len(), ids.len()), (20_000, 20_000));
        assert!(ids.contains(&"salesforce_list_opportunities_50".to_owned()));
    }

    #[test]
    fn every_scope_is_defined_and_includes_defined_ones() {
        let definitions = scope_definitions();
        let names: BTreeSet<_> = definitions.iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(names.len(), definitions.len());
        let included = definitions.iter().flat_map(|one| one["includes"].as_array().unwrap());
        let actions = actions(1);
        let required = actions.iter().flat_map(|action| action.scopes.iter().copied());
        for name in included.map(|name| name.as_str().unwrap()).chain(required) {
            assert!(names.contains(name), "{name:?}");
        }
    }

    #[test]
    fn a_search_looks_into_id_label_and_description_whatever_the_case() {
        let actions = actions(1);
        let found = |search: &str| actions.iter().filter(|action| action.fits(search)).count();
        assert_eq!((found("GET CONTACT"), found("salesforce_get_contact"), found("Reads a contact.")), (1, 1, 1));
        assert_eq!((found(""), found("no such thing")), (400, 0));
    }
}
