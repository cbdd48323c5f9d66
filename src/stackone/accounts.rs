//! Linked accounts: the documented `GET /accounts`, with the documented filter for their owner.

use super::{ApiConfig, CONNECTOR_KEY, Json, Request};
use crate::salesforce::authorization_url::percent_encode;

/// Requests the accounts of an owner. Reads one page, because no owner is expected to have more than 100.
pub fn request(owner_id: &str, config: &ApiConfig) -> Request {
    let path = format!("accounts?origin_owner_id={}&page_size=100", percent_encode(owner_id));
    Request::get(&path, config)
}

/// The ids of the profile's Salesforce accounts in the answer; `None` if it is not a list of accounts. The list is the
/// answer itself or its `data`. An account without a profile or a provider counts as the profile's.
pub fn ids(answer: &str, profile_id: &str) -> Option<Vec<String>> {
    let answer = Json::parse(answer)?;
    let Json::List(accounts) = answer.get("data").unwrap_or(&answer) else { return None };
    let is = |account: &Json, name: &str, value: &str| {
        account.get(name).and_then(Json::text).is_none_or(|text| text.eq_ignore_ascii_case(value))
    };
    let ours =
        |account: &&Json| is(account, "provider", CONNECTOR_KEY) && is(account, "connector_profile_id", profile_id);
    Some(accounts.iter().filter(ours).filter_map(|account| account.get("id")?.text()).collect())
}
