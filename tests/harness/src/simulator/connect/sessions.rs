//! `POST /stackone/connect_sessions`: a session with the link that a customer opens; and `GET
//! /stackone/connect_sessions/{id}`: the same with its latest attempt. The gate has checked the body.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::envelope::refusal;
use super::super::state::Simulator;
use super::memory::{Attempt, Outcome, Session};

/// The body.
#[derive(Deserialize)]
pub struct NewSession {
    origin_owner_id: String,
    origin_owner_name: String,
    provider: Option<String>,
    connector_profile_id: Option<String>,
    expires_in: Option<u64>,
    multiple: Option<bool>,
    label: Option<String>,
    metadata: Option<Value>,
}

/// The default lifetime of a link, half an hour.
const USUAL: u64 = 1800;

/// Creates a session.
pub async fn create(
    State(simulator): State<Arc<Simulator>>,
    headers: HeaderMap,
    Json(new): Json<NewSession>,
) -> Response {
    if new.provider.as_ref().is_some_and(|provider| provider != "salesforce") {
        return refusal(StatusCode::BAD_REQUEST, "No connector profile of this provider");
    }
    let Some(profile_id) = profile(&simulator, new.connector_profile_id.as_deref()) else {
        return refusal(StatusCode::NOT_FOUND, "Connector profile not found");
    };
    let session = Session {
        owner_id: new.origin_owner_id,
        owner_name: new.origin_owner_name,
        profile_id,
        named: new.connector_profile_id.is_some(),
        label: new.label,
        metadata: new.metadata,
        expires_at: simulator.now().saturating_add(Duration::from_secs(new.expires_in.unwrap_or(USUAL))),
        multiple: new.multiple.unwrap_or(false),
        ..Session::default()
    };
    let mut connect = simulator.connect();
    let token = connect.add(session);
    let made = connect.session(&token).map(|made| shown(made, &token, Value::Null, &headers));
    (StatusCode::CREATED, Json(made)).into_response()
}

/// Returns a session with its latest attempt, which is `null` until its link is opened.
pub async fn show(State(simulator): State<Arc<Simulator>>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let now = simulator.now();
    let connect = simulator.connect();
    let Some((token, session)) = id.parse().ok().and_then(|id| connect.numbered(id)) else {
        return refusal(StatusCode::NOT_FOUND, "Connect session not found");
    };
    let attempt =
        connect.latest(token).map_or(Value::Null, |attempt| attempt_shown(attempt, now >= session.expires_at));
    Json(shown(session, token, attempt, &headers)).into_response()
}

fn shown(session: &Session, token: &str, attempt: Value, headers: &HeaderMap) -> Value {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    json!({
        "id": session.id,
        // A number in the older documents: the official SDK for TypeScript accepts nothing else.
        "organization_id": 1,
        "project_id": "sim_project",
        "origin_owner_id": session.owner_id,
        "origin_owner_name": session.owner_name,
        "provider": "salesforce",
        "connector_profile_id": session.profile_id,
        "label": session.label,
        "metadata": session.metadata,
        "created_at": session.created_at,
        "token": token,
        "auth_link_url": format!("http://{host}/stackone/connect/{token}"),
        "latest_connection_attempt": attempt,
    })
}

/// `ended` says whether the session has expired, and its pending attempt with it.
fn attempt_shown(attempt: &Attempt, ended: bool) -> Value {
    let (mut account, mut error) = (None, (None, None));
    let status = match &attempt.outcome {
        Outcome::Pending if ended => "expired",
        Outcome::Pending => "pending",
        Outcome::Authenticated(id) => {
            account = Some(id);
            "authenticated"
        }
        Outcome::Failed { code, description } => {
            error = (Some(code), Some(description));
            "error"
        }
        Outcome::Cancelled => "cancelled",
    };
    json!({
        "id": attempt.id,
        "created_at": attempt.created_at,
        "updated_at": attempt.updated_at,
        "status": status,
        "account_secure_id": account,
        "oauth_error_code": error.0,
        "oauth_error_description": error.1,
    })
}

/// The named profile, or the default one, or the oldest.
fn profile(simulator: &Simulator, named: Option<&str>) -> Option<String> {
    let profiles = simulator.connector_profiles();
    let found = match named {
        Some(id) => profiles.iter().find(|profile| profile.id == id),
        None => profiles.iter().find(|profile| profile.default).or(profiles.first()),
    };
    found.map(|profile| profile.id.clone())
}
