//! What the simulated StackOne stores about linking: sessions, sign-ins, attempts, accounts. A reset clears it.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::Value;

use super::super::envelope::now;
use super::super::random;
use super::accounts::Account;

/// A session: its customer, its profile, and when it expires.
#[derive(Clone, Default)]
pub struct Session {
    /// Its number; [`Connect::add`] gives it.
    pub id: u64,
    pub owner_id: String,
    pub owner_name: String,
    pub profile_id: String,
    /// Whether it was created for this profile. Otherwise the Hub offers a choice.
    pub named: bool,
    pub label: Option<String>,
    pub metadata: Option<Value>,
    pub created_at: String,
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

/// A sign-in at Salesforce: its session, its profile, its attempt, and whether it has a window of the Hub.
pub struct SignIn {
    pub token: String,
    pub profile_id: String,
    pub attempt: String,
    pub in_hub: bool,
}

/// The outcome of an attempt.
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

/// An attempt to link an account in a session.
pub struct Attempt {
    pub id: String,
    token: String,
    pub outcome: Outcome,
    pub created_at: String,
    pub updated_at: String,
}

/// Sessions by token, sign-ins by state, attempts and accounts in their order.
#[derive(Default)]
pub struct Connect {
    sessions: HashMap<String, Session>,
    sign_ins: HashMap<String, SignIn>,
    attempts: Vec<Attempt>,
    pub(super) accounts: Vec<Account>,
    made: u64,
}

impl Connect {
    /// Adds a session. Returns its token.
    pub fn add(&mut self, session: Session) -> String {
        self.made += 1;
        let token = random::alphanumeric(40);
        self.sessions.insert(token.clone(), Session { id: self.made, created_at: now(), ..session });
        token
    }

    /// The session of a number, with its token.
    pub fn numbered(&self, id: u64) -> Option<(&String, &Session)> {
        self.sessions.iter().find(|(_, session)| session.id == id)
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
        let (id, moment) = (random::alphanumeric(24), now());
        self.attempts.push(Attempt {
            id: id.clone(),
            token: token.to_owned(),
            outcome: Outcome::Pending,
            created_at: moment.clone(),
            updated_at: moment,
        });
        id
    }

    /// The attempt of this session that is still pending, or a new one. Returns its id.
    pub fn pending_attempt(&mut self, token: &str) -> String {
        match self.latest(token) {
            Some(Attempt { id, outcome: Outcome::Pending, .. }) => id.clone(),
            _ => self.attempt(token),
        }
    }

    /// The latest attempt of this session.
    pub fn latest(&self, token: &str) -> Option<&Attempt> {
        self.attempts.iter().rfind(|attempt| attempt.token == token)
    }

    /// The outcome of an attempt of this session.
    pub fn outcome(&self, token: &str, id: &str) -> Option<&Outcome> {
        self.attempts.iter().find(|attempt| attempt.id == id && attempt.token == token).map(|attempt| &attempt.outcome)
    }

    /// Completes an attempt, once. A canceled attempt stays canceled.
    pub fn end(&mut self, id: &str, outcome: Outcome) {
        let pending = |one: &&mut Attempt| one.id == id && matches!(one.outcome, Outcome::Pending);
        let Some(attempt) = self.attempts.iter_mut().find(pending) else { return };
        if matches!(outcome, Outcome::Cancelled) {
            self.sign_ins.retain(|_, sign_in| sign_in.attempt != id);
        }
        (attempt.outcome, attempt.updated_at) = (outcome, now());
    }

    /// All accounts.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }
}
