//! Connect sessions: the documented `POST /connect_sessions`, whose answer contains a link for connecting an account.
//! Requesting another session does no harm.
//!
//! ASSUMED: `GET /connect_sessions/{id}` returns the progress. A newer SDK of StackOne has this call, with
//! `latest_connection_attempt` in its answer; no public page documents it. If it is not offered, `accounts` is used
//! instead.

use super::{ApiConfig, CONNECTOR_KEY, Json, Request};
use crate::profile::Secret;
use crate::salesforce::authorization_url::percent_encode;

/// Requests a link that connects an account with this profile. `owner_id` and `owner_name` identify the owner of the
/// account in the person's own system. A blank `label` is left out.
pub fn request(profile_id: &str, owner_id: &str, owner_name: &str, label: &str, config: &ApiConfig) -> Request {
    let mut body = vec![
        ("origin_owner_id", owner_id.into()),
        ("origin_owner_name", owner_name.into()),
        ("provider", CONNECTOR_KEY.into()),
        ("connector_profile_id", profile_id.into()),
    ];
    body.extend((!label.is_empty()).then(|| ("label", label.into())));
    Request { method: "POST", url: config.url("connect_sessions"), body: Some(Json::object(body)) }
}

/// A new session.
#[derive(Clone, Debug)]
pub struct ConnectSession {
    /// The id; `None` if StackOne does not return one.
    pub id: Option<String>,
    /// The link. Anyone who has it can connect an account.
    pub link: Secret,
}

impl ConnectSession {
    /// Parses the answer; `None` if it has no link that a browser can open.
    pub fn read(answer: &str) -> Option<Self> {
        let session = Json::parse(answer)?;
        let link = session.get("auth_link_url")?.text()?;
        (link.starts_with("https://") || link.starts_with("http://"))
            .then(|| Self { id: session.get("id").and_then(Json::text), link: Secret::new(link) })
    }
}

/// Requests the progress of a session.
pub fn progress_request(id: &str, config: &ApiConfig) -> Request {
    let path = format!("connect_sessions/{}", percent_encode(id));
    Request::get(&path, config)
}

/// The progress of the latest attempt to connect an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// In progress, or the link was not opened yet.
    Pending,
    /// The account is connected. Contains its id if StackOne returns it.
    Linked(Option<String>),
    /// Salesforce refused. Either text may be empty.
    Refused {
        /// The error's name.
        error: String,
        /// The error's description.
        description: String,
    },
    /// The person canceled.
    Cancelled,
    /// The attempt expired.
    Expired,
}

impl Progress {
    /// Parses the answer; `None` if it has no progress. With an unknown status, an account means connected, an error
    /// means refused, and neither means pending.
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
