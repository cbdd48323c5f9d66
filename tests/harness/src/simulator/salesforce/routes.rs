//! The routes below `/salesforce`. The next segment is the host: `login`, `test` or an org's own My Domain host. All of
//! it is for browsers or OAuth clients, so there is no key and no CORS.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::{Router, middleware};
use maud::html;

use super::super::{html as pages, reception, state::Simulator};
use super::{authorize, consent, refusal, setup, signin, token};

/// Whose pages these are.
pub const PLAYER: &str = "Salesforce";

/// The routes, behind the log and the faults.
pub fn router(simulator: Arc<Simulator>) -> Router {
    Router::new()
        .route("/salesforce/{host}/services/oauth2/authorize", get(authorize::authorize).fallback(authorize::not_get))
        .route("/salesforce/{host}/services/oauth2/token", post(token::token).fallback(token::not_post))
        .route("/salesforce/{host}/login", post(signin::sign_in))
        .route(&format!("/salesforce/{{host}}{}", consent::PATH), get(consent::show).post(consent::decide))
        .route(&format!("/salesforce/{{host}}{}", refusal::PAGE), get(refusal::show))
        .merge(setup::router())
        .route("/salesforce", any(unknown))
        .route("/salesforce/", any(unknown))
        .route("/salesforce/{host}", any(unknown))
        .route("/salesforce/{host}/", any(unknown))
        .route("/salesforce/{host}/{*rest}", any(unknown))
        .layer(middleware::from_fn_with_state(simulator.clone(), reception::receive))
        .with_state(simulator)
}

async fn unknown() -> Response {
    not_found()
}

/// The answer to every other URL.
pub fn not_found() -> Response {
    let body = html! {
        p { "There’s no such page. You create apps in " a href=(setup::LIST) { "Setup" } "." }
    };
    pages::page(StatusCode::NOT_FOUND, PLAYER, "Page not found", &body)
}

/// The answer to a form whose sign-in is over: it was completed, or the simulator was reset.
pub fn over() -> Response {
    let body = html! { p { "This sign-in is over. Start again where you came from." } };
    pages::page(StatusCode::BAD_REQUEST, PLAYER, "Sign-in is over", &body)
}
