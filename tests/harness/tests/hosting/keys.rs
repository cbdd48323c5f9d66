//! What a server with its own key forwards to StackOne. The key never comes out again.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

use crate::client::{Fixture, hosts};

const OF_THE_PAGE: (&str, &str) = ("sec-fetch-site", "same-origin");
const JSON: (&str, &str) = ("content-type", "application/json");
const KEY: &str = "v1.eu1.server";
/// The key, plain and as in the `Authorization` header: `v1.eu1.server:` in base64.
const TRACES: [&str; 2] = [KEY, "djEuZXUxLnNlcnZlcjo"];

#[derive(Deserialize)]
struct Asked {
    method: String,
    path: String,
    passes: bool,
}

/// The tests of the functions in Node use the same table.
fn asked() -> Vec<Asked> {
    serde_json::from_str(include_str!("../../../fixtures/asked_of_stackone.json")).unwrap()
}

#[tokio::test]
async fn what_the_form_asks_for_passes_and_nothing_else() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, Some(KEY)).await;
        for Asked { method, path, passes } in asked() {
            let before = fixture.api.simulator().requests().len();
            let body = if method == "GET" { "" } else { "{}" };
            let reply = fixture.ask(&method, &format!("stackone{path}"), &[OF_THE_PAGE, JSON], body).await;
            let arrived = fixture.api.simulator().requests().len() > before;
            assert_eq!(arrived, passes, "{host}: {method} {path}: {}", reply.status);
            assert!(passes || reply.status >= 400, "{host}: {method} {path}");
        }
    }
}

/// Midway through the set-up, no one can use the key.
#[tokio::test]
async fn the_secret_alone_is_not_used() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::half_way(host, KEY).await;
        assert_eq!(fixture.get("stackone/connector_profiles", &[OF_THE_PAGE]).await.status, 401, "{host}");
        for request in fixture.api.simulator().requests() {
            assert!(!request.headers.contains_key("authorization"), "{host}");
        }
    }
}

#[tokio::test]
async fn trace_sends_no_key_back() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, Some(KEY)).await;
        for path in ["stackone/connector_profiles", ""] {
            let reply = fixture.ask("TRACE", path, &[OF_THE_PAGE], "").await;
            let body = String::from_utf8_lossy(&reply.body).into_owned();
            assert!(!TRACES.iter().any(|trace| body.contains(trace)), "{host}: {body}");
            assert!(path.is_empty() || reply.status >= 400, "{host}: {}", reply.status);
        }
    }
}

#[tokio::test]
async fn an_answer_is_kept_by_no_cache_and_a_request_has_a_limit() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        let typed = ("authorization", "Basic djEudHlwZWQ6");
        let list = fixture.get("stackone/connector_profiles", &[typed]).await;
        assert_eq!((list.status, list.header("cache-control")), (200, "no-store".to_owned()), "{host}");
        let long = json!({ "name": "x".repeat(1_100_000) }).to_string();
        let refused = fixture.ask("POST", "stackone/connector_profiles", &[typed, JSON], &long).await;
        // nginx answers 413; the others answer whatever follows from an unread body.
        assert!(refused.status >= 400, "{host}: {}", refused.status);
        assert_eq!(fixture.api.simulator().connector_profiles().len(), 0, "{host}");
    }
}

/// StackOne's key is the user name of Basic authorization, which servers tend to log.
#[tokio::test]
async fn no_log_has_a_key() {
    for host in hosts().iter().copied() {
        for key in [None, Some(KEY)] {
            let fixture = Fixture::new(host, key).await;
            let profile = json!({
                "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "sandbox",
                "name": "Acme", "credentials": { "clientId": "an id", "clientSecret": "C4n4ryS3cret" },
            });
            let typed = ("authorization", "Basic djEuZXUxLnNlcnZlcjo=");
            let headers = [OF_THE_PAGE, JSON, typed];
            let made = fixture.ask("POST", "stackone/connector_profiles", &headers, &profile.to_string()).await;
            assert_eq!(made.status, 201, "{host}");
            assert_eq!(
                fixture.get("stackone/absent", &headers).await.status,
                if key.is_some() { 403 } else { 404 },
                "{host}"
            );
            let start = Instant::now();
            while !fixture.host.logs().contains("/absent") {
                assert!(start.elapsed() < Duration::from_secs(20), "{host}: {}", fixture.host.logs());
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            let logs = fixture.host.logs();
            for trace in TRACES.iter().chain(&["C4n4ryS3cret"]) {
                assert!(!logs.contains(trace), "{host}: {logs}");
            }
        }
    }
}
