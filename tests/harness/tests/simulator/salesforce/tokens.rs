//! The token endpoint: a code is valid once and for a quarter of an hour; also refresh tokens.

use std::time::Duration;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::*;

async fn token(server: &Server, host: &str, code: &str, changes: &[(&str, Option<&str>)]) -> Reply {
    let usual = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", ELSEWHERE),
        ("client_id", KEY),
        ("client_secret", SECRET),
    ];
    let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let changed = changes.iter().filter_map(|&(name, value)| Some((name, value?)));
    let pairs: Vec<_> =
        kept.copied().chain(changed).map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    ask(server, "POST", &format!("/salesforce/{host}/services/oauth2/token"), &form, &pairs.join("&")).await
}

#[track_caller]
fn assert_refused(reply: &Reply, error: &str, description: &str) {
    let expected = json!({ "error": error, "error_description": description });
    assert_eq!((reply.status, reply.json()), (400, expected));
    assert_eq!((reply.header("content-type"), reply.header("cache-control")), ("application/json", "no-store"));
}

const EXPIRED: (&str, &str) = ("invalid_grant", "expired authorization code");

#[tokio::test]
async fn a_code_becomes_tokens_once() {
    let server = start().await;
    register(&server, json!({})).await;
    let code = code(&server, "login", &[]).await;
    let reply = token(&server, "login", &code, &[]).await;
    assert_eq!((reply.status, reply.header("cache-control")), (200, "no-store"));
    let tokens = reply.json();
    let text = |name: &str| tokens[name].as_str().unwrap_or_default().to_owned();
    assert!(text("access_token").starts_with("00D") && text("access_token").contains('!'), "{tokens}");
    assert!(text("refresh_token").starts_with("5Aep861"), "{tokens}");
    assert_eq!((text("token_type"), text("scope")), ("Bearer".into(), "api refresh_token".into()));
    assert_eq!(text("instance_url"), format!("https://{HOME}"));
    assert!(text("id").starts_with("https://login.salesforce.com/id/00D"), "{tokens}");
    assert!(!reply.text().contains(SECRET));
    assert_refused(&token(&server, "login", &code, &[]).await, EXPIRED.0, EXPIRED.1);
}

#[tokio::test]
async fn a_code_is_good_for_fifteen_minutes() {
    let server = start().await;
    register(&server, json!({})).await;
    let (early, late) = (code(&server, "login", &[]).await, code(&server, "login", &[]).await);
    server.simulator().advance_clock(Duration::from_secs(15 * 60 - 30));
    assert_eq!(token(&server, "login", &early, &[]).await.status, 200);
    server.simulator().advance_clock(Duration::from_secs(30));
    assert_refused(&token(&server, "login", &late, &[]).await, EXPIRED.0, EXPIRED.1);
}

#[tokio::test]
async fn every_wrong_value_has_its_answer_and_leaves_the_code_good() {
    let server = start().await;
    register(&server, json!({})).await;
    register(&server, json!({ "clientId": "another-app" })).await;
    let code = code(&server, "login", &[]).await;
    let client = ("invalid_client", "invalid client credentials");
    let key = ("invalid_client_id", "client identifier invalid");
    let grant_type = ("unsupported_grant_type", "grant type not supported");
    let callback = ("redirect_uri_mismatch", "redirect_uri must match configuration");
    for (changed, value, (error, description)) in [
        ("client_secret", Some("wrong"), client),
        ("client_secret", Some(&SECRET[..63]), client),
        ("client_secret", None, client),
        ("client_id", Some("wrong"), key),
        ("client_id", None, key),
        ("client_id", Some("another-app"), EXPIRED),
        ("grant_type", Some("password"), grant_type),
        ("grant_type", None, grant_type),
        ("redirect_uri", Some(CALLBACK), callback),
        ("redirect_uri", None, callback),
        ("code", Some("wrong"), EXPIRED),
        ("code", None, EXPIRED),
    ] {
        assert_refused(&token(&server, "login", &code, &[(changed, value)]).await, error, description);
    }
    for host in ["test", OTHER] {
        assert_refused(&token(&server, host, &code, &[]).await, "invalid_grant", "authentication failure");
    }
    register(&server, json!({ "activeInSeconds": 60 })).await;
    assert_refused(&token(&server, "login", &code, &[]).await, key.0, key.1);
    register(&server, json!({})).await;
    assert_eq!(token(&server, HOME, &code, &[]).await.status, 200, "the org's own host takes it too");
}

