//! What the simulated StackOne stores about linking: sessions, sign-ins, the Hub's attempts, accounts. A reset clears
//! it.

use std::collections::HashMap;
use std::time::Duration;

use super::super::random;
use super::accounts::Account;

/// A session: its customer, its profile, and when it expires.
#[derive(Clone)]
pub struct Session {
    pub owner_id: String,
    pub owner_name: String,
    pub profile_id: String,
    /// Whether it was created for this profile. Otherwise the Hub offers a choice.
    pub named: bool,
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

    /// Whether this profile can be used in it.
    pub fn offers(&self, profile_id: &str) -> bool {
        !self.named || self.profile_id == profile_id
    }
}

/// A sign-in at Salesforce: its session, its profile, and the Hub's attempt.
pub struct SignIn {
    pub token: String,
    pub profile_id: String,
    pub attempt: Option<String>,
}

/// The outcome of an attempt of the Hub.
#[derive(Clone)]
pub enum Outcome {
    Pending,
    /// The id of the linked account.
    Authenticated(String),
    Failed {
        code: String,
        description: String,
    },
    Cancelled,
}

struct Attempt {
    token: String,
    outcome: Outcome,
}

/// Sessions by token, sign-ins by state, attempts by id, accounts in the order of linking.
#[derive(Default)]
pub struct Connect {
    sessions: HashMap<String, Session>,
    sign_ins: HashMap<String, SignIn>,
    attempts: HashMap<String, Attempt>,
    pub(super) accounts: Vec<Account>,
    made: u64,
}

impl Connect {
    /// Adds a session. Returns its number and its token.
    pub fn add(&mut self, session: Session) -> (u64, String) {
        self.made += 1;
        let token = random::alphanumeric(40);
        self.sessions.insert(token.clone(), session);
        (self.made, token)
    }

    pub fn session(&mut self, token: &str) -> Option<&mut Session> {
        self.sessions.get_mut(token)
    }

    /// Issues a state for a sign-in.
    pub fn issue_state(&mut self, sign_in: SignIn) -> String {
        let state = random::alphanumeric(32);
        self.sign_ins.insert(state.clone(), sign_in);
        state
    }

    /// The sign-in of a state. Works once.
    pub fn take_state(&mut self, state: &str) -> Option<SignIn> {
        self.sign_ins.remove(state)
    }

    /// Starts an attempt in this session. Returns its id.
    pub fn attempt(&mut self, token: &str) -> String {
        let id = random::alphanumeric(24);
        self.attempts.insert(id.clone(), Attempt { token: token.to_owned(), outcome: Outcome::Pending });
        id
    }

    /// The outcome of an attempt of this session.
    pub fn outcome(&self, token: &str, id: &str) -> Option<&Outcome> {
        self.attempts.get(id).filter(|attempt| attempt.token == token).map(|attempt| &attempt.outcome)
    }

    /// Completes an attempt, once. A canceled attempt stays canceled.
    pub fn end(&mut self, id: &str, outcome: Outcome) {
        let Some(attempt) = self.attempts.get_mut(id).filter(|one| matches!(one.outcome, Outcome::Pending)) else {
            return;
        };
        if matches!(outcome, Outcome::Cancelled) {
            self.sign_ins.retain(|_, sign_in| sign_in.attempt.as_deref() != Some(id));
        }
        attempt.outcome = outcome;
    }

    /// All accounts.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }
}
