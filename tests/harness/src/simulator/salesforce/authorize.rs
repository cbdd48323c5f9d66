//! `GET /services/oauth2/authorize`: the start of every sign-in. A wrong key or callback is reported here, as text;
//! other errors of the request are returned to the app; otherwise the user signs in.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::response::Response;

use super::super::fields::Fields;
use super::super::state::Simulator;
use super::app::GenericHosts;
use super::grants::Asked;
use super::host::Host;
use super::{refusal, signin};

/// Checks the request and shows the sign-in.
pub async fn authorize(State(simulator): State<Arc<Simulator>>, host: Host, Form(fields): Form<Fields>) -> Response {
    match check(&simulator, host, &fields) {
        Ok(asked) => signin::start(&simulator, asked),
        Err(answer) => *answer,
    }
}

/// Any other method.
pub async fn not_get() -> Response {
    refusal::NOT_GET.as_text()
}

fn check(simulator: &Simulator, host: Host, fields: &Fields) -> Result<Asked, Box<Response>> {
    let now = simulator.now();
    let salesforce = simulator.salesforce();
    let app = salesforce.active(fields.text("client_id"), now);
    let known_here = |generic: GenericHosts| !(host.is_generic() && generic == GenericHosts::UnknownKey);
    let Some(app) = app.map(|app| &app.settings).filter(|app| known_here(app.generic_hosts)) else {
        return Err(Box::new(refusal::UNKNOWN_KEY.as_text()));
    };
    let Some(callback) = fields.get("redirect_uri") else {
        return Err(Box::new(refusal::NO_CALLBACK.as_text()));
    };
    if !app.callbacks.iter().any(|known| known == callback) {
        return Err(Box::new(refusal::WRONG_CALLBACK.as_text()));
    }
    let state = fields.get("state");
    if fields.get("response_type") != Some("code") {
        return Err(Box::new(refusal::RESPONSE_TYPE.at_callback(callback, state)));
    }
    let challenge = fields.get("code_challenge");
    if app.pkce_required && challenge.is_none() {
        return Err(Box::new(refusal::NO_CHALLENGE.at_callback(callback, state)));
    }
    let scopes = match fields.get("scope") {
        Some(list) => list.split_whitespace().map(str::to_owned).collect(),
        None => app.scopes.clone(),
    };
    Ok(Asked {
        host,
        client_id: app.client_id.clone(),
        callback: callback.to_owned(),
        scopes,
        state: state.map(str::to_owned),
        challenge: challenge.map(str::to_owned),
        login_hint: fields.get("login_hint").map(str::to_owned),
        user: None,
    })
}