#[tokio::test]
async fn only_a_posted_form_is_taken() {
    let server = start().await;
    let path = "/salesforce/login/services/oauth2/token";
    assert_refused(&ask(&server, "GET", path, &[], "").await, "invalid_request", "must use HTTP POST");
    let json = ask(&server, "POST", path, &[JSON], "{}").await;
    assert_refused(&json, "unsupported_grant_type", "grant type not supported");
}

#[tokio::test]
async fn with_pkce_the_verifier_must_be_the_challenges() {
    let server = start().await;
    register(&server, json!({ "pkceRequired": true })).await;
    let verifier = "a-verifier-of-forty-three-characters-or-more";
    use base64::Engine;
    let challenge = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
    let asked = [("code_challenge", Some(challenge.as_str())), ("code_challenge_method", Some("S256"))];
    let code = code(&server, "login", &asked).await;
    for wrong in [None, Some("another"), Some(challenge.as_str())] {
        let reply = token(&server, "login", &code, &[("code_verifier", wrong)]).await;
        assert_refused(&reply, "invalid_grant", "invalid code verifier");
    }
    assert_eq!(token(&server, "login", &code, &[("code_verifier", Some(verifier))]).await.status, 200);
}

#[tokio::test]
async fn a_refresh_token_comes_with_its_scope_and_brings_new_access_tokens() {
    let server = start().await;
    for (scopes, refreshes) in
        [("api", false), ("api refresh_token", true), ("api offline_access", true), ("full", false)]
    {
        register(&server, json!({ "scopes": ["api", "refresh_token", "full"] })).await;
        let code = code(&server, "login", &[("scope", Some(scopes))]).await;
        let tokens = token(&server, "login", &code, &[]).await.json();
        assert_eq!(tokens["refresh_token"].is_string(), refreshes, "{scopes}");
        let Some(refresh) = tokens["refresh_token"].as_str() else { continue };
        let request = [("grant_type", Some("refresh_token")), ("refresh_token", Some(refresh))];
        let fresh = token(&server, "login", "", &request).await;
        assert_eq!((fresh.status, &fresh.json()["scope"]), (200, &json!(scopes)));
        assert_ne!(fresh.json()["access_token"], tokens["access_token"]);
        assert!(fresh.json().get("refresh_token").is_none());

        let wrong = token(&server, "login", "", &[request[0], ("refresh_token", Some("5Aep861wrong"))]).await;
        assert_refused(&wrong, "invalid_grant", "expired access/refresh token");
        register(&server, json!({ "clientId": "another-app" })).await;
        let wrong = token(&server, "login", "", &[request[0], request[1], ("client_id", Some("another-app"))]).await;
        assert_refused(&wrong, "invalid_grant", "expired access/refresh token");
        let wrong = token(&server, "login", "", &[request[0], request[1], ("client_secret", Some("wrong"))]).await;
        assert_refused(&wrong, "invalid_client", "invalid client credentials");
        register(&server, json!({ "refreshExpiresAtOnce": true })).await;
        assert_refused(&token(&server, "login", "", &request).await, "invalid_grant", "expired access/refresh token");
    }
}

#[tokio::test]
async fn a_secret_may_be_left_out_where_the_app_does_not_require_it() {
    let server = start().await;
    register(&server, json!({ "webServerSecret": false })).await;
    let code = code(&server, "login", &[]).await;
    let wrong = token(&server, "login", &code, &[("client_secret", Some("wrong"))]).await;
    assert_refused(&wrong, "invalid_client", "invalid client credentials");
    let tokens = token(&server, "login", &code, &[("client_secret", None)]).await;
    assert_eq!(tokens.status, 200);
    let refresh = tokens.json()["refresh_token"].as_str().unwrap().to_owned();
    let request =
        [("grant_type", Some("refresh_token")), ("refresh_token", Some(refresh.as_str())), ("client_secret", None)];
    assert_eq!(token(&server, "login", "", &request).await.status, 400, "the other box is still ticked");
    register(&server, json!({ "refreshSecret": false })).await;
    assert_eq!(token(&server, "login", "", &request).await.status, 200);
}
