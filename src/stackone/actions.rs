//! The actions that StackOne offers for Salesforce: the documented `GET /actions`, read page by page into a catalogue
//! that can be searched, and what scopes they need. Called by `features` and `app`; knows nothing of what is chosen.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;

pub use super::action_name::Verb;
use super::action_name::{parts, singular};
use super::{ApiConfig, CONNECTOR_KEY, Request, lenient};
use crate::i18n::lower_case;
use crate::salesforce::authorization_url::percent_encode;

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id, such as `salesforce_get_contact`.
    pub id: String,
    /// Its name, or the id where StackOne gives none.
    pub label: String,
    /// What it does, in a sentence, or nothing.
    pub description: String,
    /// Scopes that it needs.
    pub scopes: Vec<String>,
    /// What it does.
    pub verb: Verb,
    /// The kind of record, in the singular.
    pub object: String,
}

impl Action {
    fn read(answer: ActionAnswer) -> Option<Self> {
        // White space and commas part the ids that a person types.
        let id = answer.id.filter(|id| !id.chars().any(parts_ids))?;
        let (verb, object) = parts(&id);
        let object = singular(object);
        let label = answer.label.unwrap_or_else(|| id.clone());
        let description = answer.description.unwrap_or_default();
        Some(Self { id, label, description, scopes: answer.required_scopes, verb, object })
    }

    /// What puts it in order. Those of one object stand together, also where an object's name begins like another's.
    fn key(&self) -> (&str, Verb, &str) {
        (&self.object, self.verb, &self.id)
    }
}

/// An action in its place. What is looked at of all of them stands beside it: to go to each of thousands takes longer than
/// to look.
#[derive(Clone, Debug)]
struct Row {
    letters: u32,
    verb: Verb,
    text: Rc<str>,
    action: Rc<Action>,
}

/// The bit of all that is no small letter.
const OTHERS: u32 = 1;

/// The letters of a text, a bit for each.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |letters, byte| letters | if byte.is_ascii_lowercase() { 1 << (byte & 31) } else { OTHERS })
}

/// Whether a character parts ids that are typed one after the other.
pub fn parts_ids(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// A page of the list as StackOne writes it: connectors, each with its actions.
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

/// What was read so far.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// All actions, each once, by object.
    rows: Vec<Row>,
    /// Scopes, each with those that it includes.
    includes: Vec<(String, Vec<String>)>,
}

impl Catalogue {
    /// Asks for the page that `next` leads to; the first one without.
    pub fn request(next: Option<&str>, config: &ApiConfig) -> Request {
        let mut path = ["actions?filter[connectors]=", CONNECTOR_KEY, "&page_size=100"].concat();
        if let Some(next) = next {
            path.push_str("&next=");
            path.extend(percent_encode(next));
        }
        Request { method: "GET".to_owned(), url: config.url(&path), body: None }
    }

    /// Takes a page in, and gives what leads to the next one; `None` where the text is no list of actions. Entries
    /// that cannot be read are passed over.
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

    /// The place of the action of that id.
    pub fn place(&self, id: &str) -> Option<u32> {
        let (verb, object) = parts(id);
        let object = singular(object);
        let own = (object.as_str(), verb, id);
        self.rows.binary_search_by(|row| row.action.key().cmp(&own)).ok().map(|place| place as u32)
    }

    /// The action of that id.
    pub fn find(&self, id: &str) -> Option<&Rc<Action>> {
        self.at(self.place(id)?)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The action at a place. They are in order by object, each object's by what they do.
    pub fn at(&self, place: u32) -> Option<&Rc<Action>> {
        self.rows.get(place as usize).map(|row| &row.action)
    }

    /// What the action at a place does.
    pub fn verb_at(&self, place: u32) -> Option<Verb> {
        self.rows.get(place as usize).map(|row| row.verb)
    }

    /// All, in order.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Action>> {
        self.rows.iter().map(|row| &row.action)
    }

    /// The places of the actions that have every word of a search in id, label or description.
    pub fn search(&self, search: &str) -> Vec<u32> {
        self.narrow(search, &(0..self.count() as u32).collect::<Vec<_>>())
    }

    /// Those of some places that a search fits. Of thousands, most are told apart by their letters.
    pub fn narrow(&self, search: &str, places: &[u32]) -> Vec<u32> {
        let search = lower_case(search);
        let (mut words, mut wanted) = (Vec::new(), 0);
        for word in search.split_whitespace() {
            let own = letters(word);
            wanted |= own;
            // Of a single small letter they tell all.
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

    /// Whether one scope gives what another one does.
    pub fn gives(&self, scope: &str, other: &str) -> bool {
        let mut reached = vec![scope];
        let mut next = 0;
        while let Some(scope) = reached.get(next).copied() {
            // Salesforce: full includes every scope but those for refreshing, one of which the form asks for anyway.
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

    /// The fewest of these scopes that give what all of them do. Of two that include each other the first one stays.
    pub fn least(&self, scopes: &[String]) -> Vec<String> {
        let mut least: Vec<String> = Vec::new();
        for scope in scopes {
            if !least.iter().any(|kept| self.gives(kept, scope)) {
                least.retain(|kept| !self.gives(scope, kept));
                least.push(scope.clone());
            }
        }
        least
    }
}
