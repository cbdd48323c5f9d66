//! How StackOne's answers are read: numbers may come as strings, members may be missing, and of a list the entries that
//! cannot be read are passed over.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a text; `None` where it is not JSON, or not of that shape.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    // By way of a tree, where of a name that occurs twice the last one counts. A struct refuses such a text.
    serde_json::from_str::<Value>(text).ok().and_then(read)
}

/// Reads a value; `None` where it is not of that shape.
pub fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

/// A string that is not blank, or a number as a string. Anything else counts as missing.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Value::deserialize(deserializer).map(text_of)
}

/// A whole number, also where it was sent as a string. Anything else counts as missing.
pub fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    Ok(text(deserializer)?.and_then(|text| text.trim().parse().ok()))
}

/// `true` or `false`. Anything else counts as missing.
pub fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    Value::deserialize(deserializer).map(|value| value.as_bool())
}

/// The entries of a list that can be read; none where it is no list.
pub fn each<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(entries) => entries.into_iter().filter_map(read).collect(),
        _ => Vec::new(),
    })
}

/// Strings of a list, each once.
pub fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let mut texts = Vec::new();
    for text in each::<D, Value>(deserializer)?.into_iter().filter_map(text_of) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Ok(texts)
}

/// See `text`.
pub fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
