//! The requests in flight, each with its number and purpose.

use super::{RequestId, SupportLog};
use crate::profile::Secret;
use crate::stackone::{Answer, Request, TransportError};

/// A request in flight.
#[derive(Clone, Debug)]
pub struct Pending<P> {
    /// What it is for.
    pub purpose: P,
    /// The number of retries so far.
    pub retries: u8,
    /// The secrets that were sent. StackOne may repeat them even after the person typed others.
    secrets: Vec<Secret>,
}

impl<P> Pending<P> {
    /// A request to send.
    pub fn new(purpose: P, retries: u8, secrets: [Secret; 2]) -> Self {
        Self { purpose, retries, secrets: secrets.into() }
    }
}

/// All requests in flight.
#[derive(Clone, Debug)]
pub struct Tracker<P> {
    newest: RequestId,
    pending: Vec<(RequestId, Pending<P>)>,
    /// The secrets of the request whose answer is being processed.
    secrets: Vec<Secret>,
    log: SupportLog,
}

impl<P> Default for Tracker<P> {
    fn default() -> Self {
        Self::after(RequestId::default())
    }
}

impl<P> Tracker<P> {
    /// A tracker without requests. The next number follows `newest`.
    pub fn after(newest: RequestId) -> Self {
        Self { newest, pending: Vec::new(), secrets: Vec::new(), log: SupportLog::default() }
    }

    /// The latest number.
    pub fn newest(&self) -> RequestId {
        self.newest
    }

    /// Registers a request and returns its number. A request that follows from an answer inherits the secrets of the
    /// one before.
    pub fn send(&mut self, mut pending: Pending<P>, request: &Request) -> RequestId {
        for secret in &self.secrets {
            if !pending.secrets.iter().any(|known| known.is_same(secret)) {
                pending.secrets.push(secret.clone());
            }
        }
        self.newest = RequestId(self.newest.0.wrapping_add(1));
        self.log.sent(self.newest, request);
        self.pending.push((self.newest, pending));
        self.newest
    }

    /// Takes the request of an answer; `None` if it was forgotten. Its secrets stay in use until [`Tracker::settle`].
    pub fn answered(&mut self, id: RequestId, answer: &Result<Answer, TransportError>) -> Option<Pending<P>> {
        self.log.answered(id, answer);
        let place = self.pending.iter().position(|(known, _)| *known == id)?;
        let (_, pending) = self.pending.remove(place);
        self.secrets.clone_from(&pending.secrets);
        Some(pending)
    }

    /// Forgets the secrets, once the answer is processed.
    pub fn settle(&mut self) {
        self.secrets.clear();
    }

    /// The secrets of the request whose answer is being processed.
    pub fn secrets(&self) -> &[Secret] {
        &self.secrets
    }

    /// Forgets the requests with a purpose, so that their answers are ignored.
    pub fn forget(&mut self, is_it: impl Fn(&P) -> bool) {
        self.pending.retain(|(_, pending)| !is_it(&pending.purpose));
    }

    /// Whether a request with this purpose is in flight.
    pub fn awaits(&self, is_it: impl Fn(&P) -> bool) -> bool {
        self.pending.iter().any(|(_, pending)| is_it(&pending.purpose))
    }

    /// The latest requests, for support.
    pub fn log(&self) -> &SupportLog {
        &self.log
    }
}
