//! A JSON value that may contain secrets: the bodies of requests, and the trees behind answers. serde_json reads and
//! writes it. A secret stays a `Secret` until it is written, and never becomes a `serde_json::Value`.

use serde::{Serialize, Serializer};
use serde_json::{Number, Value};

use super::lenient;
use crate::profile::Secret;

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    Text(String),
    /// A string that only `Show::Secrets` writes.
    Secret(Secret),
    /// An array.
    List(Vec<Json>),
    /// An object, in order. If a name occurs twice, the last value counts.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses a text; `None` if it is not JSON.
    ///
    /// ```
    /// use stackone_connector_profile::stackone::Json;
    /// let json = Json::parse(r#"{"total": "3"}"#);
    /// assert_eq!(json.as_ref().and_then(|json| json.get("total")).and_then(Json::number), Some(3));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        lenient::value(text).map(Self::from)
    }

    /// The member with this name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().rev().find_map(|(key, value)| (key == name).then_some(value)),
            _ => None,
        }
    }

    /// The items of a list; empty for anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// A string that is not blank, or a number as a string.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A whole number, even if it was sent as a string.
    pub fn number(&self) -> Option<u64> {
        self.text()?.trim().parse().ok()
    }

    /// `true` or `false`, even if it was sent as a string.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => self.text()?.parse().ok(),
        }
    }

    /// An object with these members.
    pub fn object(members: Vec<(&str, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A list of strings.
    pub fn texts(texts: &[String]) -> Self {
        Self::List(texts.iter().map(|text| Self::Text(text.clone())).collect())
    }

    /// Sets the member at a dotted path, and creates the objects on the way. An empty path sets nothing.
    pub fn set(&mut self, path: &str, value: Self) {
        let Self::Object(members) = self else { return };
        match path.split_once('.') {
            None if path.is_empty() => {}
            None => members.push((path.to_owned(), value)),
            Some((head, tail)) => {
                if let Some((_, inner)) = members.iter_mut().find(|(name, _)| name == head) {
                    inner.set(tail, value);
                } else {
                    let mut inner = Self::Object(Vec::new());
                    inner.set(tail, value);
                    members.push((head.to_owned(), inner));
                }
            }
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(flag),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name, Self::from(value))).collect())
            }
        }
    }
}

/// Whether secrets are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Writes `‹redacted›` for each secret.
    Redacted,
    /// Writes the secrets.
    Secrets,
}

/// A value to serialise, with its secrets or with `‹redacted›` in their place.
pub struct Written<'a>(pub &'a Json, pub Show);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(json, show) = *self;
        match json {
            Json::Null => serializer.serialize_none(),
            Json::Bool(flag) => serializer.serialize_bool(*flag),
            Json::Number(number) => number.serialize(serializer),
            Json::Text(text) => serializer.serialize_str(text),
            Json::Secret(secret) if show == Show::Secrets => serializer.serialize_str(secret.expose()),
            Json::Secret(_) => serializer.serialize_str(Secret::REDACTED),
            Json::List(items) => serializer.collect_seq(items.iter().map(|item| Written(item, show))),
            Json::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, Written(value, show))))
            }
        }
    }
}
