//! The connection: what was typed for it, its session, and how the sign-in goes.

use crate::profile::Secret;
use crate::requests::{Failure, TimerId};
use crate::stackone::ConnectSession;

/// How long a session holds, in seconds (StackOne's reference: `expires_in`, which is not sent).
const VALID: u64 = 1800;

/// Whom an account belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The caller's own id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// What was typed for the connection, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Linking {
    /// Whom the account belongs to.
    pub owner: Owner,
    /// The label of the account.
    pub label: String,
    /// Whether any of them was typed over since a session was asked for: a session is for the owner it was made for.
    pub retyped: bool,
    /// Where the session is.
    pub phase: LinkPhase,
    /// How the sign-in goes.
    pub sign_in: SignIn,
    /// What tells how the sign-in went.
    pub source: Source,
    /// The wait that counts.
    pub wait: TimerId,
    /// Whether the fields are shown without being asked for.
    pub opens_details: bool,
    /// Whether the link for somebody else is shown.
    pub shares: bool,
    /// Whether the field for an error is shown.
    pub helps: bool,
    /// What was pasted there.
    pub pasted: Secret,
}

/// Where the session is.
#[derive(Clone, Debug, Default)]
pub enum LinkPhase {
    /// The result was not shown yet.
    #[default]
    Closed,
    /// The person asks for it: something was typed over, or has to be typed first.
    Offered,
    /// The owner was not named.
    Unnamed,
    /// It was asked for.
    Asked,
    /// Here it is, and when it came, in seconds since 1970.
    Ready(ConnectSession, u64),
    /// It holds no more, and is made again once the page is seen.
    Expired,
    /// It could not be made, and why.
    Failed(Failure),
}

/// How the sign-in goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    /// It did not start.
    #[default]
    Offered,
    /// It was opened.
    Waiting,
    /// It was opened, and only the person knows what came of it.
    Asking,
    /// An account is connected; its id, where it is known.
    Connected(Option<String>),
    /// Salesforce refused.
    Refused,
    /// Somebody gave up.
    Cancelled,
    /// It took too long.
    Expired,
}

/// What tells how the sign-in went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The session.
    #[default]
    Session,
    /// The accounts of the owner, compared with those before; `None` until these are read.
    Accounts(Option<Vec<String>>),
    /// The person.
    Person,
}

impl Linking {
    /// Seconds for which the link still works; 0 where there is none.
    pub fn left(&self, now: u64) -> u64 {
        match self.phase {
            LinkPhase::Ready(_, made) => made.saturating_add(VALID).saturating_sub(now).min(VALID),
            _ => 0,
        }
    }

    /// The session, while it holds.
    pub fn session(&self) -> Option<&ConnectSession> {
        match &self.phase {
            LinkPhase::Ready(session, _) => Some(session),
            _ => None,
        }
    }

    /// Whether an account may be linked by somebody now.
    pub fn is_watched(&self) -> bool {
        self.session().is_some() && (self.sign_in == SignIn::Waiting || self.shares)
    }
}
