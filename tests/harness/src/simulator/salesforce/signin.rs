//! The sign-in: the user and the org. It asks for no password, so that no one types a real one. At a login host the
//! user chooses the org; a My Domain host has its own. Users that the host does not know get Salesforce's message about
//! a wrong user name or password. Others continue to the consent, or to the error that keeps the app from this org.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

use super::super::fields::Fields;
use super::super::html as pages;
use super::super::state::Simulator;
use super::app::{App, GenericHosts};
use super::grants::{Asked, User};
use super::host::{Host, Org};
use super::refusal::{self, Refusal};
use super::{consent, routes, scopes};

const REFUSED: &str = "Please check your username and password. If you still can't log in, contact your Salesforce \
    administrator.";

/// Stores the request and shows the form, filled in for an administrator of the app's own org.
pub fn start(simulator: &Simulator, asked: Asked) -> Response {
    let now = simulator.now();
    let mut salesforce = simulator.salesforce();
    let home = salesforce.active(&asked.client_id, now).map(|app| app.org.clone());
    let org = match &asked.host {
        Host::Own(org) => Some(org.clone()),
        Host::Login | Host::Test => home,
    };
    let (name, host) = org.map(|org| (org.name().to_owned(), org.host().to_owned())).unwrap_or_default();
    let user = asked.login_hint.clone().unwrap_or_else(|| format!("admin@{name}.example"));
    let at = asked.host.clone();
    let id = salesforce.grants.ask(asked);
    form(&at, &id, &user, &host, false)
}

fn form(host: &Host, id: &str, user: &str, org: &str, refused: bool) -> Response {
    let body = html! {
        @if refused { p #error role="alert" { (REFUSED) } }
        form method="post" action=(format!("/salesforce/{}/login", host.segment())) {
            input type="hidden" name="request" value=(id);
            div.field {
                label for="username" { "Username" }
                input #username name="username" value=(user) autocomplete="off" aria-describedby=[refused.then_some("error")];
            }
            @match host {
                Host::Own(own) => p { "Org: " (own.host()) },
                Host::Login | Host::Test => {
                    div.field {
                        label for="org" { "Org (its My Domain host)" }
                        input #org name="org" value=(org) autocomplete="off" aria-describedby=[refused.then_some("error")];
                    }
                }
            }
            button { "Log In" }
        }
    };
    pages::page(StatusCode::OK, routes::PLAYER, "Log In", &body)
}

/// `POST /salesforce/{host}/login`
pub async fn sign_in(State(simulator): State<Arc<Simulator>>, host: Host, Form(fields): Form<Fields>) -> Response {
    let now = simulator.now();
    let mut salesforce = simulator.salesforce();
    let id = fields.text("request");
    let Some(asked) = salesforce.grants.asked(id).filter(|asked| asked.host == host).map(|asked| asked.clone()) else {
        return routes::over();
    };
    let Some(app) = salesforce.active(&asked.client_id, now).cloned() else {
        return refusal::UNKNOWN_KEY.as_text();
    };
    let name = fields.text("username").trim();
    let typed = match &host {
        Host::Own(org) => org.host(),
        Host::Login | Host::Test => fields.text("org"),
    };
    let org = Org::parse(typed).filter(|org| host.knows(org) && !name.is_empty() && lets_in(&app, &host, org));
    let Some(org) = org else {
        return form(&host, id, name, typed, true);
    };
    if let Some((refusal, place)) = objection(&app, &asked, &org) {
        salesforce.grants.finish(id);
        return match place {
            Place::Page => refusal.at_page(&org),
            Place::Callback => refusal.at_callback(&asked.callback, asked.state.as_deref()),
        };
    }
    let next = consent::address(&org, id);
    if let Some(asked) = salesforce.grants.asked(id) {
        asked.user = Some(User { name: name.to_owned(), org });
    }
    Redirect::to(&next).into_response()
}

/// The app's org may forbid the login hosts that all orgs share.
fn lets_in(app: &App, host: &Host, org: &Org) -> bool {
    !(host.is_generic() && app.org == *org && app.settings.generic_hosts == GenericHosts::LoginRefused)
}

enum Place {
    Page,
    Callback,
}

/// The error that keeps this app from a user of this org.
fn objection(app: &App, asked: &Asked, org: &Org) -> Option<(Refusal, Place)> {
    let settings = &app.settings;
    let generic = asked.host.is_generic();
    let is_foreign = app.org != *org && !settings.packaged;
    if settings.blocked {
        Some((refusal::BLOCKED, Place::Callback))
    } else if is_foreign && generic {
        Some((refusal::CROSS_ORG, Place::Callback))
    } else if is_foreign || generic && settings.generic_hosts == GenericHosts::AppNotFound {
        Some((refusal::NOT_IN_ORG, Place::Page))
    } else if !settings.installed {
        Some((refusal::NOT_INSTALLED, Place::Page))
    } else if !settings.approved {
        Some((refusal::NOT_APPROVED, Place::Page))
    } else if !asked.scopes.iter().all(|scope| scopes::is_name(scope)) {
        Some((refusal::MALFORMED_SCOPE, Place::Page))
    } else if !asked.scopes.iter().all(|scope| scopes::allows(&settings.scopes, scope)) {
        Some((refusal::SCOPE, Place::Page))
    } else {
        None
    }
}
