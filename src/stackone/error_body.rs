//! StackOne's own texts when it refuses a request. The documented envelope is `{statusCode, message, timestamp}` and
//! more; `message` occurs as a string, as a list of strings, and as JSON within a string.

use serde_json::Value;

use super::lenient;
use super::write_shape::WriteShape;
use crate::profile::{Field, Secret};

/// The maximum depth of nested envelopes.
const MAX_DEPTH: u8 = 6;
/// The maximum length of a message, in characters.
const MAX_MESSAGE_CHARS: usize = 500;
/// The maximum number of messages.
const MAX_MESSAGES: usize = 20;

/// StackOne's messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorBody {
    /// One sentence each; empty if the answer contained none.
    pub messages: Vec<String>,
}

impl ErrorBody {
    /// Parses the body of a refusal. Anything but the envelope gives no messages.
    pub fn read(body: &str) -> Self {
        let mut messages = Vec::new();
        if let Some(json) = lenient::value(body) {
            collect(&json, 0, &mut messages);
        }
        Self { messages }
    }

    /// Redacts the secrets that StackOne may have repeated, and cuts each message to the maximum length.
    pub fn redacted(mut self, secrets: &[Secret]) -> Self {
        for message in &mut self.messages {
            // In this order, because a cut inside a secret would leave its beginning.
            *message = shortened(&scrubbed(message, secrets));
        }
        self
    }

    /// The field that a message names, if any.
    pub fn field(message: &str, shape: &WriteShape) -> Option<Field> {
        let words = || message.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        Field::ALL.iter().copied().find(|field| {
            let sent = shape.path_of(field.name());
            let names = [field.name(), last(sent), &snake_case(field.name())];
            let is_name = |word: &str| !word.is_empty() && names.contains(&word);
            match field {
                // "name" and "environment" are ordinary words, so they name a field only at the start of a message.
                Field::Name | Field::Environment | Field::Actions => words().next().is_some_and(is_name),
                _ => words().any(is_name),
            }
        })
    }
}

/// The last segment of a dotted path.
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
        Value::String(text) if depth < MAX_DEPTH => match lenient::value(text) {
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

/// HTTP's own phrases for a refusal, which explain nothing.
const PHRASES: [&str; 3] = ["Bad Request", "Unprocessable Entity", "Unprocessable Content"];

/// Adds a message, unless it is there already. At the maximum, adds `…` instead.
fn add(text: &str, messages: &mut Vec<String>) {
    if !text.is_empty()
        && !PHRASES.contains(&text)
        && messages.len() <= MAX_MESSAGES
        && !messages.iter().any(|known| known == text)
    {
        let text = if messages.len() == MAX_MESSAGES { "…" } else { text };
        messages.push(text.to_owned());
    }
}

/// Cuts a text to the maximum length of a message.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_MESSAGE_CHARS) {
        Some((at, _)) => [text.get(..at).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}

/// Replaces every secret in a text.
pub fn scrubbed(text: &str, secrets: &[Secret]) -> String {
    secrets.iter().fold(text.to_owned(), |text, secret| match crate::profile::trim(secret.expose()) {
        "" => text,
        secret => text.replace(secret, Secret::REDACTED),
    })
}
