//! What StackOne's support needs to know when something failed, as a text to copy: the version, how far the person is,
//! what is wrong with the draft, and every request with its time and outcome. Nothing that was typed is in it.

use super::{Phase, State, Step};
use crate::i18n::digits;
use crate::stackone::{Answer, TransportError};

/// Requests that are remembered.
const MOST: usize = 40;

/// One request.
#[derive(Clone, Debug)]
pub struct Logged {
    seq: u32,
    /// Method and address.
    sent: String,
    /// When the answer came and its status, or why none did.
    outcome: String,
}

impl State {
    /// Remembers a request that goes out.
    pub(super) fn log_sent(&mut self, seq: u32, method: &str, url: &str) {
        if self.log.len() == MOST {
            // What was only read goes first: lists come in many pages.
            let oldest = self.log.iter().position(|logged| logged.sent.starts_with("GET "));
            self.log.remove(oldest.unwrap_or_default());
        }
        self.log.push(Logged { seq, sent: [method, " ", url].concat(), outcome: "-".to_owned() });
    }

    /// Remembers what became of it.
    pub(super) fn log_answer(&mut self, seq: u32, answer: &Result<Answer, TransportError>) {
        let outcome = match answer {
            Ok(answer) => [time(answer.now), " ".to_owned(), digits(answer.status.into())].concat(),
            Err(TransportError::BrokenOff(status)) => ["broken off ", &digits((*status).into())].concat(),
            Err(why) => match why {
                TransportError::Offline => "offline",
                TransportError::ForbiddenByPolicy => "forbidden by policy",
                TransportError::TimedOut => "timed out",
                TransportError::NoAuthorization(_) => "no authorization",
                TransportError::Network | TransportError::BrokenOff(_) => "no answer",
            }
            .to_owned(),
        };
        for logged in self.log.iter_mut().filter(|logged| logged.seq == seq) {
            logged.outcome = outcome.clone();
        }
    }

    /// The text for support.
    pub(super) fn support_bundle(&self) -> String {
        let failure = match &self.phase {
            Phase::Failed(failure) => failure.code().name(),
            _ => "-",
        };
        let step = if self.guided() { self.guide.step } else { Step::Profile };
        let mut lines = vec![
            ["stackone-connector-profile ", env!("CARGO_PKG_VERSION")].concat(),
            ["step ", step.name(), ", failure ", failure].concat(),
        ];
        for key in &self.guide.ticked {
            lines.push(["done ", key.name()].concat());
        }
        for issue in self.issues() {
            lines.push(["issue ", issue.field.name(), " ", issue.code.name()].concat());
        }
        for logged in &self.log {
            lines.push([logged.sent.as_str(), " ", &logged.outcome].concat());
        }
        lines.join("\n")
    }
}

/// `16:45:09Z`, of seconds since 1970.
fn time(seconds: u64) -> String {
    let two = |number: u64| [if number % 60 < 10 { "0" } else { "" }, &digits(number % 60)].concat();
    let hour = seconds / 3600 % 24;
    [&*two(hour), ":", &*two(seconds / 60), ":", &*two(seconds), "Z"].concat()
}
