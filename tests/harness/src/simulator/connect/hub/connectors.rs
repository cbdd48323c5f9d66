//! The profiles that the Hub offers, and that Salesforce is linked by signing in instead of typing.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::super::envelope::refusal;
use super::super::super::profiles::ConnectorProfile;
use super::super::super::state::Simulator;
use super::{Token, session};

/// Part of the answer, so that the Hub loads no image from elsewhere.
const LOGO: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%202%202'%3E%3Ccircle%20cx='1'%20cy='1'%20r='1'/%3E%3C/svg%3E";

type Memory = State<Arc<Simulator>>;

/// `GET /stackone/hub/settings`
pub async fn settings() -> Response {
    Json(json!({ "enabled_features": [] })).into_response()
}

#[derive(Deserialize)]
pub struct Filter {
    provider: Option<String>,
}

/// `GET /stackone/hub/connectors`
pub async fn list(
    State(simulator): Memory,
    Extension(Token(token)): Extension<Token>,
    Query(filter): Query<Filter>,
) -> Response {
    let mut profiles = offered(&simulator, &token);
    profiles.retain(|profile| filter.provider.as_ref().is_none_or(|provider| *provider == profile.connector_key));
    let integrations: Vec<_> = profiles.iter().map(integration).collect();
    Json(json!({ "integrations": integrations })).into_response()
}

/// `GET /stackone/hub/connectors/{id}`
pub async fn connector(
    State(simulator): Memory,
    Extension(Token(token)): Extension<Token>,
    Path(id): Path<String>,
) -> Response {
    if !offered(&simulator, &token).iter().any(|profile| profile.id == id) {
        return no_such_connector();
    }
    let config = json!({
        "key": "salesforce", "name": "Salesforce", "type": "oauth2", "configFields": [], "configNotices": [],
        "assets": { "icon": LOGO },
    });
    Json(json!({ "config": config, "hub_settings": {} })).into_response()
}

#[derive(Deserialize)]
pub struct Typed {
    integration_id: String,
}

/// `POST /stackone/hub/accounts`: for connectors that take a key or a password, which Salesforce does not.
pub async fn link_typed(
    State(simulator): Memory,
    Extension(Token(token)): Extension<Token>,
    Json(typed): Json<Typed>,
) -> Response {
    if !offered(&simulator, &token).iter().any(|profile| profile.id == typed.integration_id) {
        return no_such_connector();
    }
    refusal(StatusCode::BAD_REQUEST, "An account of this connector is linked by signing in")
}

fn offered(simulator: &Simulator, token: &str) -> Vec<ConnectorProfile> {
    let session = session(simulator, token);
    let mut profiles = simulator.connector_profiles();
    profiles.retain(|profile| session.as_ref().is_some_and(|session| session.offers(&profile.id)));
    profiles
}

fn integration(profile: &ConnectorProfile) -> Value {
    json!({
        "active": profile.active,
        "name": profile.name,
        "provider": profile.connector_key,
        "type": profile.categories.first(),
        "version": profile.connector_version,
        "authentication_config_key": profile.authentication_config_key,
        "environment": profile.environment,
        "integration_id": profile.id,
        "logo_url": LOGO,
    })
}

fn no_such_connector() -> Response {
    refusal(StatusCode::NOT_FOUND, "Connector not found")
}
