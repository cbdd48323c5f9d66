//! The consent page: the app's name, what it asks for in Salesforce's words, *Allow* and *Deny*. *Allow* sends a code
//! to the callback.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::super::fields::Fields;
use super::super::html as pages;
use super::super::state::Simulator;
use super::grants::{Asked, Code, Grant, User};
use super::host::{Host, Org};
use super::redirect::{query, to_callback};
use super::{Salesforce, refusal, routes, scopes};

/// The consent page of an org, below its host.
pub const PATH: &str = "/setup/secur/RemoteAccessAuthorizationPage.apexp";

/// The URL of the page for a sign-in.
pub fn address(org: &Org, id: &str) -> String {
    format!("/salesforce/{}{PATH}?{}", org.host(), query(&[("request", id)]))
}

/// Shows the page.
pub async fn show(State(simulator): State<Arc<Simulator>>, host: Host, Form(fields): Form<Fields>) -> Response {
    let now = simulator.now();
    let mut salesforce = simulator.salesforce();
    let id = fields.text("request");
    let Some((asked, user)) = signed_in(&mut salesforce, id, &host) else {
        return routes::over();
    };
    let Some(app) = salesforce.active(&asked.client_id, now) else {
        return refusal::UNKNOWN_KEY.as_text();
    };
    let mut labels = Vec::new();
    for label in asked.scopes.iter().map(|scope| scopes::label(scope)) {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    let body = html! {
        p { strong { (app.settings.name) } " is asking to:" }
        ul { @for label in labels { li { (label) } } }
        p { "Do you want to allow access for " (user.name) "?" }
        form method="post" action=(format!("/salesforce/{}{PATH}", host.segment())) {
            input type="hidden" name="request" value=(id);
            button name="decision" value="deny" { "Deny" }
            button name="decision" value="allow" { "Allow" }
        }
    };
    pages::page(StatusCode::OK, routes::PLAYER, "Allow Access?", &body)
}

/// Handles the decision. Anything but *Allow* is a *Deny*.
pub async fn decide(State(simulator): State<Arc<Simulator>>, host: Host, Form(fields): Form<Fields>) -> Response {
    let issued = simulator.now();
    let mut salesforce = simulator.salesforce();
    let id = fields.text("request");
    let Some((asked, user)) = signed_in(&mut salesforce, id, &host) else {
        return routes::over();
    };
    salesforce.grants.finish(id);
    if fields.get("decision") != Some("allow") {
        return refusal::DENIED.at_callback(&asked.callback, asked.state.as_deref());
    }
    let Asked { client_id, callback, scopes, state, challenge, .. } = asked;
    let grant = Grant { client_id, scopes, org: user.org, user: user.name };
    let code = salesforce.grants.issue(Code { grant, callback: callback.clone(), challenge, issued });
    let mut parameters = vec![("code", code.as_str())];
    parameters.extend(state.as_deref().map(|state| ("state", state)));
    to_callback(&callback, &parameters)
}

/// The request and the user; `None` if no one has signed in at this host.
fn signed_in(salesforce: &mut Salesforce, id: &str, host: &Host) -> Option<(Asked, User)> {
    let asked = salesforce.grants.asked(id)?;
    let user = asked.user.clone().filter(|user| *host == Host::Own(user.org.clone()))?;
    Some((asked.clone(), user))
}
