//! `GET /stackone/connect/oauth2/salesforce/callback`: where Salesforce redirects the browser. A code is exchanged only
//! for a state that StackOne issued. An error is shown for any state, because it does no harm and the person needs it.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::super::fields::Fields;
use super::super::html as pages;
use super::super::state::Simulator;
use super::PLAYER;
use super::accounts::Account;
use super::flow::{Client, Failure};
use super::memory::{Outcome, Session, SignIn};

/// Completes the sign-in.
pub async fn callback(State(simulator): State<Arc<Simulator>>, Form(fields): Form<Fields>) -> Response {
    let sign_in = simulator.connect().take_state(fields.text("state"));
    if let Some(error) = fields.get("error") {
        return refused(&simulator, sign_in.as_ref(), error, fields.text("error_description"));
    }
    let (Some(sign_in), Some(code)) = (sign_in, fields.get("code")) else {
        return not_ours();
    };
    let session = simulator.connect().session(&sign_in.token).map(|session| session.clone());
    let (Some(session), Some(client)) = (session, Client::of(&simulator, &sign_in.profile_id)) else {
        return not_ours();
    };
    match client.fetch(&simulator, code) {
        Ok(org) => linked(&simulator, &sign_in, &session, &client, &org),
        Err(Failure::Refused(refusal)) => refused(&simulator, Some(&sign_in), refusal.error, refusal.description),
        Err(Failure::NoRefreshToken) => {
            let reason = "Salesforce issued no refresh token: neither refresh_token nor offline_access was granted.";
            fail(&simulator, Some(&sign_in), "no_refresh_token", reason);
            not_linked(&html! { p { (reason) } }, Some(&sign_in))
        }
    }
}

fn linked(simulator: &Simulator, sign_in: &SignIn, session: &Session, client: &Client, org: &str) -> Response {
    let mut connect = simulator.connect();
    let account = Account::new(connect.accounts.len() + 1, session, &sign_in.profile_id);
    let body = html! {
        p { "The Salesforce account of " (session.owner_name) " is connected." }
        dl {
            dt { "Account" } dd { (account.id) }
            dt { "Org" } dd { (org) }
            dt { "Connector profile" } dd { (client.profile_name) }
        }
    };
    connect.end(&sign_in.attempt, Outcome::Authenticated(account.id.clone()));
    connect.accounts.push(account);
    if let Some(session) = connect.session(&sign_in.token) {
        session.linked = true;
    }
    pages::page(StatusCode::OK, PLAYER, "Account connected", &body)
}

/// Shows Salesforce's error.
fn refused(simulator: &Simulator, sign_in: Option<&SignIn>, error: &str, description: &str) -> Response {
    fail(simulator, sign_in, error, description);
    let reason = html! {
        p { "Salesforce answered:" }
        p #salesforce-error { code { (error) ": " (description) } }
    };
    not_linked(&reason, sign_in)
}

fn fail(simulator: &Simulator, sign_in: Option<&SignIn>, code: &str, description: &str) {
    if let Some(sign_in) = sign_in {
        let outcome = Outcome::Failed { code: code.to_owned(), description: description.to_owned() };
        simulator.connect().end(&sign_in.attempt, outcome);
    }
}

/// A window of the Hub has no link to retry: the Hub has its own button.
fn not_linked(reason: &Markup, sign_in: Option<&SignIn>) -> Response {
    let link = sign_in.filter(|sign_in| !sign_in.in_hub).map(|sign_in| &sign_in.token);
    let body = html! {
        (reason)
        @if let Some(token) = link { p { a href=(format!("/stackone/connect/{token}")) { "Try again" } } }
    };
    pages::page(StatusCode::BAD_REQUEST, PLAYER, "Account not connected", &body)
}

fn not_ours() -> Response {
    let body = html! {
        p { "StackOne didn’t start this sign-in, or it has ended: its state is unknown. No account was connected." }
    };
    pages::page(StatusCode::BAD_REQUEST, PLAYER, "Sign-in not started here", &body)
}
