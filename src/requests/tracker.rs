//! Requests that are out: each by its number, with what it is for.

use super::{RequestId, SupportLog};
use crate::profile::Secret;
use crate::stackone::{Answer, Request, TransportError};

/// A request that is out.
#[derive(Clone, Debug)]
pub struct Pending<P> {
    /// What it is for.
    pub purpose: P,
    /// How often it was sent again.
    pub retries: u8,
    /// What travelled with it. StackOne may repeat it, also after the person typed something else.
    secrets: Vec<Secret>,
}

impl<P> Pending<P> {
    /// A request that goes out.
    pub fn new(purpose: P, retries: u8, secrets: [Secret; 2]) -> Self {
        Self { purpose, retries, secrets: secrets.into() }
    }
}

/// All requests that are out.
#[derive(Clone, Debug)]
pub struct Tracker<P> {
    newest: RequestId,
    pending: Vec<(RequestId, Pending<P>)>,
    /// What travelled with the request whose answer is being dealt with.
    secrets: Vec<Secret>,
    log: SupportLog,
}

impl<P> Default for Tracker<P> {
    fn default() -> Self {
        Self::after(RequestId::default())
    }
}

impl<P> Tracker<P> {
    /// Nothing is out; numbers go on after this one.
    pub fn after(newest: RequestId) -> Self {
        Self { newest, pending: Vec::new(), secrets: Vec::new(), log: SupportLog::default() }
    }

    /// The number given last.
    pub fn newest(&self) -> RequestId {
        self.newest
    }

    /// Gives a request its number. What follows from an answer goes on with the secrets of the request before it.
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

    /// An answer came: the request it is to; `None` where nobody waits for it any more. Its secrets count until
    /// [`Tracker::settle`].
    pub fn answered(&mut self, id: RequestId, answer: &Result<Answer, TransportError>) -> Option<Pending<P>> {
        self.log.answered(id, answer);
        let place = self.pending.iter().position(|(known, _)| *known == id)?;
        let (_, pending) = self.pending.remove(place);
        self.secrets.clone_from(&pending.secrets);
        Some(pending)
    }

    /// The answer is dealt with, and what travelled with its request is forgotten.
    pub fn settle(&mut self) {
        self.secrets.clear();
    }

    /// What travelled with the request whose answer is being dealt with.
    pub fn secrets(&self) -> &[Secret] {
        &self.secrets
    }

    /// Drops the requests for a purpose: their answers are ignored.
    pub fn forget(&mut self, is_it: impl Fn(&P) -> bool) {
        self.pending.retain(|(_, pending)| !is_it(&pending.purpose));
    }

    /// Whether something is out for this.
    pub fn awaits(&self, is_it: impl Fn(&P) -> bool) -> bool {
        self.pending.iter().any(|(_, pending)| is_it(&pending.purpose))
    }

    /// The last requests, for support.
    pub fn log(&self) -> &SupportLog {
        &self.log
    }
}
