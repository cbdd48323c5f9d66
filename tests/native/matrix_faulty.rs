//! The StackOne of the matrix: requests of one row fail, all others succeed.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};
use stackone_connector_profile::stackone::{Answer, Request, TransportError};

use crate::fixtures::session::NOW;
use crate::fixtures::stackone::{StackOne, place};
use crate::matrix_faults::{How, SOON, Wrong};
use crate::matrix_rows::{PROFILES, Row};

type Outcome = Result<Answer, TransportError>;

/// A faulty StackOne.
pub struct Faulty<'a> {
    pub row: &'a Row,
    pub wrong: &'a Wrong,
    /// Whether the create before a comparison is not executed.
    pub undone: bool,
    pub stackone: StackOne,
    /// The number of writes that it received.
    pub written: usize,
    /// The number of requests since the fault began; `None` without a fault.
    pub since: Option<usize>,
}

impl Faulty<'_> {
    /// The outcome of a request.
    pub fn answer(&mut self, request: &Request) -> Outcome {
        let (method, path) = place(request);
        let before = self.since;
        self.since = before.map(|since| since + 1);
        let here = (method.as_str(), path.as_str());
        let Some(before) = before else { return self.good(request) };
        if self.row.name == "compare" && here == ("POST", PROFILES) {
            self.count(request);
            if !self.undone {
                self.stackone.take(request);
            }
            return Err(TransportError::Network);
        }
        if matches!(self.wrong.how, How::Throws) && before >= self.row.after {
            return Err(TransportError::NoAuthorization("signed out".into()));
        }
        if here != (self.row.method, self.row.path) || before < self.row.after {
            return self.good(request);
        }
        match &self.wrong.how {
            How::Simulator(kind, more) => self.simulated(request, kind, more),
            How::NoCors => Err(TransportError::Network),
            How::Offline => {
                // The request may arrive even though its answer is lost.
                self.count(request);
                Err(TransportError::Offline)
            }
            How::Throws => self.good(request),
        }
    }

    /// StackOne executes the request.
    fn good(&mut self, request: &Request) -> Outcome {
        self.count(request);
        let (status, body) = self.stackone.take(request);
        arrived(status, None, Some(body.to_string()))
    }

    /// StackOne receives the request.
    fn count(&mut self, request: &Request) {
        let (method, path) = place(request);
        self.written += usize::from((method.as_str(), path.as_str()) == self.row.writes);
    }

    /// A fault of the simulator, as a browser reports it.
    fn simulated(&mut self, request: &Request, kind: &str, more: &Value) -> Outcome {
        let works = more["afterWork"] == true
            || matches!(kind, "drop-after" | "truncate" | "huge" | "wrong-shape" | "not-json" | "delay");
        self.count(request);
        let (status, body) = if works { self.stackone.take(request) } else { (200, Value::Null) };
        let soon = || httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(NOW.0 + 5));
        let retry_after = match &more["retryAfter"] {
            Value::String(text) if text == SOON => Some(soon()),
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        let status = more["status"].as_u64().map_or(status, |status| u16::try_from(status).unwrap());
        match kind {
            "hang" => Err(TransportError::TimedOut),
            "drop-before" | "drop-after" => Err(TransportError::Network),
            "truncate" | "huge" => arrived(status, None, None),
            "wrong-shape" => arrived(status, None, Some(r#"{"result": "done"}"#.into())),
            "not-json" => arrived(status, None, Some("It is done".into())),
            "delay" => arrived(status, None, Some(body.to_string())),
            "status" => {
                let text = match more["bodyAs"].as_str() {
                    None => Some(json!({"statusCode": status, "message": "As StackOne says"}).to_string()),
                    Some("empty") => Some(String::new()),
                    Some("html") => Some("<!doctype html><title>Error</title>".into()),
                    _ => None,
                };
                arrived(status, retry_after, text)
            }
            other => panic!("there is no fault {other}"),
        }
    }
}

fn arrived(status: u16, retry_after: Option<String>, body: Option<String>) -> Outcome {
    Answer { status, retry_after, now: NOW, ..Answer::default() }.arrived(body)
}
