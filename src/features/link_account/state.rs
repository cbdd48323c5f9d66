//! The state of the connection: the typed values, the session, and the sign-in.

use crate::profile::Secret;
use crate::requests::{Failure, TimerId};
use crate::stackone::{ConnectSession, UnixTime};

/// The lifetime of a session, in seconds: the documented default of StackOne's `expires_in`, which our request leaves
/// out.
const SESSION_SECONDS: u64 = 1800;

/// The owner of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The owner's id in the person's own system; StackOne's `origin_owner_id`.
    pub id: String,
    /// The owner's name; StackOne's `origin_owner_name`.
    pub name: String,
}

/// The state of the connection.
#[derive(Clone, Debug, Default)]
pub struct Linking {
    /// The owner of the account.
    pub owner: Owner,
    /// The label of the account.
    pub label: String,
    /// Whether owner or label changed since the session was requested. A session is valid only for its owner.
    pub retyped: bool,
    /// The state of the session.
    pub phase: LinkPhase,
    /// The state of the sign-in.
    pub sign_in: SignIn,
    /// Where the outcome of the sign-in is read.
    pub source: Source,
    /// The current wait. The end of an earlier one is ignored.
    pub wait: TimerId,
    /// Whether the API key was missing. Its field stays until a session is requested.
    pub wants_key: bool,
    /// Whether the fields are open.
    pub opens_details: bool,
    /// Whether the link to send to someone else is shown.
    pub shares: bool,
    /// Whether someone may have tried to connect: the link was opened or shown to be sent, perhaps before a reload.
    pub tried: bool,
    /// Whether the field for an error is shown.
    pub helps: bool,
    /// The text in that field.
    pub pasted: Secret,
}

/// The state of the session.
#[derive(Clone, Debug, Default)]
pub enum LinkPhase {
    /// The result is not shown yet, so no session is requested.
    #[default]
    Closed,
    /// The person must request the session, because the owner or the API key has to be typed first.
    Offered,
    /// The id or the name of the owner is missing.
    Unnamed,
    /// It was requested.
    Asked,
    /// The session, and when it was received.
    Ready(ConnectSession, UnixTime),
    /// It is no longer valid. Another one is requested once the page is visible.
    Expired,
    /// The request failed.
    Failed(Failure),
}

/// The state of the sign-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    /// It has not started.
    #[default]
    Offered,
    /// The link was opened.
    Waiting,
    /// The link was opened, and only the person knows the outcome.
    Asking,
    /// An account is connected. Its id, if known.
    Connected(Option<String>),
    /// Salesforce returned an error.
    Refused,
    /// The person canceled.
    Cancelled,
    /// The sign-in took too long.
    Expired,
}

/// Where the outcome of the sign-in is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The session.
    #[default]
    Session,
    /// The owner's accounts: a new one is the outcome. Contains the ids of the earlier accounts; `None` until they are
    /// read.
    Accounts(Option<Vec<String>>),
    /// The person.
    Person,
}

impl Linking {
    /// The remaining time of the link, in seconds; 0 without a link.
    pub fn left(&self, now: UnixTime) -> u64 {
        match self.phase {
            LinkPhase::Ready(_, made) => made.after(SESSION_SECONDS).seconds_since(now).min(SESSION_SECONDS),
            _ => 0,
        }
    }

    /// The session, while it is valid.
    pub fn session(&self) -> Option<&ConnectSession> {
        match &self.phase {
            LinkPhase::Ready(session, _) => Some(session),
            _ => None,
        }
    }

    /// Whether an account may be linked at any moment, by this person or by whoever received the link.
    pub fn is_watched(&self) -> bool {
        self.session().is_some() && (self.sign_in == SignIn::Waiting || self.shares)
    }
}
