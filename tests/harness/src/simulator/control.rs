//! The simulator's own endpoints, below `/_simulator`: reset, apps, faults, the clock, the log. They are not logged.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum::{Json, Router};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::clock::Move;
use super::faults::{Fault, FaultError};
use super::html;
use super::salesforce::AppError;
use super::state::Simulator;

/// The routes.
pub fn router(simulator: Arc<Simulator>) -> Router {
    Router::new()
        .route("/_simulator/reset", post(reset))
        .route("/_simulator/apps", post(register_app))
        .route("/_simulator/faults", post(add_fault))
        .route("/_simulator/clock", post(advance_clock))
        .route("/_simulator/requests", get(requests))
        .route(html::STYLE_PATH, get(html::style))
        .route("/_simulator/{*rest}", any(StatusCode::NOT_FOUND))
        .with_state(simulator)
}

type Memory = State<Arc<Simulator>>;

async fn reset(State(simulator): Memory) -> StatusCode {
    simulator.reset();
    StatusCode::NO_CONTENT
}

async fn register_app(State(simulator): Memory, body: Bytes) -> Response {
    done(read(&body).and_then(|posted| simulator.register_app(posted).map_err(|AppError(reason)| reason)))
}

async fn add_fault(State(simulator): Memory, body: Bytes) -> Response {
    let fault = read(&body).and_then(|posted| Fault::from_json(posted).map_err(|FaultError(reason)| reason));
    done(fault.map(|fault| simulator.add_fault(fault)))
}

async fn advance_clock(State(simulator): Memory, body: Bytes) -> Response {
    let time = read(&body).map(|posted: Move| Duration::from_secs(posted.advance_seconds));
    done(time.map(|time| simulator.advance_clock(time)))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| format!("not the JSON expected here: {error}"))
}

/// An empty answer on success, otherwise the reason.
fn done(result: Result<(), String>) -> Response {
    match result {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(reason) => (StatusCode::BAD_REQUEST, Json(json!({ "message": reason }))).into_response(),
    }
}

async fn requests(State(simulator): Memory) -> Response {
    Json(simulator.requests()).into_response()
}
