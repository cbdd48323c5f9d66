//! The simulator's own endpoints, below `/_simulator`: reset, faults, the log. Requests to them are not logged.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum::{Json, Router};
use serde_json::json;

use super::faults::{Fault, FaultError};
use super::state::Simulator;

/// The routes.
pub fn router(simulator: Arc<Simulator>) -> Router {
    Router::new()
        .route("/_simulator/reset", post(reset))
        .route("/_simulator/faults", post(add_fault))
        .route("/_simulator/requests", get(requests))
        .route("/_simulator/{*rest}", any(StatusCode::NOT_FOUND))
        .with_state(simulator)
}

type Memory = State<Arc<Simulator>>;

async fn reset(State(simulator): Memory) -> StatusCode {
    simulator.reset();
    StatusCode::NO_CONTENT
}

async fn add_fault(State(simulator): Memory, body: Bytes) -> Response {
    let posted = serde_json::from_slice(&body).map_err(|error| FaultError(format!("not JSON: {error}")));
    match posted.and_then(Fault::from_json) {
        Ok(fault) => {
            simulator.add_fault(fault);
            StatusCode::NO_CONTENT.into_response()
        }
        Err(FaultError(reason)) => (StatusCode::BAD_REQUEST, Json(json!({ "message": reason }))).into_response(),
    }
}

async fn requests(State(simulator): Memory) -> Response {
    Json(simulator.requests()).into_response()
}
