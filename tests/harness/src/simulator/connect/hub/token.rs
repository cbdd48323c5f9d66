//! The token of a connect session: the Hub sends it instead of a key.

use super::super::super::state::Simulator;
use super::super::memory::Session;

/// The token of a session that has not expired, from the gate.
#[derive(Clone)]
pub struct Token(pub String);

/// Its header.
pub const HEADER: &str = "x-hub-session-token";

/// The session of a token, unless it has expired. A session that already has its account can still be read.
pub fn session(simulator: &Simulator, token: &str) -> Option<Session> {
    let now = simulator.now();
    let mut connect = simulator.connect();
    connect.session(token).filter(|session| now < session.expires_at).map(|session| session.clone())
}
