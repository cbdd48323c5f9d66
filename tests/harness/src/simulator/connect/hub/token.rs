//! The token of a connect session: in the Hub it stands for the key.

use super::super::super::state::Simulator;
use super::super::memory::Session;

/// The token of a session that has not expired; the gate hands it on.
#[derive(Clone)]
pub struct Token(pub String);

/// The header it comes in.
pub const HEADER: &str = "x-hub-session-token";

/// The session of a token, unless it has expired. One that has its account is still good for reading.
pub fn session(simulator: &Simulator, token: &str) -> Option<Session> {
    let now = simulator.now();
    let mut connect = simulator.connect();
    connect.session(token).filter(|session| now < session.expires_at).map(|session| session.clone())
}
