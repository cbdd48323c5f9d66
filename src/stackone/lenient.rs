//! Reads StackOne's answers leniently: numbers may be strings, members may be missing, and list entries that cannot be
//! read are skipped.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Parses a text; `None` if it is not JSON, or not of this shape.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    // Parses into a tree first, in which the last of two equal names counts. A struct would reject them.
    value(text).and_then(read)
}

/// Parses a text as JSON; `None` if it is not. Replaces half a surrogate pair, which serde_json rejects, by U+FFFD: a
/// name that was cut inside an emoji ends with one.
pub fn value(text: &str) -> Option<Value> {
    serde_json::from_str(text).or_else(|_| serde_json::from_str(&without_halves(text))).ok()
}

/// Replaces each escaped half of a surrogate pair by U+FFFD, unless the other half is beside it.
fn without_halves(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        whole.push_str(before);
        let (kept, taken) = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (escape.get(..12), 12),
            (Some(0xD800..=0xDFFF), _) => (Some("\u{FFFD}"), 6),
            // Skips the character after a backslash, because it may be an escaped backslash.
            _ => (escape.get(..2), 2),
        };
        whole.push_str(kept.unwrap_or_default());
        rest = escape.get(taken..).unwrap_or_default();
    }
    whole + rest
}

/// The UTF-16 unit of an escape such as `\ud83d` at the start of `text`.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// Converts a value; `None` if it is not of this shape.
pub fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

/// A string that is not blank, or a number as a string. Anything else counts as missing.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Value::deserialize(deserializer).map(text_of)
}

/// A whole number, even if it was sent as a string. Anything else counts as missing.
pub fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    Ok(text(deserializer)?.and_then(|text| text.trim().parse().ok()))
}

/// `true` or `false`. Anything else counts as missing.
pub fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    Value::deserialize(deserializer).map(|value| value.as_bool())
}

/// The entries of a list that can be read; empty if it is not a list.
pub fn each<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(entries) => entries.into_iter().filter_map(read).collect(),
        _ => Vec::new(),
    })
}

/// The strings of a list, without duplicates.
pub fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let mut texts = Vec::new();
    for text in each::<D, Value>(deserializer)?.into_iter().filter_map(text_of) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Ok(texts)
}

/// The text of a value, as [`text`] reads it.
pub fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
