//! The Hub's requests, with the token of a session and no key. Each answer is checked against the OpenAPI document.

use std::time::Duration;

use harness::simulator::openapi;

use super::*;
use crate::salesforce::{PLAYED, register};

const ATTEMPTS: &str = "/hub/connection_attempts";

async fn session(server: &Server, more: Value) -> String {
    link(server, more).await.rsplit('/').next().unwrap().to_owned()
}

/// `path` ends with an id if it does in the document.
async fn hub(server: &Server, token: &str, method: &str, path: &str, body: &str) -> Reply {
    let headers = [("x-hub-session-token", token), JSON];
    let reply = ask(server, method, &format!("/stackone{path}"), &headers, body).await;
    let parts: Vec<_> = path.split('?').next().unwrap().split('/').collect();
    let template = if parts.len() > 3 { format!("/hub/{}/{{id}}", parts[2]) } else { parts.join("/") };
    let answer = (!reply.body.is_empty()).then(|| reply.json());
    let complaints = openapi::operation(method, &template).unwrap().answer_complaints(reply.status, answer.as_ref());
    assert!(complaints.is_empty(), "{method} {path}: {complaints:?} in {}", reply.text());
    reply
}

async fn offered(server: &Server, token: &str, query: &str) -> Vec<String> {
    let list = hub(server, token, "GET", &format!("/hub/connectors{query}"), "").await.json();
    let ids = list["integrations"].as_array().unwrap().iter().map(|one| one["integration_id"].as_str().unwrap());
    ids.map(str::to_owned).collect()
}

async fn begin(server: &Server, token: &str) -> String {
    let begun = hub(server, token, "POST", ATTEMPTS, &json!({ "token": token }).to_string()).await;
    assert_eq!((begun.status, &begun.json()["status"]), (201, &json!("pending")));
    begun.json()["id"].as_str().unwrap().to_owned()
}

async fn outcome(server: &Server, token: &str, attempt: &str) -> Value {
    let mut reported = hub(server, token, "GET", &format!("{ATTEMPTS}/{attempt}"), "").await.json();
    assert_eq!(reported.as_object_mut().unwrap().remove("id"), Some(json!(attempt)));
    reported
}

/// The URL that the Hub opens, in its own notation.
fn window(token: &str, profile: &str, attempt: &str) -> String {
    let back = "https%3A%2F%2Fapp.stackone.com%2Fembedded%2Faccounts%2Fcallback";
    format!("/stackone/connect/oauth2/{profile}?redirect_uri={back}&token={token}&connection_attempt_id={attempt}")
}

#[tokio::test]
async fn it_offers_every_profile_or_the_one_of_the_session() {
    let server = start().await;
    let (first, second) = (profile(&server, &[]).await, profile(&server, &[("/environment", json!("sandbox"))]).await);
    let any = session(&server, json!({})).await;
    assert_eq!(offered(&server, &any, "").await, [first.as_str(), &second]);
    assert_eq!(offered(&server, &any, "?provider=salesforce").await.len(), 2);
    assert!(offered(&server, &any, "?provider=hubspot").await.is_empty());
    let list = hub(&server, &any, "GET", "/hub/connectors", "").await.json();
    let one = &list["integrations"][1];
    for (member, value) in [
        ("active", json!(true)),
        ("name", json!("Salesforce (Production)")),
        ("provider", json!("salesforce")),
        ("type", json!("crm")),
        ("environment", json!("sandbox")),
        ("authentication_config_key", json!("oauth2")),
    ] {
        assert_eq!(one[member], value, "{member}");
    }

    let named = session(&server, json!({ "connector_profile_id": second })).await;
    assert_eq!(offered(&server, &named, "").await, [second.as_str()]);
    let connector = hub(&server, &named, "GET", &format!("/hub/connectors/{second}"), "").await;
    assert_eq!((connector.status, &connector.json()["config"]["type"]), (200, &json!("oauth2")));
    assert_eq!(hub(&server, &named, "GET", &format!("/hub/connectors/{first}"), "").await.status, 404);
    assert_eq!(hub(&server, &named, "GET", "/hub/settings", "").await.json(), json!({ "enabled_features": [] }));

    for (id, status) in [(&second, 400), (&first, 404)] {
        let typed = json!({ "integration_id": id, "credentials": {} }).to_string();
        assert_eq!(hub(&server, &named, "POST", "/hub/accounts", &typed).await.status, status, "nothing is typed");
    }
}

