//! Sessions and accounts in the API, and how long a link works.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::salesforce::register;

#[tokio::test]
async fn a_link_works_once_unless_it_is_for_several_and_until_it_expires() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    profile(&server, &[]).await;
    let (once, several) = (link(&server, json!({})).await, link(&server, json!({ "multiple": true })).await);
    for (link, headings) in [
        (&once, ["Account connected", "This link doesn’t work"]),
        (&several, ["Account connected", "Account connected"]),
    ] {
        for heading in headings {
            assert_eq!(walk(&server, link).await.heading(), heading);
        }
    }
    assert_eq!(server.simulator().accounts().len(), 3);
    assert_eq!(ask(&server, "POST", &once, &[], "").await.status, 404, "nor can it be started past its page");
    let short = link(&server, json!({ "expires_in": 60 })).await;
    server.simulator().advance_clock(Duration::from_secs(1799));
    assert_eq!(Browser::open(&server, &short).await.heading(), "This link doesn’t work");
    assert_eq!(Browser::open(&server, &several).await.heading(), "Connect Salesforce");
    server.simulator().advance_clock(Duration::from_secs(1));
    assert_eq!(Browser::open(&server, &several).await.heading(), "This link doesn’t work");
}

#[tokio::test]
async fn a_session_is_held_against_the_documented_shape() {
    let server = start().await;
    let good = json!({ "origin_owner_id": "a", "origin_owner_name": "A" });
    assert_eq!(api(&server, "POST", "/connect_sessions", Some(&good)).await.status, 404, "there is no profile");
    let (first, second) = (profile(&server, &[]).await, profile(&server, &[("/default", json!(true))]).await);
    for (member, value, status) in [
        ("provider", json!("salesforce"), 201),
        ("connector_profile_id", json!(first), 201),
        ("type", json!("test"), 201),
        ("origin_username", json!("a@acme.example"), 201),
        ("account_id", json!(null), 201),
        ("categories", json!(["crm"]), 201),
        ("provider_version", json!(null), 201),
        ("expires_in", json!(null), 201),
        ("multiple", json!(null), 201),
        ("provider", json!("hubspot"), 400),
        ("connector_profile_id", json!("absent"), 404),
        ("origin_owner_id", json!(""), 400),
        ("origin_owner_name", json!(7), 400),
        ("expires_in", json!(0), 400),
        ("multiple", json!("yes"), 400),
        ("surprise", json!(1), 400),
    ] {
        let mut body = good.clone();
        body[member] = value;
        assert_eq!(api(&server, "POST", "/connect_sessions", Some(&body)).await.status, status, "{body}");
    }
    let session = api(&server, "POST", "/connect_sessions", Some(&good)).await.json();
    assert_eq!((&session["provider"], &session["connector_profile_id"]), (&json!("salesforce"), &json!(second)));
    assert!(session["auth_link_url"].as_str().unwrap().ends_with(session["token"].as_str().unwrap()));
    for (method, path) in [("POST", "/stackone/connect_sessions"), ("GET", "/stackone/accounts")] {
        assert_eq!(ask(&server, method, path, &[JSON], &good.to_string()).await.status, 401, "{path} needs a key");
    }
    let read_only = ("Authorization", "Basic djEuZXUxLnJlYWRvbmx5Og==");
    let made = ask(&server, "POST", "/stackone/connect_sessions", &[read_only, JSON], &good.to_string()).await;
    assert_eq!(made.status, 403);
}

#[tokio::test]
async fn accounts_can_be_filtered_and_a_reset_forgets_them_and_the_sessions() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    profile(&server, &[]).await;
    let link = link(&server, json!({ "multiple": true })).await;
    walk(&server, &link).await;
    walk(&server, &link).await;
    for (query, count) in [
        ("", 2),
        ("?provider=salesforce", 2),
        ("?provider=hubspot", 0),
        ("?origin_owner_id=customer-1", 2),
        ("?origin_owner_id=x", 0),
        ("?page=1&page_size=1", 1),
        ("?page=2&page_size=1", 1),
        ("?page=3&page_size=1", 0),
    ] {
        let accounts = api(&server, "GET", &format!("/accounts{query}"), None).await.json();
        assert_eq!(accounts.as_array().unwrap().len(), count, "{query}");
    }
    assert_eq!(api(&server, "GET", "/accounts?nonsense=1", None).await.status, 400);
    assert_eq!(ask(&server, "POST", "/_simulator/reset", &[], "").await.status, 204);
    assert_eq!(api(&server, "GET", "/accounts", None).await.json(), json!([]));
    profile(&server, &[]).await;
    assert_eq!(Browser::open(&server, &link).await.heading(), "This link doesn’t work");
}

