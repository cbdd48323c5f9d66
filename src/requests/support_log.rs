//! The last requests and their outcomes, for StackOne's support. Nothing that was typed is in it.

use super::RequestId;
use crate::stackone::{Answer, Request, TransportError, UnixTime};

/// Requests that are remembered.
const MOST: usize = 40;

/// The last requests.
#[derive(Clone, Debug, Default)]
pub struct SupportLog(Vec<Entry>);

#[derive(Clone, Debug)]
struct Entry {
    id: RequestId,
    /// Method and address.
    sent: String,
    /// When the answer came and its status, or why none did.
    outcome: String,
}

impl SupportLog {
    /// Remembers a request that goes out.
    pub(super) fn sent(&mut self, id: RequestId, request: &Request) {
        if self.0.len() == MOST {
            // What was only read goes first: lists come in many pages.
            let oldest = self.0.iter().position(|entry| entry.sent.starts_with("GET "));
            self.0.remove(oldest.unwrap_or_default());
        }
        self.0.push(Entry { id, sent: format!("{} {}", request.method, request.url), outcome: "-".to_owned() });
    }

    /// Remembers what became of it.
    pub(super) fn answered(&mut self, id: RequestId, answer: &Result<Answer, TransportError>) {
        for entry in self.0.iter_mut().filter(|entry| entry.id == id) {
            entry.outcome = match answer {
                Ok(answer) => format!("{} {}", time(answer.now), answer.status),
                Err(TransportError::BrokenOff(status)) => format!("broken off {status}"),
                Err(TransportError::Offline) => "offline".to_owned(),
                Err(TransportError::ForbiddenByPolicy) => "forbidden by policy".to_owned(),
                Err(TransportError::TimedOut) => "timed out".to_owned(),
                Err(TransportError::NoAuthorization(_)) => "no authorization".to_owned(),
                Err(TransportError::Network) => "no answer".to_owned(),
            };
        }
    }

    /// A line for each request.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|entry| format!("{} {}", entry.sent, entry.outcome))
    }
}

/// `16:45:09Z`.
fn time(UnixTime(seconds): UnixTime) -> String {
    format!("{:02}:{:02}:{:02}Z", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}
