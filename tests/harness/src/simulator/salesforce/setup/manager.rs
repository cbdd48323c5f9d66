//! The External Client App Manager: the list of apps, creating one, changing one, and the link to its credentials.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use maud::{Markup, html};

use super::super::super::fields::Fields;
use super::super::super::html as pages;
use super::super::super::random;
use super::super::super::state::Simulator;
use super::super::app::{App, Registration};
use super::super::routes::{PLAYER, not_found};
use super::credentials;
use super::draft::Draft;
use super::form::form;

/// The list of apps, where Setup begins.
pub const LIST: &str = "/salesforce/setup";

const NEW: &str = "/salesforce/setup/new";

/// The routes.
pub fn router() -> Router<Arc<Simulator>> {
    Router::new()
        .route(LIST, get(list))
        .route(NEW, get(blank).post(create))
        .route(&format!("{LIST}/apps/{{number}}"), get(show).post(save))
        .route(&format!("{LIST}/apps/{{number}}/credentials"), get(show_credentials))
}

type Memory = State<Arc<Simulator>>;

fn page(status: StatusCode, heading: &str, body: &Markup) -> Response {
    pages::page(status, PLAYER, heading, body)
}

fn address(number: u64) -> String {
    format!("{LIST}/apps/{number}")
}

async fn list(State(simulator): Memory) -> Response {
    let salesforce = simulator.salesforce();
    let body = html! {
        p { a href=(NEW) { "New External Client App" } }
        @if salesforce.apps().is_empty() {
            p { "No apps yet." }
        } @else {
            ul {
                @for app in salesforce.apps() {
                    li { a href=(address(app.number)) { (app.settings.name) } " (" (app.org.host()) ")" }
                }
            }
        }
    };
    page(StatusCode::OK, "External Client App Manager", &body)
}

async fn blank() -> Response {
    page(StatusCode::OK, "New External Client App", &form(&Draft::new(), true, &[]))
}

async fn create(State(simulator): Memory, Form(fields): Form<Fields>) -> Response {
    let draft = Draft::posted(&fields);
    let complaints = draft.complaints();
    if !complaints.is_empty() {
        return page(StatusCode::BAD_REQUEST, "New External Client App", &form(&draft, true, &complaints));
    }
    let base = Registration::new(format!("3MVG9{}", random::alphanumeric(80)), random::upper_hex::<32>(), draft.org());
    register(&simulator, draft.over(base))
}

async fn show(State(simulator): Memory, Path(number): Path<u64>) -> Response {
    let now = simulator.now();
    match simulator.salesforce().app(number) {
        Some(app) => settings(StatusCode::OK, app, &Draft::of(app, now), &[]),
        None => not_found(),
    }
}

async fn save(State(simulator): Memory, Path(number): Path<u64>, Form(fields): Form<Fields>) -> Response {
    let draft = Draft::posted(&fields);
    let complaints = draft.complaints();
    let Some(app) = simulator.salesforce().app(number).cloned() else {
        return not_found();
    };
    if !complaints.is_empty() {
        return settings(StatusCode::BAD_REQUEST, &app, &draft, &complaints);
    }
    register(&simulator, draft.over(app.settings))
}

fn register(simulator: &Simulator, registration: Registration) -> Response {
    let now = simulator.now();
    match simulator.salesforce().register(registration, now) {
        Ok(number) => Redirect::to(&address(number)).into_response(),
        Err(error) => page(StatusCode::BAD_REQUEST, "The app wasn’t saved", &html! { p role="alert" { (error.0) } }),
    }
}

fn settings(status: StatusCode, app: &App, draft: &Draft, complaints: &[(&str, &str)]) -> Response {
    let body = html! {
        p { a href=(LIST) { "External Client App Manager" } }
        p { "Org: " (app.org.host()) }
        p { a href=(format!("{}/credentials", address(app.number))) { "Consumer Key and Secret" } }
        (form(draft, false, complaints))
    };
    page(status, &app.settings.name, &body)
}

async fn show_credentials(State(simulator): Memory, Path(number): Path<u64>) -> Response {
    match simulator.salesforce().app(number) {
        Some(app) => page(StatusCode::OK, "Consumer Key and Secret", &credentials::body(app)),
        None => not_found(),
    }
}
