//! The actions that StackOne offers for Salesforce, and the scopes that they need: the documented `GET /actions`, read
//! page by page into a catalogue with a search. Called by `features` and `app`; does not know what is selected.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;

pub use super::action_name::Verb;
use super::action_name::{parts, singular};
use super::{ApiConfig, CONNECTOR_KEY, Request, lenient};
use crate::i18n::lower_case;
use crate::salesforce::authorization_url::percent_encode;

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The id, such as `salesforce_get_contact`.
    pub id: String,
    /// The name, or the id if StackOne returns none.
    pub label: String,
    /// What it does, in a sentence; may be empty.
    pub description: String,
    /// The scopes that it needs.
    pub scopes: Vec<String>,
    /// What it does.
    pub verb: Verb,
    /// The kind of record, in the singular.
    pub object: String,
}

impl Action {
    fn read(answer: ActionAnswer) -> Option<Self> {
        // Typed ids are separated by white space and commas, so an id that contains one cannot be selected.
        let id = answer.id.filter(|id| !id.chars().any(parts_ids))?;
        let (verb, object) = parts(&id);
        let object = singular(object);
        let label = answer.label.unwrap_or_else(|| id.clone());
        let description = answer.description.unwrap_or_default();
        Some(Self { id, label, description, scopes: answer.required_scopes, verb, object })
    }

    /// The sort key: actions of one object are adjacent, even if an object's name starts with another's.
    fn key(&self) -> (&str, Verb, &str) {
        (&self.object, self.verb, &self.id)
    }
}

/// An action, with copies of the values that a search compares: following the pointers to thousands of actions takes
/// longer than comparing.
#[derive(Clone, Debug)]
struct Row {
    letters: u32,
    verb: Verb,
    text: Rc<str>,
    action: Rc<Action>,
}

/// The bit for all bytes that are not lower-case letters.
const OTHERS: u32 = 1;

/// The set of letters in `text`, one bit each.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |letters, byte| letters | if byte.is_ascii_lowercase() { 1 << (byte & 31) } else { OTHERS })
}

/// Whether `c` separates typed ids.
pub fn parts_ids(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// A page of the list in StackOne's format: connectors, each with its actions.
#[derive(Deserialize)]
struct ListAnswer {
    data: Vec<Value>,
    #[serde(default, deserialize_with = "lenient::text")]
    next: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ConnectorAnswer {
    #[serde(deserialize_with = "lenient::each")]
    scope_definitions: Vec<ScopeAnswer>,
    #[serde(deserialize_with = "lenient::each")]
    actions: Vec<ActionAnswer>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ScopeAnswer {
    #[serde(deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(deserialize_with = "lenient::texts")]
    includes: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ActionAnswer {
    #[serde(deserialize_with = "lenient::text")]
    id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    label: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    description: Option<String>,
    #[serde(deserialize_with = "lenient::texts")]
    required_scopes: Vec<String>,
}

/// The actions and scopes read so far.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The actions, sorted by [`Action::key`], without duplicates.
    rows: Vec<Row>,
    /// Each scope, with the scopes that it includes.
    includes: Vec<(String, Vec<String>)>,
}

impl Catalogue {
    /// Requests a page of the list: the first one, or the one at the cursor `next`.
    pub fn request(next: Option<&str>, config: &ApiConfig) -> Request {
        let mut path = ["actions?filter[connectors]=", CONNECTOR_KEY, "&page_size=100"].concat();
        if let Some(next) = next {
            path.push_str("&next=");
            path.extend(percent_encode(next));
        }
        Request::get(&path, config)
    }

    /// Adds a page. Returns the cursor of the next page, or `None` if `text` is not a list of actions. Skips entries
    /// that cannot be read.
    pub fn read(&mut self, text: &str) -> Option<Option<String>> {
        let answer: ListAnswer = lenient::parse(text)?;
        for connector in answer.data.into_iter().filter_map(lenient::read::<ConnectorAnswer>) {
            for scope in connector.scope_definitions {
                if let Some(name) = scope.name.filter(|name| !self.includes.iter().any(|(known, _)| known == name)) {
                    self.includes.push((name, scope.includes));
                }
            }
            for action in connector.actions.into_iter().filter_map(Action::read) {
                let text = lower_case(&format!("{} {} {}", action.id, action.label, action.description));
                let row = Row { letters: letters(&text), verb: action.verb, text: text.into(), action: action.into() };
                if let Err(place) = self.rows.binary_search_by(|other| other.action.key().cmp(&row.action.key())) {
                    self.rows.insert(place, row);
                }
            }
        }
        Some(answer.next)
    }

    /// The index of the action with this id.
    pub fn place(&self, id: &str) -> Option<u32> {
        let (verb, object) = parts(id);
        let object = singular(object);
        let own = (object.as_str(), verb, id);
        self.rows.binary_search_by(|row| row.action.key().cmp(&own)).ok().map(|place| place as u32)
    }

    /// The action with this id.
    pub fn find(&self, id: &str) -> Option<&Rc<Action>> {
        self.at(self.place(id)?)
    }

    /// The number of actions.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The action at an index. Actions are sorted by object, then by what they do.
    pub fn at(&self, place: u32) -> Option<&Rc<Action>> {
        self.rows.get(place as usize).map(|row| &row.action)
    }

    /// The verb of the action at an index.
    pub fn verb_at(&self, place: u32) -> Option<Verb> {
        self.rows.get(place as usize).map(|row| row.verb)
    }

    /// All actions, sorted.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Action>> {
        self.rows.iter().map(|row| &row.action)
    }

    /// The indices of the actions that contain every word of the search in their id, label or description.
    pub fn search(&self, search: &str) -> Vec<u32> {
        self.narrow(search, &(0..self.count() as u32).collect::<Vec<_>>())
    }

    /// Those of `places` that match the search. The bits of the letters rule out most actions without comparing texts.
    pub fn narrow(&self, search: &str, places: &[u32]) -> Vec<u32> {
        let search = lower_case(search);
        let (mut words, mut wanted) = (Vec::new(), 0);
        for word in search.split_whitespace() {
            let own = letters(word);
            wanted |= own;
            // For a single lower-case letter, the bits are enough.
            if word.len() > 1 || own == OTHERS {
                words.push(word);
            }
        }
        let fits = |row: &Row| row.letters & wanted == wanted && words.iter().all(|word| row.text.contains(word));
        let mut found = Vec::new();
        for place in places {
            if self.rows.get(*place as usize).is_some_and(fits) {
                found.push(*place);
            }
        }
        found
    }

    /// Whether `scope` includes `other`, directly or through other scopes.
    pub fn implies(&self, scope: &str, other: &str) -> bool {
        let mut reached = vec![scope];
        let mut next = 0;
        while let Some(scope) = reached.get(next).copied() {
            // According to Salesforce, full includes every scope except the refresh scopes, and the form always asks
            // for one of those.
            if scope == other || scope == "full" {
                return true;
            }
            next += 1;
            for (_, includes) in self.includes.iter().filter(|(name, _)| name == scope) {
                for included in includes {
                    if !reached.contains(&included.as_str()) {
                        reached.push(included);
                    }
                }
            }
        }
        false
    }

    /// The smallest subset of `scopes` that includes all of them. Of two that include each other, keeps the first one.
    pub fn minimal(&self, scopes: &[String]) -> Vec<String> {
        let mut minimal: Vec<String> = Vec::new();
        for scope in scopes {
            if !minimal.iter().any(|kept| self.implies(kept, scope)) {
                minimal.retain(|kept| !self.implies(scope, kept));
                minimal.push(scope.clone());
            }
        }
        minimal
    }
}