#[tokio::test]
async fn an_attempt_ends_with_the_account() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    profile(&server, &[]).await;
    let chosen = profile(&server, &[]).await;
    let token = session(&server, json!({})).await;
    let attempt = begin(&server, &token).await;
    assert_eq!(outcome(&server, &token, &attempt).await, json!({ "status": "pending" }));
    let browser = walk(&server, &window(&token, &chosen, &attempt)).await;
    assert_eq!(browser.heading(), "Account connected");

    let account = &server.simulator().accounts()[0];
    assert_eq!(account.connector_profile_id, chosen, "and not with that of the session's link");
    let expected = json!({ "status": "authenticated", "account": { "id": account.id, "provider": "salesforce" } });
    assert_eq!(outcome(&server, &token, &attempt).await, expected);
    assert_eq!(hub(&server, &token, "DELETE", &format!("{ATTEMPTS}/{attempt}"), "").await.status, 204);
    assert_eq!(outcome(&server, &token, &attempt).await, expected, "what has ended stays");
    let second = begin(&server, &token).await;
    let again = Browser::open(&server, &window(&token, &chosen, &second)).await;
    assert_eq!(again.heading(), "This link doesn’t work", "the session was for one account");
}

#[tokio::test]
async fn an_attempt_ends_with_the_error_of_a_wrong_value() {
    for (credentials, code, description) in [
        (json!({ "clientId": KEY, "clientSecret": KEY }), "invalid_client", "invalid client credentials"),
        (
            json!({ "clientId": KEY, "clientSecret": SECRET, "scopes": "api" }),
            "no_refresh_token",
            "Salesforce issued no refresh token: neither refresh_token nor offline_access was granted.",
        ),
    ] {
        let server = start().await;
        register(&server, full(&["api", "refresh_token"])).await;
        let id = profile(&server, &[("/credentials", credentials)]).await;
        let token = session(&server, json!({})).await;
        let attempt = begin(&server, &token).await;
        let browser = walk(&server, &window(&token, &id, &attempt)).await;
        assert_eq!(browser.heading(), "Account not connected");
        assert!(!browser.text().contains("Try again"), "that is the Hub's to offer");
        let error = json!({ "code": code, "description": description });
        assert_eq!(outcome(&server, &token, &attempt).await, json!({ "status": "error", "error": error }));
        assert!(server.simulator().accounts().is_empty());
    }
}

#[tokio::test]
async fn what_was_given_up_links_nothing() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    let id = profile(&server, &[]).await;
    let token = session(&server, json!({})).await;
    let attempt = begin(&server, &token).await;
    let mut browser = Browser::open(&server, &window(&token, &id, &attempt)).await;
    browser.submit(&[]).await;
    assert_eq!(hub(&server, &token, "DELETE", &format!("{ATTEMPTS}/{attempt}"), "").await.status, 204);
    assert_eq!(outcome(&server, &token, &attempt).await, json!({ "status": "cancelled" }));
    browser.submit(&[("decision", Some("allow"))]).await;
    assert!(browser.at.starts_with(PLAYED), "{}", browser.at);
    assert_eq!(browser.heading(), "Sign-in not started here");
    assert_eq!(Browser::open(&server, &window(&token, &id, &attempt)).await.heading(), "This link doesn’t work");
    assert!(server.simulator().accounts().is_empty());
}

#[tokio::test]
async fn the_token_of_a_session_is_required() {
    let server = start().await;
    let (first, second) = (profile(&server, &[]).await, profile(&server, &[]).await);
    let token = session(&server, json!({ "connector_profile_id": first, "expires_in": 60 })).await;
    let other = session(&server, json!({})).await;
    let attempt = begin(&server, &token).await;
    let id = format!("{ATTEMPTS}/{attempt}");
    assert_eq!(ask(&server, "GET", "/stackone/hub/settings", &[GOOD_KEY], "").await.status, 401, "a key is no token");
    assert_eq!(
        ask(&server, "GET", PROFILES, &[("x-hub-session-token", &token)], "").await.status,
        401,
        "nor the other way"
    );
    assert_eq!(hub(&server, "unknown", "GET", "/hub/connectors", "").await.status, 401);
    for (method, status) in [("GET", 404), ("DELETE", 404)] {
        assert_eq!(hub(&server, &other, method, &id, "").await.status, status, "it belongs to another session");
    }
    assert_eq!(hub(&server, &token, "POST", ATTEMPTS, &json!({ "token": other }).to_string()).await.status, 400);
    assert_eq!(hub(&server, &token, "POST", ATTEMPTS, "{}").await.status, 400);
    for (token, profile, attempt) in [
        (token.as_str(), second.as_str(), attempt.as_str()),
        (&token, &first, "unknown"),
        ("unknown", &first, &attempt),
        (&other, &first, &attempt),
    ] {
        let heading = Browser::open(&server, &window(token, profile, attempt)).await.heading();
        assert_eq!(heading, "This link doesn’t work", "{profile} {attempt}");
    }
    server.simulator().advance_clock(Duration::from_secs(60));
    assert_eq!(hub(&server, &token, "GET", &id, "").await.status, 401, "it has expired");
}
