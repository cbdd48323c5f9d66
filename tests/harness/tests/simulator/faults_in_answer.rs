//! Faults that execute the request and spoil the answer: truncated, not JSON, another shape, huge, no CORS.

use harness::simulator::{Server, openapi};
use serde_json::json;

use crate::client::*;

const ORIGIN: (&str, &str) = ("Origin", "http://page.example");

async fn spoiled(kind: &str) -> (Server, Reply) {
    let server = start().await;
    fault(&server, &json!({ "method": "POST", "path": PROFILES, "kind": kind })).await;
    let reply = ask(&server, "POST", PROFILES, &[GOOD_KEY, JSON], &new_profile("A").to_string()).await;
    assert_eq!(names(&server), ["A"], "the work is done");
    (server, reply)
}

#[tokio::test]
async fn truncate_promises_the_whole_body_and_sends_half() {
    let (_server, reply) = spoiled("truncate").await;
    let promised: usize = reply.header("content-length").parse().unwrap();
    assert_eq!((reply.status, reply.header("content-type")), (201, "application/json"));
    assert_eq!(reply.body.len(), promised / 2);
    assert!(promised > 100 && reply.text().starts_with(r#"{"id":"sim_profile_1""#));
}

#[tokio::test]
async fn not_json_is_a_page_with_the_right_status() {
    let (_server, reply) = spoiled("not-json").await;
    assert_eq!((reply.status, reply.header("content-type")), (201, "text/html; charset=utf-8"));
    assert!(reply.text().starts_with("<!doctype html>"));
}

#[tokio::test]
async fn wrong_shape_is_json_that_the_document_refuses() {
    let (_server, reply) = spoiled("wrong-shape").await;
    assert_eq!((reply.status, reply.header("content-type")), (201, "application/json"));
    let operation = openapi::operation("POST", "/connector_profiles").unwrap();
    assert!(!operation.answer_complaints(201, Some(&reply.json())).is_empty());
}

#[tokio::test]
async fn huge_is_the_right_answer_and_more_than_five_megabytes() {
    let (_server, reply) = spoiled("huge").await;
    assert_eq!((reply.status, &reply.json()["name"]), (201, &json!("A")));
    assert!(reply.body.len() > 5 * 1024 * 1024);
}

/// The bodies that proxies and broken connections leave of an answer.
#[tokio::test]
async fn a_status_with_another_body() {
    let server = start().await;
    for (body, media_type, holds, least) in [
        ("empty", "", "", 0),
        ("html", "text/html; charset=utf-8", "<h1>Bad Gateway</h1>", 20),
        ("huge", "application/json", "\"message\":\"Bad Gateway\"", 5 * 1024 * 1024),
        ("truncated", "application/json", "{\"", 10),
    ] {
        let kind = json!({ "method": "GET", "path": PROFILES, "kind": "status", "status": 502, "bodyAs": body });
        fault(&server, &kind).await;
        let reply = ask(&server, "GET", PROFILES, &[GOOD_KEY], "").await;
        assert_eq!((reply.status, reply.header("content-type")), (502, media_type), "{body}");
        assert!(reply.body.len() >= least && reply.text().contains(holds), "{body}");
        assert_eq!(reply.body.is_empty(), body == "empty");
        let promised: usize = reply.header("content-length").parse().unwrap_or(0);
        assert_eq!(promised > reply.body.len(), body == "truncated", "{body}: {promised}");
    }
}

#[tokio::test]
async fn faults_are_taken_away_and_the_rest_stays() {
    let server = start().await;
    ask(&server, "POST", PROFILES, &[GOOD_KEY, JSON], &new_profile("A").to_string()).await;
    fault(&server, &json!({ "method": "GET", "path": PROFILES, "kind": "hang", "times": 1000 })).await;
    server.simulator().clear_faults();
    assert_eq!(ask(&server, "GET", PROFILES, &[GOOD_KEY], "").await.status, 200);
    assert_eq!(names(&server), ["A"]);
}

#[tokio::test]
async fn another_origin_is_welcome() {
    let server = start().await;
    let asked = [
        ORIGIN,
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "authorization,content-type"),
    ];
    let preflight = ask(&server, "OPTIONS", PROFILES, &asked, "").await;
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (204, ORIGIN.1));
    assert_eq!(preflight.header("access-control-allow-methods"), "POST");
    assert_eq!(preflight.header("access-control-allow-headers"), "authorization,content-type");
    for (key, status) in [(GOOD_KEY, 200), (("X-Other", "no key"), 401)] {
        let reply = ask(&server, "GET", PROFILES, &[key, ORIGIN], "").await;
        assert_eq!((reply.status, reply.header("access-control-allow-origin")), (status, ORIGIN.1));
        assert_eq!(reply.header("access-control-expose-headers"), "retry-after");
    }
    let same_origin = ask(&server, "GET", PROFILES, &[GOOD_KEY], "").await;
    assert_eq!(same_origin.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn no_cors_takes_the_headers_off_and_does_the_work() {
    let server = start().await;
    fault(&server, &json!({ "method": "POST", "path": PROFILES, "kind": "no-cors" })).await;
    let body = new_profile("A").to_string();
    for (allowed, time) in [("", "first"), (ORIGIN.1, "second")] {
        let reply = ask(&server, "POST", PROFILES, &[GOOD_KEY, JSON, ORIGIN], &body).await;
        assert_eq!((reply.status, reply.header("access-control-allow-origin")), (201, allowed), "{time}");
    }
}

#[tokio::test]
async fn no_cors_refuses_the_preflight_once() {
    let server = start().await;
    fault(&server, &json!({ "method": "POST", "path": PROFILES, "kind": "no-cors" })).await;
    for (method, status) in [("GET", 204), ("POST", 403), ("POST", 204)] {
        let asked = [ORIGIN, ("Access-Control-Request-Method", method)];
        let preflight = ask(&server, "OPTIONS", PROFILES, &asked, "").await;
        assert_eq!(preflight.status, status);
        assert_eq!(preflight.header("access-control-allow-origin").is_empty(), status == 403);
    }
}
