//! Sign-ins in progress and their results: codes, valid once and for fifteen minutes, and refresh tokens.

use std::collections::HashMap;
use std::time::Duration;

use super::super::random;
use super::host::{Host, Org};

/// The lifetime of a code.
pub const CODE_LIFE: Duration = Duration::from_secs(15 * 60);

/// An app's request until the user has decided.
#[derive(Clone)]
pub struct Asked {
    pub host: Host,
    pub client_id: String,
    pub callback: String,
    /// The requested scopes, or all of the app's.
    pub scopes: Vec<String>,
    pub state: Option<String>,
    pub challenge: Option<String>,
    pub login_hint: Option<String>,
    /// The user and the host, once signed in.
    pub user: Option<User>,
}

/// A user of an org.
#[derive(Clone)]
pub struct User {
    pub name: String,
    pub org: Org,
}

/// What a user allowed an app.
#[derive(Clone)]
pub struct Grant {
    pub client_id: String,
    pub scopes: Vec<String>,
    pub org: Org,
    pub user: String,
}

/// A grant to be exchanged.
#[derive(Clone)]
pub struct Code {
    pub grant: Grant,
    pub callback: String,
    pub challenge: Option<String>,
    pub issued: Duration,
}

/// All of them. A used code is removed, so a second use finds it expired.
#[derive(Default)]
pub struct Grants {
    asked: HashMap<String, Asked>,
    codes: HashMap<String, Code>,
    refresh_tokens: HashMap<String, Grant>,
}

impl Grants {
    /// Stores a request. Its id is passed through the forms.
    pub fn ask(&mut self, asked: Asked) -> String {
        let id = random::alphanumeric(24);
        self.asked.insert(id.clone(), asked);
        id
    }

    pub fn asked(&mut self, id: &str) -> Option<&mut Asked> {
        self.asked.get_mut(id)
    }

    /// Ends a sign-in.
    pub fn finish(&mut self, id: &str) -> Option<Asked> {
        self.asked.remove(id)
    }

    /// Issues a code.
    pub fn issue(&mut self, code: Code) -> String {
        let text = format!("aPrx{}", random::alphanumeric(80));
        self.codes.insert(text.clone(), code);
        text
    }

    /// A code that is valid now.
    pub fn code(&self, text: &str, now: Duration) -> Option<&Code> {
        self.codes.get(text).filter(|code| now.saturating_sub(code.issued) < CODE_LIFE)
    }

    pub fn use_up(&mut self, code: &str) {
        self.codes.remove(code);
    }

    /// Issues a refresh token.
    pub fn remember(&mut self, grant: Grant) -> String {
        let text = format!("5Aep861{}", random::alphanumeric(80));
        self.refresh_tokens.insert(text.clone(), grant);
        text
    }

    pub fn remembered(&self, refresh_token: &str) -> Option<&Grant> {
        self.refresh_tokens.get(refresh_token)
    }
}
