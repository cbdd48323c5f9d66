//! `POST /stackone/connect_sessions`: a session with the link that a customer opens. The gate has checked the body.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::envelope::{now, refusal};
use super::super::state::Simulator;
use super::memory::Session;

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
        owner_id: new.origin_owner_id.clone(),
        owner_name: new.origin_owner_name.clone(),
        profile_id: profile_id.clone(),
        named: new.connector_profile_id.is_some(),
        label: new.label.clone(),
        expires_at: simulator.now().saturating_add(Duration::from_secs(new.expires_in.unwrap_or(USUAL))),
        multiple: new.multiple.unwrap_or(false),
        linked: false,
    };
    let (id, token) = simulator.connect().add(session);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let answer = json!({
        "id": id,
        // A number in the older documents: the official SDK for TypeScript accepts nothing else.
        "organization_id": 1,
        "project_id": "sim_project",
        "origin_owner_id": new.origin_owner_id,
        "origin_owner_name": new.origin_owner_name,
        "provider": "salesforce",
        "connector_profile_id": profile_id,
        "label": new.label,
        "metadata": new.metadata,
        "created_at": now(),
        "token": token,
        "auth_link_url": format!("http://{host}/stackone/connect/{token}"),
    });
    (StatusCode::CREATED, Json(answer)).into_response()
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
