//! The list: filtered, searched and paginated. The cursor is opaque to the caller.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::envelope::refusal;
use super::super::pins;
use super::super::state::Simulator;
use super::catalogue::{Action, scope_definitions};

const CONNECTOR: &str = "salesforce";

/// The query, which the gate has checked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(rename = "filter[connectors]")]
    connectors: Option<String>,
    #[serde(rename = "filter[action_key]")]
    action: Option<String>,
    search: Option<String>,
    include: Option<String>,
    next: Option<String>,
    #[serde(default = "usual_size")]
    page_size: usize,
}

fn usual_size() -> usize {
    25
}

impl Asked {
    fn fits(&self, action: &Action) -> bool {
        self.connectors.as_ref().is_none_or(|keys| keys.split(',').any(|key| key.trim() == CONNECTOR))
            && self.action.as_ref().is_none_or(|id| *id == action.id)
            && self.search.as_ref().is_none_or(|search| action.fits(search))
    }
}

/// Returns one page.
pub async fn list(State(simulator): State<Arc<Simulator>>, Query(asked): Query<Asked>) -> Response {
    let found: Vec<_> = simulator.actions().iter().filter(|action| asked.fits(action)).collect();
    let first = asked.next.as_deref().map_or(Some(0), place).filter(|first| *first <= found.len());
    let Some(first) = first else {
        return refusal(StatusCode::BAD_REQUEST, "next is not from this list");
    };
    let rest = &found[first..];
    let page = &rest[..rest.len().min(asked.page_size)];
    let next = (page.len() < rest.len()).then(|| cursor(first + page.len()));
    let shown: Vec<_> = page.iter().map(|action| action.shown(asked.include.as_deref())).collect();
    let data = if shown.is_empty() { json!([]) } else { json!([connector(&shown)]) };
    Json(json!({ "next": next, "data": data })).into_response()
}

fn connector(actions: &[Value]) -> Value {
    json!({
        "version": pins::NEWEST,
        "name": "Salesforce",
        "key": CONNECTOR,
        "icon": "https://logos.stackone.example/salesforce.svg",
        "description": "Customers, sales and service",
        "categories": ["crm"],
        "release_stage": "ga",
        "authentication": [{
            "type": "oauth2",
            "label": "OAuth 2.0",
            "key": "oauth2",
            "required_scopes": ["api", "refresh_token"],
        }],
        "scope_definitions": scope_definitions(),
        "actions": actions,
    })
}

/// The number of actions before the page of a cursor.
fn place(cursor: &str) -> Option<usize> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    text.strip_prefix("actions:")?.parse().ok()
}

fn cursor(place: usize) -> String {
    URL_SAFE_NO_PAD.encode(format!("actions:{place}"))
}
