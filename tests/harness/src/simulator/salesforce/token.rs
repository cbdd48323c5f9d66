//! `POST /services/oauth2/token`: exchanges a code or a refresh token for an access token. The simulated StackOne uses
//! [`exchange`], which has the same checks without HTTP.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::fields::Fields;
use super::super::random;
use super::super::state::Simulator;
use super::app::Registration;
use super::grants::Grant;
use super::host::Host;
use super::memory::Salesforce;
use super::refusal::{self, Refusal};
use super::scopes;

/// The answer to a valid request.
#[derive(Serialize)]
pub struct Tokens {
    pub access_token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    pub signature: String,
    pub scope: String,
    pub instance_url: String,
    pub id: String,
    pub token_type: &'static str,
    pub issued_at: String,
}

/// The endpoint.
pub async fn token(
    State(simulator): State<Arc<Simulator>>,
    host: Host,
    form: Result<Form<Fields>, FormRejection>,
) -> Response {
    // A body that is not a form has no grant type.
    let fields = form.map(|Form(fields)| fields).unwrap_or_default();
    match exchange(&simulator, &host, &fields) {
        Ok(tokens) => ([(header::CACHE_CONTROL, "no-store")], Json(tokens)).into_response(),
        Err(refusal) => refusal.as_json(),
    }
}

/// Any other method.
pub async fn not_post() -> Response {
    refusal::NOT_POST.as_json()
}

/// Does what the endpoint does.
pub fn exchange(simulator: &Simulator, host: &Host, fields: &Fields) -> Result<Tokens, Refusal> {
    let now = simulator.now();
    let mut salesforce = simulator.salesforce();
    let app = salesforce.active(fields.text("client_id"), now).map(|app| app.settings.clone());
    match fields.get("grant_type") {
        Some("authorization_code") => {
            let app = app.ok_or(refusal::UNKNOWN_KEY)?;
            check_secret(&app, fields, app.web_server_secret)?;
            for_code(&mut salesforce, &app, host, fields, now)
        }
        Some("refresh_token") => {
            let app = app.ok_or(refusal::UNKNOWN_KEY)?;
            check_secret(&app, fields, app.refresh_secret)?;
            for_refresh_token(&salesforce, &app, fields)
        }
        _ => Err(refusal::GRANT_TYPE),
    }
}

/// A secret that is sent is always checked. A missing one matters only if the app requires it.
fn check_secret(app: &Registration, fields: &Fields, required: bool) -> Result<(), Refusal> {
    let good = match fields.get("client_secret") {
        Some(secret) => secret == app.client_secret,
        None => !required,
    };
    if good { Ok(()) } else { Err(refusal::WRONG_SECRET) }
}

fn for_code(
    salesforce: &mut Salesforce,
    app: &Registration,
    host: &Host,
    fields: &Fields,
    now: Duration,
) -> Result<Tokens, Refusal> {
    let text = fields.text("code");
    let code = salesforce.grants.code(text, now).filter(|code| code.grant.client_id == app.client_id);
    let code = code.cloned().ok_or(refusal::EXPIRED_CODE)?;
    if !host.knows(&code.grant.org) {
        return Err(refusal::WRONG_HOST);
    }
    if fields.get("redirect_uri") != Some(&code.callback) {
        return Err(refusal::WRONG_CALLBACK);
    }
    if code.challenge.is_some_and(|challenge| fields.get("code_verifier").map(challenge_of) != Some(challenge)) {
        return Err(refusal::WRONG_VERIFIER);
    }
    salesforce.grants.use_up(text);
    let refreshes = scopes::refreshes(&code.grant.scopes);
    let refresh_token = refreshes.then(|| salesforce.grants.remember(code.grant.clone()));
    Ok(tokens(&code.grant, refresh_token))
}

fn for_refresh_token(salesforce: &Salesforce, app: &Registration, fields: &Fields) -> Result<Tokens, Refusal> {
    let grant = salesforce.grants.remembered(fields.text("refresh_token"));
    let good = |grant: &&Grant| grant.client_id == app.client_id && !app.refresh_expires_at_once;
    grant.filter(good).map(|grant| tokens(grant, None)).ok_or(refusal::EXPIRED_REFRESH)
}

/// The S256 challenge that belongs to a verifier.
fn challenge_of(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}

fn tokens(grant: &Grant, refresh_token: Option<String>) -> Tokens {
    let org = format!("00D{}", id(grant.org.host()));
    let login = if grant.org.is_sandbox() { "test" } else { "login" };
    let issued = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Tokens {
        access_token: format!("{org}!{}", random::alphanumeric(96)),
        refresh_token,
        signature: STANDARD.encode(rand::random::<[u8; 32]>()),
        scope: grant.scopes.join(" "),
        instance_url: format!("https://{}", grant.org.host()),
        id: format!("https://{login}.salesforce.com/id/{org}/005{}", id(&grant.user)),
        token_type: "Bearer",
        issued_at: issued.as_millis().to_string(),
    }
}

/// The twelve characters after the prefix of an id, always the same for an org or user.
fn id(of: &str) -> String {
    format!("{:x}", Sha256::digest(of))[..12].to_owned()
}
