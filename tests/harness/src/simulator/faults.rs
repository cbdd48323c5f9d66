//! Faults: what a test makes the simulator do wrong, for which requests, and how often. A matching request takes the
//! oldest fault from the queue, and `spoil` executes it.

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use super::profiles::ConnectorProfile;
use super::renaming::Renaming;

/// A kind of fault.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// An answer with this status.
    Status { status: StatusCode, body: Content, retry_after: Option<HeaderValue> },
    /// The right answer after a delay.
    Delay(Duration),
    /// The right answer, once [`release`](super::Simulator::release) lets it go.
    Hold,
    /// No answer, until a reset closes the connection.
    Hang,
    /// The connection closes before the body is read or anything is done.
    DropBefore,
    /// The request is executed, then the connection closes without an answer.
    DropAfter,
    /// On a reused connection: the request is executed, then the connection closes without an answer. Fresh connections
    /// are not affected.
    DropReused,
    /// The right headers with the full Content-Length, half of the body, then the connection closes.
    Truncate,
    /// The right status, but a web page.
    NotJson,
    /// The right status, but JSON of another shape.
    WrongShape,
    /// The right answer with some six megabytes added.
    Huge,
    /// No CORS header on the answer, and the preflight is refused.
    NoCors,
    /// The secrets of the request are echoed: in a refusal with this status, or in every text of the right answer.
    Echo(Option<StatusCode>),
    /// The list of profiles from when the fault was set, as a cache has it, with this `Age` if there is one.
    StaleList { age: Option<u64>, list: Vec<ConnectorProfile> },
    /// Stores another name or environment. The answer is the right one, or that of the next queued fault.
    Renamed(Renaming),
    /// No answer until a reset closes the connection. The request is executed after this time.
    Late(Duration),
    /// The request is not executed: the host answers with its start page.
    Html200,
    /// The request is not executed: a firewall answers with its page.
    Cdn403,
    /// The request is not executed: the host's own sign-in answers with its page.
    Basic401,
}

/// The body of an answer with a chosen status.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// StackOne's envelope.
    Envelope,
    /// The test's own value.
    Given(Value),
    /// Nothing.
    Empty,
    /// A web page, as from a proxy.
    Html,
    /// The envelope with some six megabytes added.
    Huge,
    /// The full Content-Length, half of the envelope, then the connection closes.
    Truncated,
}

/// A fault and the requests that it affects.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The method in upper case, or `*` for all.
    pub method: String,
    /// The path as received, without the query.
    pub path: String,
    /// How many more requests it affects.
    pub times: u32,
    /// `status`, `delay`, `hold` and `hang` only: executes the request first, so that the client does not know the outcome.
    pub after_work: bool,
    /// The kind.
    pub kind: Kind,
}

/// Why a fault is invalid, for the author of the test.
#[derive(Debug, PartialEq)]
pub struct FaultError(pub String);

/// The fault as posted. Which fields go with which kind is checked when it becomes a [`Fault`].
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Posted {
    method: String,
    path: String,
    #[serde(default = "once")]
    times: u32,
    kind: String,
    status: Option<u16>,
    body: Option<Value>,
    body_as: Option<String>,
    retry_after: Option<Value>,
    ms: Option<u64>,
    age: Option<u64>,
    #[serde(rename = "as")]
    renaming: Option<Renaming>,
    #[serde(default)]
    after_work: bool,
}

fn once() -> u32 {
    1
}

impl Fault {
    /// Parses a fault that was posted to `/_simulator/faults`.
    pub fn from_json(posted: Value) -> Result<Self, FaultError> {
        let posted: Posted = serde_json::from_value(posted).map_err(|error| FaultError(error.to_string()))?;
        posted.check_fields()?;
        let kind = posted.kind()?;
        Ok(Self {
            method: posted.method.to_uppercase(),
            path: posted.path,
            times: posted.times,
            after_work: posted.after_work,
            kind,
        })
    }

    fn fits(&self, method: &str, path: &str, reused: bool) -> bool {
        (reused || self.kind != Kind::DropReused) && (self.method == "*" || self.method == method) && self.path == path
    }
}

impl Posted {
    fn check_fields(&self) -> Result<(), FaultError> {
        let error = |text: &str| Err(FaultError(text.to_owned()));
        if !(self.path.starts_with("/stackone/") || self.path.starts_with("/salesforce/")) {
            return error("path must begin with /stackone/ or /salesforce/: other requests cannot be spoiled");
        }
        if self.path.contains('?') {
            return error("path is without the query");
        }
        if self.times == 0 {
            return error("times must be at least 1");
        }
        let of_status = self.body.is_some() || self.body_as.is_some() || self.retry_after.is_some();
        if self.kind != "status" && of_status {
            return error("body, bodyAs and retryAfter go with the kind status only");
        }
        for (member, given, kinds) in [
            ("status", self.status.is_some(), ["status", "echo"]),
            ("ms", self.ms.is_some(), ["delay", "late"]),
            ("age", self.age.is_some(), ["stale-list", ""]),
            ("as", self.renaming.is_some(), ["renamed", ""]),
        ] {
            if given && !kinds.contains(&self.kind.as_str()) {
                return error(&format!("{member} goes with the kind {} only", kinds.join(" ").trim()));
            }
        }
        if self.after_work && !matches!(self.kind.as_str(), "status" | "delay" | "hold" | "hang") {
            return error("afterWork goes with the kinds status, delay, hold and hang only");
        }
        Ok(())
    }

