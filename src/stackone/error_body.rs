//! StackOne's own words when it refuses something. The documented envelope is `{statusCode, message, timestamp}` with
//! more beside it; `message` is seen as a string, as a list of strings and as JSON within a string.

use serde_json::Value;

use super::lenient;
use super::write_shape::WriteShape;
use crate::profile::{Field, Secret};

/// Envelopes within envelopes that are opened.
const DEEPEST: u8 = 6;
/// Longest complaint that is shown, in characters.
const LONGEST: usize = 500;
/// Most complaints that are shown.
const MOST: usize = 20;

/// What StackOne said, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorBody {
    /// One sentence each; empty where the answer held none.
    pub messages: Vec<String>,
}

impl ErrorBody {
    /// Reads the body of a refusal. Anything that is not the envelope gives no messages.
    pub fn read(body: &str) -> Self {
        let mut messages = Vec::new();
        if let Some(json) = lenient::value(body) {
            collect(&json, 0, &mut messages);
        }
        Self { messages }
    }

    /// The same, each message cut to a length that fits, without the secrets that StackOne may have repeated.
    pub fn without(mut self, secrets: &[Secret]) -> Self {
        for message in &mut self.messages {
            // In this order: a cut within a secret would leave its beginning.
            *message = shortened(&scrubbed(message, secrets));
        }
        self
    }

    /// The field that a message is about, where it names one.
    pub fn field(message: &str, shape: &WriteShape) -> Option<Field> {
        let words = || message.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        Field::ALL.iter().copied().find(|field| {
            let sent = shape.path_of(field.name());
            let names = [field.name(), last(sent), &snake_case(field.name())];
            let is_name = |word: &str| !word.is_empty() && names.contains(&word);
            match field {
                // "name" and "environment" are everyday words: only at the start do they name a field.
                Field::Name | Field::Environment | Field::Actions => words().next().is_some_and(is_name),
                _ => words().any(is_name),
            }
        })
    }
}

/// The last part of a dotted path.
fn last(path: &str) -> &str {
    path.split_once('.').map_or(path, |(_, rest)| last(rest))
}

/// `clientId` → `client_id`.
fn snake_case(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

fn collect(json: &Value, depth: u8, messages: &mut Vec<String>) {
    match json {
        Value::String(text) if depth < DEEPEST => match lenient::value(text) {
            Some(inner @ (Value::Object(_) | Value::Array(_))) => collect(&inner, depth + 1, messages),
            _ => add(text.trim(), messages),
        },
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth + 1, messages)),
        Value::Object(_) => {
            let named = ["message", "error_description", "error"].iter().find_map(|name| json.get(name));
            named.into_iter().for_each(|inner| collect(inner, depth + 1, messages));
            let errors = json.get("provider_errors").and_then(Value::as_array);
            errors
                .into_iter()
                .flatten()
                .filter_map(|error| error.get("raw"))
                .for_each(|raw| collect(raw, depth + 1, messages));
        }
        _ => {}
    }
}

/// Adds a complaint that is not among them. After the most that are shown comes a sign that there are more.
fn add(text: &str, messages: &mut Vec<String>) {
    if !text.is_empty() && messages.len() <= MOST && !messages.iter().any(|known| known == text) {
        let text = if messages.len() == MOST { "…" } else { text };
        messages.push(text.to_owned());
    }
}

/// The text, cut to a length that fits a message.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => [text.get(..at).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}

/// The text with every secret replaced.
pub fn scrubbed(text: &str, secrets: &[Secret]) -> String {
    secrets.iter().fold(text.to_owned(), |text, secret| match crate::profile::trim(secret.expose()) {
        "" => text,
        secret => text.replace(secret, Secret::REDACTED),
    })
}
