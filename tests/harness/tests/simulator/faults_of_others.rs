//! Faults that make StackOne or an intermediary answer something wrong: echoes, stale lists, other names, late work,
//! and the host's own pages.

use std::time::Duration;

use harness::simulator::Server;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::client::*;

/// Adds a fault for one request with this method.
async fn set(server: &Server, method: &str, mut extra: Value) {
    extra["method"] = method.into();
    extra["path"] = PROFILES.into();
    fault(server, &extra).await;
}

async fn create(server: &Server, name: &str) -> Reply {
    ask(server, "POST", PROFILES, &[GOOD_KEY, JSON], &new_profile(name).to_string()).await
}

/// The names in the list.
async fn listed(server: &Server) -> (Vec<String>, Reply) {
    let reply = ask(server, "GET", PROFILES, &[GOOD_KEY], "").await;
    let list = reply.json();
    let names = list["data"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned());
    (names.collect(), reply)
}

#[tokio::test]
async fn echo_refuses_with_all_that_was_secret() {
    let server = start().await;
    set(&server, "POST", json!({ "kind": "echo", "status": 422 })).await;
    let reply = create(&server, "A").await;
    let message = reply.json()["message"].as_str().unwrap().to_owned();
    for said in [GOOD_KEY.1, "v1.eu1.good", "V1.EU1.GOOD", "v1%2Eeu1%2Egood", "canary-secret", "Y2FuYXJ5LXNlY3JldA=="] {
        assert!(message.contains(said), "{said}");
    }
    assert_eq!((reply.status, reply.header("retry-after")), (422, GOOD_KEY.1));
    assert!(names(&server).is_empty());
}

#[tokio::test]
async fn echo_without_a_status_does_the_work_and_says_it_in_every_text() {
    let server = start().await;
    set(&server, "POST", json!({ "kind": "echo" })).await;
    let made = create(&server, "A").await;
    assert_eq!((made.status, names(&server)), (201, vec!["A".to_owned()]));
    for member in ["id", "name", "environment", "created_at"] {
        assert!(made.json()[member].as_str().unwrap().contains(" canary-secret "), "{member}");
    }
    assert_eq!(made.header("retry-after"), GOOD_KEY.1);
    set(&server, "GET", json!({ "kind": "echo" })).await;
    let (names, reply) = listed(&server).await;
    assert!(names[0].starts_with("A ") && names[0].contains("v1.eu1.good"), "{}", reply.text());
}

#[tokio::test]
async fn stale_list_is_the_list_as_it_was_when_the_fault_was_set() {
    let server = start().await;
    create(&server, "A").await;
    set(&server, "GET", json!({ "kind": "stale-list", "times": 2, "age": 30 })).await;
    create(&server, "B").await;
    for _ in 0..2 {
        let (names, reply) = listed(&server).await;
        assert_eq!((names, &reply.json()["total"]), (vec!["A".to_owned()], &json!(1)));
        assert_eq!(reply.header("age"), "30");
    }
    let (names, reply) = listed(&server).await;
    assert_eq!((names.as_slice(), reply.header("age")), (["A".to_owned(), "B".to_owned()].as_slice(), ""));
    set(&server, "GET", json!({ "kind": "stale-list" })).await;
    assert_eq!(listed(&server).await.1.header("age"), "", "a cache may say nothing");
}

#[tokio::test]
async fn renamed_stores_it_otherwise_and_says_so() {
    for (how, name, stored, environment) in [
        ("trimmed", " A ", "A", "production"),
        ("nfc", "o\u{308}", "ö", "production"),
        ("numbered", "A", "A (2)", "production"),
        ("upper", "A", "A", "PRODUCTION"),
    ] {
        let server = start().await;
        set(&server, "POST", json!({ "kind": "renamed", "as": how })).await;
        let made = create(&server, name).await.json();
        assert_eq!((&made["name"], &made["environment"]), (&json!(stored), &json!(environment)));
        assert_eq!(names(&server), [stored]);
        assert_eq!(server.simulator().requests()[0].body["name"], name, "the log has what was sent");
        assert_eq!(create(&server, name).await.json()["name"], name, "it is used up");
    }
}

#[tokio::test]
async fn renamed_leaves_the_answer_to_the_fault_behind_it() {
    let server = start().await;
    set(&server, "POST", json!({ "kind": "renamed", "as": "numbered" })).await;
    set(&server, "POST", json!({ "kind": "drop-after" })).await;
    assert!(create(&server, "A").await.is_nothing());
    assert_eq!(names(&server), ["A (2)"]);
}

#[tokio::test]
async fn late_executes_after_the_client_gave_up() {
    let server = start().await;
    set(&server, "POST", json!({ "kind": "late", "ms": 200 })).await;
    assert!(timeout(Duration::from_millis(50), create(&server, "A")).await.is_err());
    assert!(names(&server).is_empty());
    timeout(Duration::from_secs(10), async {
        while names(&server).is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await
    .expect("it is done in the end");
}

#[tokio::test]
async fn a_reset_ends_what_is_late() {
    let server = start().await;
    set(&server, "POST", json!({ "kind": "late", "ms": 60_000 })).await;
    let (reply, ()) = tokio::join!(create(&server, "A"), async {
        while server.simulator().requests().is_empty() {
            tokio::task::yield_now().await;
        }
        server.simulator().reset();
    });
    assert!(reply.is_nothing() && names(&server).is_empty());
}

#[tokio::test]
async fn hosts_answer_with_web_pages_and_nothing_is_done() {
    let server = start().await;
    for (kind, status, header, value) in [
        ("html-200", 200, "server", ""),
        ("cdn-403", 403, "server", "edge"),
        ("basic-401", 401, "www-authenticate", "Basic realm=\"intranet\""),
    ] {
        set(&server, "POST", json!({ "kind": kind })).await;
        let reply = create(&server, "A").await;
        assert_eq!((reply.status, reply.header("content-type")), (status, "text/html; charset=utf-8"), "{kind}");
        assert_eq!(reply.header(header), value, "{kind}");
        assert!(reply.text().starts_with("<!doctype html>") && names(&server).is_empty(), "{kind}");
    }
}
