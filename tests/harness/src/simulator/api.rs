//! StackOne's API: the routes below `/stackone`. The gate has checked shapes and keys.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, patch, post};
use axum::{Extension, Json, Router, middleware};
use serde::Deserialize;
use serde_json::json;

use super::connect::hub;
use super::envelope::refusal;
use super::pins::{self, Pin};
use super::profiles::{self, Filter, Kept, Posted};
use super::renaming::Renaming;
use super::state::Simulator;
use super::{actions, connect, cors, gate, reception};

/// The routes, from the outside in: CORS, then the log and the faults, then the gate.
pub fn router(simulator: Arc<Simulator>) -> Router {
    let profile = "/stackone/connector_profiles/{id}";
    Router::new()
        .route("/stackone/connector_profiles", get(list).post(create))
        .route(profile, patch(change))
        .route(&format!("{profile}/versions"), get(versions))
        .route(&format!("{profile}/pinned_version"), get(pin).put(set_pin).delete(unpin))
        .route("/stackone/actions", get(actions::list))
        .route("/stackone/connect_sessions", post(connect::create))
        .route("/stackone/connect_sessions/{id}", get(connect::show))
        .route("/stackone/accounts", get(connect::accounts))
        // For browsers, without a key. The OpenAPI document does not contain them, so the gate lets them pass.
        .route("/stackone/connect", get(connect::dashboard).post(connect::link))
        .route("/stackone/connect/{token}", get(connect::open).post(connect::start))
        .route("/stackone/connect/oauth2/salesforce/callback", get(connect::callback))
        .route("/stackone/connect/oauth2/{id}", get(hub::window))
        .route("/stackone/hub/settings", get(hub::settings))
        .route("/stackone/hub/connectors", get(hub::list))
        .route("/stackone/hub/connectors/{id}", get(hub::connector))
        .route("/stackone/hub/accounts", post(hub::link_typed))
        .route("/stackone/hub/connection_attempts", post(hub::begin))
        .route("/stackone/hub/connection_attempts/{id}", get(hub::attempt).delete(hub::cancel))
        .route("/stackone", any(unknown))
        .route("/stackone/", any(unknown))
        .route("/stackone/{*rest}", any(unknown))
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn_with_state(simulator.clone(), gate::check))
        .layer(middleware::from_fn_with_state(simulator.clone(), reception::receive))
        .layer(middleware::from_fn_with_state(simulator.clone(), cors::allow))
        .with_state(simulator)
}

type Memory = State<Arc<Simulator>>;

async fn list(State(simulator): Memory, Query(filter): Query<Filter>) -> Response {
    let (total, data) = simulator.profiles().page(&filter);
    Json(profiles::page_answer(&filter, total, &data)).into_response()
}

/// How the stored profile differs from what was posted, if a fault says so.
type Stored = Option<Extension<Renaming>>;

async fn create(State(simulator): Memory, renaming: Stored, Json(mut posted): Json<Posted>) -> Response {
    renaming.inspect(|Extension(renaming)| renaming.apply(&mut posted));
    let made = simulator.profiles().create(posted);
    (StatusCode::CREATED, Json(made)).into_response()
}

async fn change(
    State(simulator): Memory,
    Path(id): Path<String>,
    renaming: Stored,
    Json(mut posted): Json<Posted>,
) -> Response {
    renaming.inspect(|Extension(renaming)| renaming.apply(&mut posted));
    match simulator.profiles().change(&id, posted) {
        Some(changed) => Json(changed).into_response(),
        None => no_such_profile(),
    }
}

async fn versions(State(simulator): Memory, Path(id): Path<String>) -> Response {
    with_profile(&simulator, &id, |kept| {
        let pin = kept.pin.as_ref().map(|pin| pin.pinned_version.as_str());
        let pinned = pin.and_then(pins::resolve);
        let data: Vec<_> = pins::VERSIONS
            .iter()
            .map(|version| json!({ "version": version, "pinned": pinned == Some(version) }))
            .collect();
        Json(json!({ "connector_profile_id": id, "pinned_version": pin, "data": data })).into_response()
    })
}

async fn pin(State(simulator): Memory, Path(id): Path<String>) -> Response {
    with_profile(&simulator, &id, |kept| match &kept.pin {
        Some(pin) => Json(pin.clone()).into_response(),
        None => refusal(StatusCode::NOT_FOUND, "No version is pinned"),
    })
}

#[derive(Deserialize)]
struct NewPin {
    pinned_version: String,
}

async fn set_pin(
    State(simulator): Memory,
    Path(id): Path<String>,
    Json(NewPin { pinned_version }): Json<NewPin>,
) -> Response {
    let Some(version) = pins::resolve(&pinned_version) else {
        return refusal(StatusCode::BAD_REQUEST, "pinned_version names no version of this connector");
    };
    with_profile(&simulator, &id, |kept| {
        let pin = Pin::new(&id, &pinned_version, kept.pin.as_ref());
        kept.shown.connector_version = Some(version.into());
        kept.shown.connector_pinned_version = Some(pinned_version);
        kept.pin = Some(pin.clone());
        Json(pin).into_response()
    })
}

async fn unpin(State(simulator): Memory, Path(id): Path<String>) -> Response {
    with_profile(&simulator, &id, |kept| {
        kept.shown.connector_version = Some(pins::NEWEST.into());
        kept.shown.connector_pinned_version = None;
        kept.pin = None;
        StatusCode::NO_CONTENT.into_response()
    })
}

fn with_profile(simulator: &Simulator, id: &str, answer: impl FnOnce(&mut Kept) -> Response) -> Response {
    simulator.profiles().find(id).map_or_else(no_such_profile, answer)
}

fn no_such_profile() -> Response {
    refusal(StatusCode::NOT_FOUND, "Connector profile not found")
}

async fn unknown() -> Response {
    refusal(StatusCode::NOT_FOUND, "Not found")
}

async fn wrong_method() -> Response {
    refusal(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed")
}
