//! Forwarding, as in `cargo demo --api-base-url`, to a second simulator.

use harness::simulator::Server;
use serde_json::Value;

use crate::client::*;

async fn pair() -> (Server, Server) {
    let api = start().await;
    let page = Server::builder("/nonexistent").forward(&format!("{}/stackone/", api.origin())).start().await;
    (api, page.unwrap())
}

#[tokio::test]
async fn a_request_is_forwarded_with_its_key_and_without_browser_headers() {
    let (api, page) = pair().await;
    let browser = [GOOD_KEY, JSON, ("Origin", page.origin()), ("Referer", "http://a/"), ("Cookie", "a=b")];
    let made = ask(&page, "POST", PROFILES, &browser, &new_profile("A").to_string()).await;
    assert_eq!((made.status, made.header("content-type")), (201, "application/json"));
    let list = ask(&page, "GET", "/stackone/connector_profiles?page_size=5", &browser[..1], "").await;
    assert_eq!((list.status, &list.json()["data"][0]), (200, &made.json()));

    let log = api.simulator().requests();
    assert_eq!((log[0].method.as_str(), &log[0].body), ("POST", &new_profile("A")));
    assert_eq!((log[1].method.as_str(), log[1].query.as_deref()), ("GET", Some("page_size=5")));
    assert_eq!(log[0].headers["authorization"], GOOD_KEY.1);
    for name in ["origin", "referer", "cookie"] {
        assert!(!log[0].headers.contains_key(name), "{name}");
    }
}

#[tokio::test]
async fn refusals_come_back_as_they_are() {
    let (api, page) = pair().await;
    let limit =
        serde_json::json!({ "kind": "status", "status": 429, "retryAfter": 9, "method": "GET", "path": PROFILES });
    fault(&api, &limit).await;
    let limited = ask(&page, "GET", PROFILES, &[GOOD_KEY], "").await;
    assert_eq!((limited.status, limited.header("retry-after")), (429, "9"));
    assert_eq!(ask(&page, "GET", PROFILES, &[], "").await.status, 401);
}

#[tokio::test]
async fn nothing_is_simulated_or_logged() {
    let (_api, page) = pair().await;
    ask(&page, "GET", PROFILES, &[GOOD_KEY], "").await;
    assert!(page.simulator().requests().is_empty());
    assert_eq!(ask(&page, "GET", "/_simulator/requests", &[], "").await.status, 404);
}

#[tokio::test]
async fn an_api_that_is_away_is_a_502() {
    let (api, page) = pair().await;
    drop(api);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let reply = ask(&page, "GET", PROFILES, &[GOOD_KEY], "").await;
    assert_eq!((reply.status, &reply.json()["statusCode"]), (502, &Value::from(502)));
    assert!(!reply.text().contains("djEuZXUx"));
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_at_the_start() {
    for address in ["api.stackone.com", "ftp://api.stackone.com", ""] {
        assert!(Server::builder("/nonexistent").forward(address).start().await.is_err(), "{address}");
    }
}

/// The real API's layout: at the root, without a page. The log still records it below `/stackone`.
#[tokio::test]
async fn the_api_alone_is_at_the_root() {
    let api = Server::builder("/nonexistent").bare_api().start().await.unwrap();
    assert_eq!(ask(&api, "GET", "/connector_profiles?page=1", &[GOOD_KEY], "").await.status, 200);
    for path in [PROFILES, "/", "/_simulator/requests"] {
        assert_eq!(ask(&api, "GET", path, &[GOOD_KEY], "").await.status, 404, "{path}");
    }
    let log = api.simulator().requests();
    assert_eq!((log[0].path.as_str(), log[0].query.as_deref()), (PROFILES, Some("page=1")));
}
