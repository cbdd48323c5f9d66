//! Finds parameters anywhere in pasted text: `error=…` in an address or a form, `"error": "…"` in JSON. `explain` reads
//! the error from them, `redact` hides the secret ones. Reads a text once, forwards.

use super::explanation::Step;
use super::normalize::is_word;
use crate::salesforce::decode::one;

/// A parameter: its name, and the text after it.
pub struct Parameter<'a> {
    /// The byte position of the name.
    pub at: usize,
    /// Letters, digits and `_`.
    pub name: &'a str,
    kind: Kind,
    /// The text after the `=` or `:`.
    rest: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `name=value`
    Address,
    /// `"name": "value"`
    Json,
    /// `name: value`, as in a sentence.
    Prose,
}

impl<'a> Parameter<'a> {
    /// The first parameter at or after a position. In addresses and prose, any word before `=` or `:` counts as a name.
    pub fn first(text: &'a str, from: usize) -> Option<Self> {
        let mut end = from;
        loop {
            let at = past(text, end, |b| !is_word(b));
            end = past(text, at, is_word);
            let mark = past(text, end, |b| matches!(b, b'"' | b'\'' | b'\\' | b']' | b' ' | b'\t' | b'\n' | b'\r'));
            let kind = match (text.as_bytes().get(mark)?, text.as_bytes().get(end)?) {
                (b'=', _) => Kind::Address,
                (b':', b'"' | b'\'' | b'\\') => Kind::Json,
                (b':', _) => Kind::Prose,
                _ => continue,
            };
            return Some(Self { at, name: text.get(at..end)?, kind, rest: text.get(mark + 1..)? });
        }
    }

    /// The byte position after the name.
    pub fn end(&self) -> usize {
        self.at + self.name.len()
    }

    /// The value. Empty in a sentence, and if the value is still encoded.
    fn value(&self) -> &'a str {
        let bytes = self.rest.as_bytes();
        let start = match self.kind {
            Kind::Address => 0,
            Kind::Json => past(self.rest, 0, |b| b <= b' '),
            Kind::Prose => bytes.len(),
        };
        let quote = bytes.get(start).copied().filter(|b| matches!(b, b'"' | b'\''));
        let start = start + usize::from(quote.is_some());
        let mut end = start;
        let mut is_encoded = false;
        while let Some(byte) = bytes.get(end) {
            end += match (byte, self.rest.get(end..).and_then(one)) {
                (b'&' | b'\\', Some((c, length))) if c != '&' && end > start => length,
                _ if quote == Some(*byte) => break,
                (b'&' | b'#' | b'"' | b'<' | b'>' | b'\n' | b'\r' | b'\\', _) if quote.is_none() => break,
                // In an encoded address, a space ends the value.
                (b' ', _) if quote.is_none() && (is_encoded || end == start) => break,
                _ => 1,
            };
            is_encoded |= matches!(byte, b'+' | b'%');
        }
        self.rest.get(start..end).unwrap_or_default()
    }
}

/// The error in a text's parameters.
#[derive(Default)]
pub struct Pasted<'a> {
    /// The first non-empty value of `error`.
    pub error: &'a str,
    /// The first non-empty value of `error_description`.
    pub description: &'a str,
    /// The authorization page for an address, the token endpoint for JSON.
    pub step: Option<Step>,
}

impl<'a> Pasted<'a> {
    /// Finds the error in a text.
    pub fn read(text: &'a str) -> Self {
        let mut pasted = Self::default();
        let [mut access, mut refresh, mut instance] = [false; 3];
        let mut at = 0;
        while let Some(parameter) = Parameter::first(text, at) {
            at = parameter.end();
            let is = |name: &str| parameter.name.eq_ignore_ascii_case(name);
            access |= is("access_token");
            refresh |= is("refresh_token");
            instance |= is("instance_url");
            let place = if is("error") {
                &mut pasted.error
            } else if is("error_description") {
                &mut pasted.description
            } else {
                continue;
            };
            // Keeps the first value of each name.
            let value = if place.is_empty() { parameter.value() } else { "" };
            if past(value, 0, |b| !is_word(b)) < value.len() {
                *place = value;
                let step = if parameter.kind == Kind::Json { Step::Token } else { Step::Authorize };
                pasted.step = pasted.step.or(Some(step));
            }
        }
        if access && instance && !refresh && pasted.step.is_none() {
            pasted.description = "response without refresh_token";
        }
        pasted
    }
}

/// The first byte position at or after `from` whose byte is not one of `these`.
pub fn past(text: &str, from: usize, these: fn(u8) -> bool) -> usize {
    let mut at = from;
    while text.as_bytes().get(at).is_some_and(|b| these(*b)) {
        at += 1;
    }
    at
}
