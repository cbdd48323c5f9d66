//! The log: every request below `/stackone` and `/salesforce`, in order, so that a test can count the POSTs and search
//! for secrets. It contains what was typed and is never printed.

use std::collections::BTreeMap;

use axum::http::request::Parts;
use serde::Serialize;
use serde_json::Value;

/// One request as it arrived.
#[derive(Clone, Serialize)]
pub struct Received {
    /// `POST`
    pub method: String,
    /// Without the query.
    pub path: String,
    /// The query as sent, without the question mark.
    pub query: Option<String>,
    /// Names in lower case. Repeated headers are joined by `, `.
    pub headers: BTreeMap<String, String>,
    /// Parsed if it is JSON, otherwise text; null if there was none or it was not read.
    pub body: Value,
}

impl Received {
    /// Records a request; `body` is the part that was read.
    pub fn new(head: &Parts, path: &str, body: &[u8]) -> Self {
        let mut headers = BTreeMap::<String, String>::new();
        for (name, value) in &head.headers {
            let value = String::from_utf8_lossy(value.as_bytes());
            headers
                .entry(name.to_string())
                .and_modify(|earlier| *earlier = format!("{earlier}, {value}"))
                .or_insert_with(|| value.into_owned());
        }
        Self {
            method: head.method.to_string(),
            path: path.to_owned(),
            query: head.uri.query().map(str::to_owned),
            headers,
            body: read_body(body),
        }
    }
}

fn read_body(body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(body).unwrap_or_else(|_| String::from_utf8_lossy(body).into_owned().into())
}
