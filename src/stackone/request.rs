//! A request as data: built here, sent by `browser`, and shown to people if it cannot be sent. Secrets stay wrapped
//! unless the caller asks for them.

use super::json::{Json, Show, Written};
use super::{API_BASE_URL, ApiConfig};
use crate::profile::{Secret, trim};

/// A request to the StackOne API, without its `Authorization` header.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// The address: absolute, or a path of the page's own origin.
    pub url: String,
    /// The body, sent as JSON.
    pub body: Option<Json>,
}

impl Request {
    /// A request that reads this path of the API.
    pub(super) fn get(path: &str, config: &ApiConfig) -> Self {
        Self { method: "GET", url: config.url(path), body: None }
    }

    /// The body as JSON text, indented by two spaces, or an empty text.
    pub fn json(&self, show: Show) -> String {
        self.body.as_ref().map(|body| json_text(body, show)).unwrap_or_default()
    }

    /// A curl command that sends the same request. A path of the page's own origin becomes StackOne's public host,
    /// because a shell needs no proxy. `key` is the API key, if the form has it.
    pub fn curl(&self, config: &ApiConfig, key: Option<&Secret>, show: Show) -> String {
        let user = match key {
            Some(key) if show == Show::Secrets => trim(key.expose()),
            Some(_) => Secret::REDACTED,
            None => "YOUR_STACKONE_API_KEY",
        };
        let own_origin = !config.base_url().starts_with("http");
        let url = match self.url.strip_prefix(config.base_url()).filter(|_| own_origin) {
            Some(path) => [API_BASE_URL, path].concat(),
            None => self.url.clone(),
        };
        let mut command = ["curl --request ", self.method, " ", &quoted(&url)].concat();
        let mut add = |option: &str, value: &str| {
            command.push_str(" \\\n  --");
            command.push_str(option);
            command.push(' ');
            command.push_str(&quoted(value));
        };
        add("user", &[user, ":"].concat());
        let data = self.json(show);
        if !data.is_empty() {
            add("header", "Content-Type: application/json");
            add("data", &data);
        }
        command
    }
}

/// A value as JSON text, indented by two spaces. A growing buffer leaves copies of secrets behind, which the module's
/// allocator overwrites.
pub fn json_text(json: &Json, show: Show) -> String {
    serde_json::to_string_pretty(&Written(json, show)).unwrap_or_default()
}

/// Quotes a text as a single word for a shell.
fn quoted(text: &str) -> String {
    let mut word = String::from("'");
    for c in text.chars() {
        if c == '\'' {
            word.push_str("'\\'");
        }
        word.push(c);
    }
    word.push('\'');
    word
}
