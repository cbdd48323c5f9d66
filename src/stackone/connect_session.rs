//! Connect sessions: the documented `POST /connect_sessions`, whose answer has a link that connects an
//! account. Requesting a session twice does no harm.
//!
//! ASSUMED: that `GET /connect_sessions/{id}` tells of a session again. A newer SDK of StackOne has such a call, whose answer
//! has `latest_connection_attempt`; no public page documents it. Where it is not offered, `accounts` tells.

use super::{ApiConfig, CONNECTOR_KEY, Json, Request};
use crate::profile::Secret;
use crate::salesforce::authorization_url::percent_encode;

/// Asks for a link that leads to an account linked to this profile. `owner_id` and `owner_name` are the caller's own
/// words for whom the account belongs to. A blank `label` is left out.
pub fn request(profile_id: &str, owner_id: &str, owner_name: &str, label: &str, config: &ApiConfig) -> Request {
    let mut body = Json::object(vec![
        ("origin_owner_id", owner_id.into()),
        ("origin_owner_name", owner_name.into()),
        ("provider", CONNECTOR_KEY.into()),
        ("connector_profile_id", profile_id.into()),
    ]);
    body.set(if label.is_empty() { "" } else { "label" }, label.into());
    Request { method: "POST".to_owned(), url: config.url("connect_sessions"), body: Some(body) }
}

/// A session that was made.
#[derive(Clone, Debug)]
pub struct ConnectSession {
    /// Its id; `None` where StackOne does not tell it.
    pub id: Option<String>,
    /// Its link. Whoever has it can link an account.
    pub link: Secret,
}

impl ConnectSession {
    /// Reads the answer; `None` where it has no link that a browser opens.
    pub fn read(answer: &str) -> Option<Self> {
        let session = Json::parse(answer)?;
        let link = session.get("auth_link_url")?.text()?;
        (link.starts_with("https://") || link.starts_with("http://"))
            .then(|| Self { id: session.get("id").and_then(Json::text), link: Secret::new(link) })
    }
}

/// Asks how far the linking is.
pub fn progress_request(id: &str, config: &ApiConfig) -> Request {
    let path = format!("connect_sessions/{}", percent_encode(id));
    Request { method: "GET".to_owned(), url: config.url(&path), body: None }
}

/// How far the latest attempt to link an account is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is under way, or nobody opened the link yet.
    Pending,
    /// The account is linked; its id, where StackOne tells it.
    Linked(Option<String>),
    /// Salesforce's own error and its description; either may be empty.
    Refused {
        /// Its name.
        error: String,
        /// Its description.
        description: String,
    },
    /// The person canceled it.
    Cancelled,
    /// It took too long.
    Expired,
}

impl Progress {
    /// Reads the answer; `None` where it does not tell. A status that is not known counts for what comes with it: an account,
    /// an error, or nothing yet.
    pub fn read(answer: &str) -> Option<Self> {
        let session = Json::parse(answer)?;
        let attempt = session.get("latest_connection_attempt")?;
        let text = |name: &str| attempt.get(name).and_then(Json::text);
        let (account, error) = (text("account_secure_id"), text("oauth_error_code"));
        let description = text("oauth_error_description");
        Some(match text("status").unwrap_or_default().as_str() {
            "pending" => Self::Pending,
            "cancelled" | "canceled" => Self::Cancelled,
            "expired" => Self::Expired,
            "authenticated" => Self::Linked(account),
            status if status == "error" || error.is_some() || description.is_some() => {
                Self::Refused { error: error.unwrap_or_default(), description: description.unwrap_or_default() }
            }
            _ if account.is_some() => Self::Linked(account),
            _ => Self::Pending,
        })
    }
}