/// A session's latest attempt: its status, account, error and description.
async fn latest(server: &Server, id: &Value) -> [Value; 4] {
    let session = api(server, "GET", &format!("/connect_sessions/{id}"), None).await.json();
    let attempt = &session["latest_connection_attempt"];
    ["status", "account_secure_id", "oauth_error_code", "oauth_error_description"].map(|member| attempt[member].clone())
}

#[tokio::test]
async fn a_session_tells_of_its_latest_attempt() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    let profile = profile(&server, &[]).await;
    let new = json!({ "origin_owner_id": "customer-1", "origin_owner_name": "One", "expires_in": 60 });
    let session = async || {
        let made = api(&server, "POST", "/connect_sessions", Some(&new)).await.json();
        assert_eq!(made["latest_connection_attempt"], json!(null));
        let link = made["auth_link_url"].as_str().unwrap().strip_prefix("http://127.0.0.1").unwrap().to_owned();
        (made["id"].clone(), link)
    };
    let status = |status: &str| [json!(status), json!(null), json!(null), json!(null)];

    let (id, link) = session().await;
    assert_eq!(latest(&server, &id).await, [json!(null), json!(null), json!(null), json!(null)], "nobody opened it");
    let mut browser = Browser::open(&server, &link).await;
    assert_eq!(latest(&server, &id).await, status("pending"));
    browser.submit(&[]).await;
    browser.submit(&[]).await;
    assert_eq!(latest(&server, &id).await, status("pending"), "the person signs in");
    browser.submit(&[("decision", Some("deny"))]).await;
    let denied = ["error", "access_denied", "end-user denied authorization"].map(|text| json!(text));
    let [error, code, description] = denied;
    assert_eq!(latest(&server, &id).await, [error, json!(null), code, description]);
    assert_eq!(walk(&server, &link).await.heading(), "Account connected", "the next attempt in the same session");
    let account = server.simulator().accounts()[0].id.clone();
    assert_eq!(latest(&server, &id).await, [json!("authenticated"), json!(account), json!(null), json!(null)]);

    let (id, link) = session().await;
    let mut browser = Browser::open(&server, &link).await;
    browser.submit(&[("decision", Some("cancel"))]).await;
    assert_eq!((browser.heading().as_str(), latest(&server, &id).await), ("Canceled", status("cancelled")));

    let (id, link) = session().await;
    Browser::open(&server, &link).await;
    server.simulator().advance_clock(Duration::from_secs(60));
    assert_eq!(latest(&server, &id).await, status("expired"));

    // The secret is stored wrong: Salesforce refuses when StackOne exchanges the code.
    let wrong = json!({ "credentials": { "clientSecret": "wrong-secret" } });
    assert_eq!(api(&server, "PATCH", &format!("/connector_profiles/{profile}"), Some(&wrong)).await.status, 200);
    let (id, link) = session().await;
    walk(&server, &link).await;
    let [error, code, description] = ["error", "invalid_client", "invalid client credentials"].map(|text| json!(text));
    assert_eq!(latest(&server, &id).await, [error, json!(null), code, description]);

    for unknown in ["0", "none", "-1"] {
        assert_eq!(api(&server, "GET", &format!("/connect_sessions/{unknown}"), None).await.status, 404, "{unknown}");
    }
    let path = format!("/stackone/connect_sessions/{id}");
    for (method, headers, status) in [("GET", &[][..], 401), ("POST", &[GOOD_KEY], 405), ("DELETE", &[GOOD_KEY], 405)] {
        assert_eq!(ask(&server, method, &path, headers, "").await.status, status, "{method}");
    }
    fault(&server, &json!({ "method": "GET", "path": path, "times": 1, "kind": "status", "status": 404 })).await;
    assert_eq!(api(&server, "GET", &format!("/connect_sessions/{id}"), None).await.status, 404, "not offered");
}
