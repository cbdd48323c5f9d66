//! `/stackone/connect`: the part of StackOne's dashboard where a person links an account without writing a request.
//! Creates a connect session for a fixed customer and opens its link. Also lists the linked accounts.

use std::sync::Arc;
use std::time::Duration;

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

use super::super::fields::Fields;
use super::super::html as pages;
use super::super::state::Simulator;
use super::PLAYER;
use super::memory::Session;

const OWNER: (&str, &str) = ("demo-customer", "Demo customer");

/// Shows the profiles and the accounts.
pub async fn show(State(simulator): State<Arc<Simulator>>) -> Response {
    let profiles = simulator.connector_profiles();
    let body = html! {
        @if profiles.is_empty() {
            p { "No connector profiles yet." }
        } @else {
            form method="post" {
                div.field {
                    label for="profile" { "Connector profile" }
                    select #profile name="profile" {
                        @for profile in &profiles { option value=(profile.id) { (profile.name) } }
                    }
                }
                button { "Connect account" }
            }
        }
        h2 { "Accounts" }
        @if simulator.accounts().is_empty() { p { "None yet." } }
        ul {
            @for account in simulator.accounts() {
                li { (account.id) ": " (account.origin_owner_name) ", " (account.status) }
            }
        }
    };
    pages::page(StatusCode::OK, PLAYER, "Connect an account", &body)
}

/// Creates a session and redirects to its link.
pub async fn link(State(simulator): State<Arc<Simulator>>, Form(fields): Form<Fields>) -> Response {
    let id = fields.text("profile");
    if !simulator.connector_profiles().iter().any(|profile| profile.id == id) {
        return Redirect::to("/stackone/connect").into_response();
    }
    let token = simulator.connect().add(Session {
        owner_id: OWNER.0.to_owned(),
        owner_name: OWNER.1.to_owned(),
        profile_id: id.to_owned(),
        named: true,
        expires_at: simulator.now().saturating_add(Duration::from_secs(1800)),
        ..Session::default()
    });
    Redirect::to(&format!("/stackone/connect/{token}")).into_response()
}
