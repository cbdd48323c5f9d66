//! A request as data: built here, sent by `browser`, shown to people where it cannot be sent. Secrets stay wrapped
//! until somebody asks for them by name.

use super::json::Json;
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

/// Whether secrets are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// As `‹redacted›`.
    Redacted,
    /// As they are.
    Secrets,
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

/// A value as text.
pub fn written(json: &Json, show: Show) -> String {
    let mut text = String::new();
    json.write(show, 1, &mut text);
    text
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

impl Json {
    /// Appends the value, `level` steps in.
    pub(super) fn write(&self, show: Show, level: usize, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => write_string(text, out),
            Self::Secret(secret) => {
                write_string(if show == Show::Secrets { secret.expose() } else { Secret::REDACTED }, out)
            }
            Self::List(items) => {
                let items = items.iter().map(|item| (None, item));
                write_all(['[', ']'], items, show, level, out);
            }
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| (Some(name.as_str()), value));
                write_all(['{', '}'], members, show, level, out);
            }
        }
    }
}

fn write_all<'a>(
    brackets: [char; 2],
    items: impl Iterator<Item = (Option<&'a str>, &'a Json)>,
    show: Show,
    level: usize,
    out: &mut String,
) {
    let [open, close] = brackets;
    out.push(open);
    let mut empty = true;
    for (name, value) in items {
        out.push_str(if empty { "\n" } else { ",\n" });
        indent(level, out);
        empty = false;
        if let Some(name) = name {
            write_string(name, out);
            out.push_str(": ");
        }
        value.write(show, level + 1, out);
    }
    if !empty {
        out.push('\n');
        indent(level.saturating_sub(1), out);
    }
    out.push(close);
}

fn indent(level: usize, out: &mut String) {
    (0..level).for_each(|_| out.push_str("  "));
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                out.push_str("\\u00");
                out.extend(
                    [u32::from(c) >> 4, u32::from(c) & 15].into_iter().filter_map(|digit| char::from_digit(digit, 16)),
                );
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
