//! `GET /stackone/connect/oauth2/salesforce/callback`: where Salesforce sends the browser back to. A code is fetched
//! only for a state that StackOne issued; an error is shown whoever began the sign-in, for it harms nobody and the
//! person needs its words.

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
use super::memory::Session;

/// Ends the sign-in.
pub async fn callback(State(simulator): State<Arc<Simulator>>, Form(fields): Form<Fields>) -> Response {
    let token = simulator.connect().take_state(fields.text("state"));
    if let Some(error) = fields.get("error") {
        return not_linked(&salesforces(error, fields.text("error_description")), token.as_deref());
    }
    let (Some(token), Some(code)) = (token, fields.get("code")) else {
        return not_ours();
    };
    let session = simulator.connect().session(&token).map(|session| session.clone());
    let Some((session, client)) = session.and_then(|one| Some((one.clone(), Client::of(&simulator, &one.profile_id)?)))
    else {
        return not_ours();
    };
    match client.fetch(&simulator, code) {
        Ok(org) => linked(&simulator, &token, &session, &client, &org),
        Err(Failure::Refused(refusal)) => not_linked(&salesforces(refusal.error, refusal.description), Some(&token)),
        Err(Failure::NoRefreshToken) => {
            let reason = "Salesforce issued no refresh token: neither refresh_token nor offline_access was granted.";
            not_linked(&html! { p { (reason) } }, Some(&token))
        }
    }
}

fn linked(simulator: &Simulator, token: &str, session: &Session, client: &Client, org: &str) -> Response {
    let mut connect = simulator.connect();
    let account = Account::new(connect.accounts.len() + 1, session);
    let body = html! {
        p { "The Salesforce account of " (session.owner_name) " is linked." }
        dl {
            dt { "Account" } dd { (account.id) }
            dt { "Org" } dd { (org) }
            dt { "Connector profile" } dd { (client.profile_name) }
        }
    };
    connect.accounts.push(account);
    if let Some(session) = connect.session(token) {
        session.linked = true;
    }
    pages::page(StatusCode::OK, PLAYER, "Account linked", &body)
}

fn salesforces(error: &str, description: &str) -> Markup {
    html! {
        p { "Salesforce answered:" }
        p #salesforce-error { code { (error) ": " (description) } }
    }
}

fn not_linked(reason: &Markup, token: Option<&str>) -> Response {
    let body = html! {
        (reason)
        @if let Some(token) = token { p { a href=(format!("/stackone/connect/{token}")) { "Try again" } } }
    };
    pages::page(StatusCode::BAD_REQUEST, PLAYER, "Account not linked", &body)
}

fn not_ours() -> Response {
    let body = html! {
        p { "StackOne did not start this sign-in, or it has ended: its state is unknown. Nothing was linked." }
    };
    pages::page(StatusCode::BAD_REQUEST, PLAYER, "Sign-in not started here", &body)
}
