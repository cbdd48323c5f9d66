//! Linking an account: session, link, Salesforce, callback, account. What the tests share.

mod hub;
mod linking;
mod mistakes;
mod sessions;

use harness::simulator::Server;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::client::*;
use crate::salesforce::{CALLBACK, KEY, SECRET};

pub async fn profile(server: &Server, changes: &[(&str, Value)]) -> String {
    let mut body = new_profile("Salesforce (Production)");
    body["credentials"] = json!({ "clientId": KEY, "clientSecret": SECRET });
    for (place, value) in changes {
        *body.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value.clone();
    }
    let reply = api(server, "POST", "/connector_profiles", Some(&body)).await;
    assert_eq!(reply.status, 201, "{}", reply.text());
    reply.json()["id"].as_str().unwrap().to_owned()
}

/// Creates a session and returns the path of its link.
pub async fn link(server: &Server, more: Value) -> String {
    let mut body = json!({ "origin_owner_id": "customer-1", "origin_owner_name": "Customer <One>" });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let reply = api(server, "POST", "/connect_sessions", Some(&body)).await;
    assert_eq!(reply.status, 201, "{}", reply.text());
    let url = reply.json()["auth_link_url"].as_str().unwrap().to_owned();
    // The client addresses the server without the port.
    url.strip_prefix("http://127.0.0.1").expect("a link of this origin").to_owned()
}

/// Continues with *Connect*, *Log In*, *Allow* as far as possible.
pub async fn walk<'a>(server: &'a Server, link: &str) -> Browser<'a> {
    let mut browser = Browser::open(server, link).await;
    for (heading, fields) in
        [("Connect Salesforce", &[][..]), ("Log In", &[]), ("Allow Access?", &[("decision", Some("allow"))])]
    {
        if browser.heading() == heading {
            browser.submit(fields).await;
        }
    }
    browser
}

pub fn full(scopes: &[&str]) -> Value {
    json!({ "callbacks": [CALLBACK], "scopes": scopes })
}
