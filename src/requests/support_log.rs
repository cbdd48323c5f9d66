//! The latest requests and their outcomes, for StackOne's support. Contains nothing that was typed into a field.

use super::RequestId;
use crate::stackone::{Answer, Request, TransportError, UnixTime};

/// The maximum number of requests.
const MAX_ENTRIES: usize = 40;

/// The latest requests, oldest first.
#[derive(Clone, Debug, Default)]
pub struct SupportLog(Vec<Entry>);

#[derive(Clone, Debug)]
struct Entry {
    id: RequestId,
    /// Method and address.
    sent: String,
    /// The answer's time and status, or why there is none.
    outcome: String,
}

impl SupportLog {
    /// Adds a request.
    pub(super) fn sent(&mut self, id: RequestId, request: &Request) {
        if self.0.len() == MAX_ENTRIES {
            // Drops reads first, because a list takes many requests.
            let oldest = self.0.iter().position(|entry| entry.sent.starts_with("GET "));
            self.0.remove(oldest.unwrap_or_default());
        }
        // The customer's id follows, which may have been typed.
        let url = request.url.split("origin_owner_id=").next().unwrap_or_default();
        self.0.push(Entry { id, sent: format!("{} {url}", request.method), outcome: "-".to_owned() });
    }

    /// Adds the outcome of a request.
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

    /// One line per request.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|entry| format!("{} {}", entry.sent, entry.outcome))
    }
}

/// The time of day, such as `16:45:09Z`.
fn time(UnixTime(seconds): UnixTime) -> String {
    format!("{:02}:{:02}:{:02}Z", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}
