//! Connect sessions: the documented `POST /connect_sessions`, whose answer has a link with which somebody links an
//! account. A session made twice does no harm.

use serde::Deserialize;

use super::{ApiConfig, CONNECTOR_KEY, Json, Request, lenient};

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

/// The session as StackOne writes it.
#[derive(Deserialize)]
struct SessionAnswer {
    #[serde(default, deserialize_with = "lenient::text")]
    auth_link_url: Option<String>,
}

/// The link in the answer; `None` where there is none that a browser opens.
pub fn link(answer: &str) -> Option<String> {
    let link = lenient::parse::<SessionAnswer>(answer)?.auth_link_url?;
    (link.starts_with("https://") || link.starts_with("http://")).then_some(link)
}
