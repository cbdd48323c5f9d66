//! A request as data: built here, sent by `browser`, shown to people where it cannot be sent. Secrets stay wrapped
//! until they are requested by name.

use std::io::{self, Write};

use super::json::{Json, Show, Written};
use super::{API_BASE_URL, ApiConfig};
use crate::profile::{Secret, trim};

/// One request to the StackOne API, without its `Authorization` header.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// Address, absolute or a path of the page's own origin.
    pub url: String,
    /// What is sent as JSON.
    pub body: Option<Json>,
}

impl Request {
    /// The body as JSON text, two spaces a level, or empty.
    pub fn json(&self, show: Show) -> String {
        self.body.as_ref().map(|body| written(body, show)).unwrap_or_default()
    }

    /// A command that sends the same from a shell. A path of the page's own origin becomes StackOne's public host,
    /// because no browser stands in the way there. `key` is the API key where the form has it.
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
        let mut command = ["curl --request ", &self.method, " ", &quoted(&url)].concat();
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

/// A value as text, two spaces a level. The text is made in one piece: one that grows leaves copies of a secret behind.
pub fn written(json: &Json, show: Show) -> String {
    let mut length = Length(0);
    let mut text = match serde_json::to_writer_pretty(&mut length, &Written(json, show)) {
        Ok(()) => Vec::with_capacity(length.0),
        Err(_) => return String::new(),
    };
    let _ = serde_json::to_writer_pretty(&mut text, &Written(json, show));
    String::from_utf8(text).unwrap_or_default()
}

/// Counts what is written to it, in bytes.
struct Length(usize);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A word that no shell takes apart.
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
