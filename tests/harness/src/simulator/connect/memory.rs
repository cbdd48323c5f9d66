//! What the simulated StackOne remembers of linking: sessions, the states it issued, accounts. A reset empties it.

use std::collections::HashMap;
use std::time::Duration;

use super::super::random;
use super::accounts::Account;

/// A session: for whom, with which profile, until when.
#[derive(Clone)]
pub struct Session {
    pub owner_id: String,
    pub owner_name: String,
    pub profile_id: String,
    pub label: Option<String>,
    pub expires_at: Duration,
    pub multiple: bool,
    pub linked: bool,
}

impl Session {
    /// Whether its link still works.
    pub fn is_open(&self, now: Duration) -> bool {
        now < self.expires_at && (self.multiple || !self.linked)
    }
}

/// Sessions by token, states with the session each belongs to, accounts in the order they were linked.
#[derive(Default)]
pub struct Connect {
    sessions: HashMap<String, Session>,
    states: HashMap<String, String>,
    pub(super) accounts: Vec<Account>,
    made: u64,
}

impl Connect {
    /// Keeps a session; answers its number and its token.
    pub fn add(&mut self, session: Session) -> (u64, String) {
        self.made += 1;
        let token = random::alphanumeric(40);
        self.sessions.insert(token.clone(), session);
        (self.made, token)
    }

    pub fn session(&mut self, token: &str) -> Option<&mut Session> {
        self.sessions.get_mut(token)
    }

    /// Issues a state for a sign-in of this session.
    pub fn issue_state(&mut self, token: &str) -> String {
        let state = random::alphanumeric(32);
        self.states.insert(state.clone(), token.to_owned());
        state
    }

    /// The token of the session that a state belongs to. It works once.
    pub fn take_state(&mut self, state: &str) -> Option<String> {
        self.states.remove(state)
    }

    /// Every account.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }
}
