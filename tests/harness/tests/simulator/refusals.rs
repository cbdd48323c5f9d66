//! What the simulated API refuses, in StackOne's envelope and without echoing the request.

use harness::simulator::Server;
use serde_json::{Value, json};

use crate::client::*;

fn assert_envelope(reply: &Reply, status: u16) {
    assert_eq!(reply.status, status, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.json()["statusCode"], status);
    assert!(reply.json()["message"].is_string() && reply.json()["timestamp"].is_string());
}

async fn post(server: &Server, body: &Value) -> Reply {
    api(server, "POST", "/connector_profiles", Some(body)).await
}

#[tokio::test]
async fn keys_are_checked() {
    let server = start().await;
    let body = new_profile("A").to_string();
    // In turn `v1.eu1.revoked:`, `v1.eu1.readonly:`, `v1.eu1.good` without the colon, `nokey:`.
    for (authorization, reading, writing) in [
        (GOOD_KEY.1, 200, 201),
        ("Basic djEuZXUxLnJldm9rZWQ6", 401, 401),
        ("Basic djEuZXUxLnJlYWRvbmx5Og==", 200, 403),
        ("Basic djEuZXUxLmdvb2Q=", 401, 401),
        ("Basic bm9rZXk6", 401, 401),
        ("Bearer v1.eu1.good", 401, 401),
        ("Basic %%%", 401, 401),
    ] {
        let header = ("Authorization", authorization);
        assert_eq!(ask(&server, "GET", PROFILES, &[header], "").await.status, reading, "{authorization}");
        let reply = ask(&server, "POST", PROFILES, &[header, JSON], &body).await;
        assert_eq!(reply.status, writing, "{authorization}");
    }
    assert_envelope(&ask(&server, "GET", PROFILES, &[], "").await, 401);
    assert_eq!(ask(&server, "HEAD", PROFILES, &[], "").await.status, 401);
    assert_eq!(names(&server).len(), 1);
}

#[tokio::test]
async fn a_create_that_does_not_fit_is_refused_and_its_secret_not_repeated() {
    let server = start().await;
    let changes: [(&str, Value); 14] = [
        ("/connector_key", json!("hubspot")),
        ("/authentication_config_key", json!(7)),
        ("/environment", json!("staging")),
        ("/environment", Value::Null),
        ("/name", json!("")),
        ("/name", json!("n".repeat(256))),
        ("/default", json!("false")),
        ("/credentials", json!({})),
        ("/credentials", json!({ "clientId": "canary-secret" })),
        ("/credentials/clientSecret", json!(["canary-secret"])),
        ("/credentials/clientSecret", json!("")),
        ("/credentials/scopes", json!("")),
        ("/credentials/scopes", json!(" api canary-secret ")),
        ("/credentials/scopes", json!(["api"])),
    ];
    for (place, value) in changes {
        let mut body = new_profile("A");
        *body.pointer_mut(place).unwrap() = value.clone();
        let reply = post(&server, &body).await;
        assert_envelope(&reply, 400);
        assert!(!reply.text().contains("canary-secret"), "{}", reply.text());
        let field = place.rsplit('/').next().unwrap();
        assert!(reply.text().contains(field), "{place} is named in {}", reply.text());
    }
    for (name, value) in [
        ("client_id", json!("x")),
        ("enabled_actions", json!([])),
        ("enabled_actions", json!(["a", "a"])),
        ("enabled_actions", Value::Null),
        ("active", json!("true")),
        ("active", json!(1)),
    ] {
        let mut body = new_profile("A");
        body[name] = value;
        assert_envelope(&post(&server, &body).await, 400);
    }
    assert!(names(&server).is_empty());
}

#[tokio::test]
async fn a_body_that_is_no_json_is_refused() {
    let server = start().await;
    let body = new_profile("A").to_string();
    for (headers, body) in [
        (&[GOOD_KEY, JSON][..], "{"),
        (&[GOOD_KEY, JSON], ""),
        (&[GOOD_KEY, JSON], "[]"),
        (&[GOOD_KEY], &body),
        (&[GOOD_KEY, ("Content-Type", "text/plain")], &body),
    ] {
        let reply = ask(&server, "POST", PROFILES, headers, body).await;
        assert_envelope(&reply, 400);
        assert!(!reply.text().contains("canary-secret"));
    }
}

#[tokio::test]
async fn a_query_that_does_not_fit_is_refused() {
    let server = start().await;
    for query in ["page=0", "page=x", "page_size=0", "enabled=yes", "connector=x", "page=1&page=2", "connector_key="] {
        let reply = ask(&server, "GET", &format!("{PROFILES}?{query}"), &[GOOD_KEY], "").await;
        assert_envelope(&reply, 400);
    }
    assert_envelope(&ask(&server, "GET", PROFILES, &[GOOD_KEY, JSON], "{}").await, 400);
}

#[tokio::test]
async fn unknown_paths_and_methods() {
    let server = start().await;
    for path in ["/stackone", "/stackone/", "/stackone/actions/rpc", "/stackone/hub", "/stackone/connect/a/b"] {
        assert_envelope(&ask(&server, "GET", path, &[GOOD_KEY], "").await, 404);
    }
    for (method, path) in [
        ("PUT", PROFILES),
        ("DELETE", PROFILES),
        ("GET", "/stackone/connector_profiles/x"),
        ("GET", "/stackone/connect_sessions"),
        ("POST", "/stackone/accounts"),
    ] {
        assert_envelope(&ask(&server, method, path, &[GOOD_KEY], "").await, 405);
    }
    for (method, path, body) in [
        ("PATCH", "", r#"{"name":"B"}"#),
        ("GET", "/versions", ""),
        ("GET", "/pinned_version", ""),
        ("PUT", "/pinned_version", r#"{"pinned_version":"1.2.x"}"#),
        ("DELETE", "/pinned_version", ""),
    ] {
        let path = format!("{PROFILES}/absent{path}");
        assert_envelope(&ask(&server, method, &path, &[GOOD_KEY, JSON], body).await, 404);
    }
}
