//! `GET /stackone/connect/oauth2/{integration_id}`: the window that the Hub opens. It redirects to Salesforce at once.
//! StackOne would finally redirect to its dashboard (`redirect_uri`); the simulator stays here, because the Hub closes
//! the window once it knows the outcome.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::super::super::fields::Fields;
use super::super::super::state::Simulator;
use super::super::flow::Client;
use super::super::link::closed;
use super::super::memory::{Outcome, SignIn};
use super::session;

/// Starts the sign-in.
pub async fn open(
    State(simulator): State<Arc<Simulator>>,
    Path(profile_id): Path<String>,
    Form(fields): Form<Fields>,
) -> Response {
    let (token, attempt) = (fields.text("token"), fields.text("connection_attempt_id"));
    let now = simulator.now();
    let session = session(&simulator, token).filter(|one| one.is_open(now) && one.offers(&profile_id));
    let client = session.and_then(|_| Client::of(&simulator, &profile_id));
    let mut connect = simulator.connect();
    let (Some(client), Some(Outcome::Pending)) = (client, connect.outcome(token, attempt)) else {
        return closed();
    };
    let sign_in = SignIn { token: token.to_owned(), profile_id, attempt: attempt.to_owned(), in_hub: true };
    Redirect::to(&client.authorization_address(&connect.issue_state(sign_in))).into_response()
}
