//! The log of requests, with which tests of the page count POSTs and search for secrets.

use serde_json::{Value, json};

use crate::client::*;

#[tokio::test]
async fn every_request_is_logged_in_order_and_the_control_endpoints_are_not() {
    let server = start().await;
    api(&server, "POST", "/connector_profiles", Some(&new_profile("A"))).await;
    ask(&server, "GET", "/stackone/connector_profiles?page=2&page_size=5", &[GOOD_KEY], "").await;
    ask(&server, "PUT", "/stackone/nowhere", &[("X-Twice", "1"), ("X-Twice", "2")], "plain").await;
    ask(&server, "GET", "/salesforce/login/services/oauth2/authorize?x=1", &[], "").await;
    ask(&server, "GET", "/index.html", &[], "").await;
    let log = ask(&server, "GET", "/_simulator/requests", &[], "").await;
    assert_eq!((log.status, log.header("content-type")), (200, "application/json"));

    let log = log.json();
    let column = |name: &str| -> Vec<Value> { log.as_array().unwrap().iter().map(|one| one[name].clone()).collect() };
    assert_eq!(column("method"), ["POST", "GET", "PUT", "GET"]);
    let path = "/salesforce/login/services/oauth2/authorize";
    assert_eq!(column("path"), [PROFILES, PROFILES, "/stackone/nowhere", path]);
    assert_eq!(column("query"), [Value::Null, "page=2&page_size=5".into(), Value::Null, "x=1".into()]);
    assert_eq!(column("body"), [new_profile("A"), Value::Null, "plain".into(), Value::Null]);
    assert_eq!(log[0]["headers"]["authorization"], GOOD_KEY.1);
    assert_eq!(log[0]["headers"]["content-type"], "application/json");
    assert_eq!(log[2]["headers"]["x-twice"], "1, 2");
}

#[tokio::test]
async fn a_refused_request_is_logged_too() {
    let server = start().await;
    ask(&server, "POST", PROFILES, &[JSON], r#"{"connector_key":"salesforce"}"#).await;
    let log = server.simulator().requests();
    assert_eq!((log.len(), &log[0].body), (1, &json!({ "connector_key": "salesforce" })));
}

#[tokio::test]
async fn reset_empties_everything() {
    let server = start().await;
    api(&server, "POST", "/connector_profiles", Some(&new_profile("A"))).await;
    assert_eq!(ask(&server, "POST", "/_simulator/reset", &[], "").await.status, 204);
    assert!(server.simulator().requests().is_empty());
    assert_eq!(api(&server, "GET", "/connector_profiles?page=1", None).await.json()["total"], 0);
}

#[tokio::test]
async fn what_is_no_control_endpoint_is_not_found() {
    let server = start().await;
    for (method, path, status) in [
        ("GET", "/_simulator/reset", 405),
        ("POST", "/_simulator/requests", 405),
        ("GET", "/_simulator/apps", 405),
        ("POST", "/_simulator/else", 404),
    ] {
        assert_eq!(ask(&server, method, path, &[], "").await.status, status, "{method} {path}");
    }
}
