//! Attempts: the Hub starts one before it opens the sign-in window, and polls its outcome every two seconds. So it
//! learns the outcome even if the browser isolates the two windows.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::super::envelope::refusal;
use super::super::super::state::Simulator;
use super::super::memory::Outcome;
use super::Token;

type Memory = State<Arc<Simulator>>;

#[derive(Deserialize)]
pub struct New {
    token: String,
}

/// `POST /stackone/hub/connection_attempts`
pub async fn begin(
    State(simulator): Memory,
    Extension(Token(token)): Extension<Token>,
    Json(new): Json<New>,
) -> Response {
    if new.token != token {
        return refusal(StatusCode::BAD_REQUEST, "token is not that of the header");
    }
    let id = simulator.connect().attempt(&token);
    (StatusCode::CREATED, Json(shown(&id, &Outcome::Pending))).into_response()
}

/// `GET /stackone/hub/connection_attempts/{id}`
pub async fn show(
    State(simulator): Memory,
    Extension(Token(token)): Extension<Token>,
    Path(id): Path<String>,
) -> Response {
    match simulator.connect().outcome(&token, &id) {
        Some(outcome) => Json(shown(&id, outcome)).into_response(),
        None => no_such_attempt(),
    }
}

/// `DELETE /stackone/hub/connection_attempts/{id}`
pub async fn cancel(
    State(simulator): Memory,
    Extension(Token(token)): Extension<Token>,
    Path(id): Path<String>,
) -> Response {
    let mut connect = simulator.connect();
    if connect.outcome(&token, &id).is_none() {
        return no_such_attempt();
    }
    connect.end(&id, Outcome::Cancelled);
    StatusCode::NO_CONTENT.into_response()
}

fn shown(id: &str, outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Pending => json!({ "id": id, "status": "pending" }),
        Outcome::Authenticated(account) => {
            json!({ "id": id, "status": "authenticated", "account": { "id": account, "provider": "salesforce" } })
        }
        Outcome::Failed { code, description } => {
            json!({ "id": id, "status": "error", "error": { "code": code, "description": description } })
        }
        Outcome::Cancelled => json!({ "id": id, "status": "cancelled" }),
    }
}

fn no_such_attempt() -> Response {
    refusal(StatusCode::NOT_FOUND, "Connection attempt not found")
}