    fn kind(&self) -> Result<Kind, FaultError> {
        Ok(match self.kind.as_str() {
            "status" => Kind::Status {
                status: self.checked_status()?,
                body: self.content()?,
                retry_after: self.checked_retry_after()?,
            },
            "delay" => Kind::Delay(self.checked_time()?),
            "late" => Kind::Late(self.checked_time()?),
            "hold" => Kind::Hold,
            "hang" => Kind::Hang,
            "drop-before" => Kind::DropBefore,
            "drop-after" => Kind::DropAfter,
            "drop-reused" => Kind::DropReused,
            "truncate" => Kind::Truncate,
            "not-json" => Kind::NotJson,
            "wrong-shape" => Kind::WrongShape,
            "huge" => Kind::Huge,
            "no-cors" => Kind::NoCors,
            "echo" => Kind::Echo(self.status.map(|_| self.checked_status()).transpose()?),
            // The simulator's state has the list.
            "stale-list" => Kind::StaleList { age: self.age, list: Vec::new() },
            "renamed" => Kind::Renamed(
                self.renaming.ok_or_else(|| FaultError("renamed needs as: trimmed, nfc, numbered or upper".into()))?,
            ),
            "html-200" => Kind::Html200,
            "cdn-403" => Kind::Cdn403,
            "basic-401" => Kind::Basic401,
            other => return Err(FaultError(format!("unknown kind {other}"))),
        })
    }

    fn checked_time(&self) -> Result<Duration, FaultError> {
        self.ms.map(Duration::from_millis).ok_or_else(|| FaultError(format!("{} needs ms", self.kind)))
    }

    fn content(&self) -> Result<Content, FaultError> {
        Ok(match (&self.body, self.body_as.as_deref()) {
            (None, None) => Content::Envelope,
            (Some(body), None) => Content::Given(body.clone()),
            (None, Some("empty")) => Content::Empty,
            (None, Some("html")) => Content::Html,
            (None, Some("huge")) => Content::Huge,
            (None, Some("truncated")) => Content::Truncated,
            (None, Some(other)) => return Err(FaultError(format!("unknown bodyAs {other}"))),
            (Some(_), Some(_)) => return Err(FaultError("body and bodyAs exclude each other".into())),
        })
    }

    fn checked_status(&self) -> Result<StatusCode, FaultError> {
        let status = self.status.ok_or_else(|| FaultError("the kind status needs a status".into()))?;
        match StatusCode::from_u16(status) {
            Ok(code) if (200..600).contains(&status) => Ok(code),
            _ => Err(FaultError(format!("{status} is no status from 200 to 599"))),
        }
    }

    fn checked_retry_after(&self) -> Result<Option<HeaderValue>, FaultError> {
        let text = match &self.retry_after {
            None => return Ok(None),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            Some(_) => return Err(FaultError("retryAfter must be a string or a number".into())),
        };
        let error = |_| FaultError("retryAfter is no header value".into());
        text.parse().map(Some).map_err(error)
    }
}

/// The queued faults, oldest first.
#[derive(Default)]
pub struct Queue(Vec<Fault>);

impl Queue {
    /// Adds a fault to the queue.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// Takes the oldest fault for this request. `reused` says whether the connection had an earlier request.
    pub fn take(&mut self, method: &str, path: &str, reused: bool) -> Option<Fault> {
        let index = self.0.iter().position(|fault| fault.fits(method, path, reused))?;
        Some(self.use_up(index))
    }

    /// Takes the oldest fault for the request that this preflight announces, if it is `no-cors`. No other kind affects
    /// a preflight.
    pub fn take_for_preflight(&mut self, method: &str, path: &str) -> bool {
        let index = self.0.iter().position(|fault| fault.fits(method, path, false));
        let index = index.filter(|&index| self.0[index].kind == Kind::NoCors);
        index.map(|index| self.use_up(index)).is_some()
    }

    /// Whether a queued fault would make a browser resend the request on a reused connection: one that closes without
    /// an answer and, in Chromium, also 408.
    pub fn wants_fresh(&self) -> bool {
        self.0.iter().any(|fault| match fault.kind {
            Kind::DropBefore | Kind::DropAfter | Kind::Hang | Kind::Late(_) => true,
            Kind::Status { status, .. } => status == StatusCode::REQUEST_TIMEOUT,
            _ => false,
        })
    }

    fn use_up(&mut self, index: usize) -> Fault {
        self.0[index].times -= 1;
        if self.0[index].times == 0 { self.0.remove(index) } else { self.0[index].clone() }
    }
}

#[cfg(test)]
#[path = "faults_tests.rs"]
mod tests;
