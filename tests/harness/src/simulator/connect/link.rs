//! The link of a session, opened in a browser: says what will be linked, and starts the sign-in at Salesforce.

use std::sync::Arc;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

use super::super::fields::Fields;
use super::super::html as pages;
use super::super::state::Simulator;
use super::PLAYER;
use super::flow::Client;
use super::memory::{Outcome, Session, SignIn};

/// `GET /stackone/connect/{token}`
pub async fn open(State(simulator): State<Arc<Simulator>>, Path(token): Path<String>) -> Response {
    let Some((session, client)) = ready(&simulator, &token) else {
        return closed();
    };
    let body = html! {
        p {
            (session.owner_name) " is connecting a Salesforce account through the connector profile "
            strong { (client.profile_name) } "."
        }
        form method="post" {
            button { "Connect" }
            button name="decision" value="cancel" { "Cancel" }
        }
    };
    simulator.connect().pending_attempt(&token);
    pages::page(StatusCode::OK, PLAYER, "Connect Salesforce", &body)
}

/// `POST /stackone/connect/{token}`
pub async fn start(
    State(simulator): State<Arc<Simulator>>,
    Path(token): Path<String>,
    form: Result<Form<Fields>, FormRejection>,
) -> Response {
    let Some((session, client)) = ready(&simulator, &token) else {
        return closed();
    };
    let mut connect = simulator.connect();
    let attempt = connect.pending_attempt(&token);
    if form.is_ok_and(|Form(fields)| fields.text("decision") == "cancel") {
        connect.end(&attempt, Outcome::Cancelled);
        return pages::page(StatusCode::OK, PLAYER, "Canceled", &html! { p { "No account was connected." } });
    }
    let sign_in = SignIn { token, profile_id: session.profile_id, attempt, in_hub: false };
    let state = connect.issue_state(sign_in);
    Redirect::to(&client.authorization_address(&state)).into_response()
}

fn ready(simulator: &Simulator, token: &str) -> Option<(Session, Client)> {
    let now = simulator.now();
    let session = simulator.connect().session(token).filter(|session| session.is_open(now)).map(|one| one.clone())?;
    let client = Client::of(simulator, &session.profile_id)?;
    Some((session, client))
}

/// The answer to every link that doesn’t work.
pub fn closed() -> Response {
    let body = html! { p { "It has expired, was used already, or never existed. Create a new connect session." } };
    pages::page(StatusCode::NOT_FOUND, PLAYER, "This link doesn’t work", &body)
}
