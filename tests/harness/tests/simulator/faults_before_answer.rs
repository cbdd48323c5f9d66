//! Faults that affect the whole answer: statuses, delays, hanging and dropped connections.

use std::pin::pin;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::client::*;

async fn create(server: &harness::simulator::Server) -> Reply {
    ask(server, "POST", PROFILES, &[GOOD_KEY, JSON], &new_profile("A").to_string()).await
}

fn on_create(mut extra: Value) -> Value {
    extra["method"] = "POST".into();
    extra["path"] = PROFILES.into();
    extra
}

#[tokio::test]
async fn a_status_comes_in_the_envelope_as_often_as_asked_and_nothing_is_done() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "status", "status": 503, "times": 2 }))).await;
    for _ in 0..2 {
        let reply = create(&server).await;
        assert_eq!((reply.status, &reply.json()["statusCode"]), (503, &json!(503)));
        assert_eq!(reply.json()["message"], "Service Unavailable");
    }
    assert!(names(&server).is_empty());
    assert_eq!(create(&server).await.status, 201, "the third request meets no fault");
}

#[tokio::test]
async fn a_status_can_carry_any_body_and_a_retry_after() {
    let server = start().await;
    let html = "<html>Bad gateway</html>";
    for (body, retry_after, content_type, text) in [
        (json!(html), json!("Fri, 31 Dec 2027 23:59:59 GMT"), "text/html; charset=utf-8", html),
        (json!("slow down"), json!(7), "text/plain; charset=utf-8", "slow down"),
        (json!({ "message": ["a", "b"] }), json!("x"), "application/json", r#"{"message":["a","b"]}"#),
    ] {
        let fields = json!({ "kind": "status", "status": 429, "body": body, "retryAfter": retry_after });
        fault(&server, &on_create(fields)).await;
        let reply = create(&server).await;
        assert_eq!((reply.status, reply.text().as_str()), (429, text));
        assert_eq!(reply.header("content-type"), content_type);
        let expected = retry_after.as_str().map_or_else(|| retry_after.to_string(), str::to_owned);
        assert_eq!(reply.header("retry-after"), expected);
    }
}

#[tokio::test]
async fn with_after_work_the_status_lies_about_what_was_done() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "status", "status": 504, "afterWork": true }))).await;
    assert_eq!(create(&server).await.status, 504);
    assert_eq!(names(&server), ["A"]);
}

#[tokio::test]
async fn a_delay_delays_the_right_answer() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "delay", "ms": 300 }))).await;
    let start = Instant::now();
    assert_eq!(create(&server).await.status, 201);
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn a_held_request_is_answered_once_it_is_released() {
    for (after_work, held) in [(true, vec!["A".to_owned()]), (false, vec![])] {
        let server = start().await;
        fault(&server, &on_create(json!({ "kind": "hold", "afterWork": after_work }))).await;
        let mut waiting = pin!(create(&server));
        assert!(timeout(Duration::from_millis(400), &mut waiting).await.is_err(), "answered before its release");
        assert_eq!(names(&server), held, "afterWork {after_work}");
        server.simulator().release();
        assert_eq!(waiting.await.status, 201);
        assert_eq!(names(&server), ["A"]);
    }
}

#[tokio::test]
async fn a_release_lets_one_request_pass() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "hold", "times": 2 }))).await;
    server.simulator().release();
    assert_eq!(create(&server).await.status, 201);
    assert!(timeout(Duration::from_millis(400), create(&server)).await.is_err(), "one release was used twice");
}

#[tokio::test]
async fn a_client_that_does_not_wait_decides_by_after_work_whether_it_is_done() {
    for (after_work, expected) in [(true, vec!["A".to_owned()]), (false, vec![])] {
        let server = start().await;
        fault(&server, &on_create(json!({ "kind": "delay", "ms": 400, "afterWork": after_work }))).await;
        let gave_up = timeout(Duration::from_millis(150), create(&server)).await;
        assert!(gave_up.is_err());
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(names(&server), expected, "afterWork {after_work}");
    }
}

#[tokio::test]
async fn hang_never_answers_until_a_reset_closes_the_connection() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "hang" }))).await;
    let mut stream = connect(&server).await;
    let bytes = request("POST", PROFILES, &[GOOD_KEY, JSON], &new_profile("A").to_string());
    stream.write_all(bytes.as_bytes()).await.unwrap();
    assert!(timeout(Duration::from_millis(400), stream.readable()).await.is_err(), "not a byte, no end");
    assert_eq!(ask(&server, "POST", "/_simulator/reset", &[], "").await.status, 204);
    assert!(read(&mut stream).await.is_nothing());
    assert!(names(&server).is_empty());
}

#[tokio::test]
async fn drop_before_closes_without_reading_the_body() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "drop-before" }))).await;
    // The body is announced and never sent: only a server that does not wait for it closes.
    let mut stream = connect(&server).await;
    let head = format!("POST {PROFILES} HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    assert!(read(&mut stream).await.is_nothing());
    assert!(names(&server).is_empty());
    let log = server.simulator().requests();
    assert_eq!((log.len(), log[0].method.as_str(), &log[0].body), (1, "POST", &Value::Null));
    assert_eq!(log[0].headers["content-length"], "1000");
}

#[tokio::test]
async fn drop_after_does_the_work_and_closes_without_a_byte() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "drop-after" }))).await;
    assert!(create(&server).await.is_nothing());
    assert_eq!(names(&server), ["A"]);
    assert_eq!(server.simulator().requests()[0].body["name"], "A");
}

#[tokio::test]
async fn faults_wait_for_their_request_and_a_reset_forgets_them() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "status", "status": 500 }))).await;
    assert_eq!(api(&server, "GET", "/connector_profiles?page=1", None).await.status, 200);
    server.simulator().reset();
    assert_eq!(create(&server).await.status, 201);
    for (method, path) in [("GET", PROFILES), ("PATCH", "/stackone/connector_profiles/sim_profile_1")] {
        fault(&server, &json!({ "method": "*", "path": path, "kind": "status", "status": 418 })).await;
        assert_eq!(ask(&server, method, path, &[GOOD_KEY], "").await.status, 418, "* is every method");
    }
}

#[tokio::test]
async fn a_bad_fault_gets_400_with_a_plain_message() {
    let server = start().await;
    for body in ["", "not json", "[]", r#"{"method":"GET","path":"/stackone/x","kind":"explode"}"#] {
        let reply = ask(&server, "POST", "/_simulator/faults", &[], body).await;
        assert_eq!(reply.status, 400, "{body}");
        assert!(reply.json()["message"].as_str().is_some_and(|message| message.len() > 8), "{body}");
    }
}

/// A browser reuses its connections.
#[tokio::test]
async fn a_connection_serves_request_after_request() {
    let server = start().await;
    let mut stream = connect(&server).await;
    for name in ["A", "B"] {
        assert_eq!(kept(&mut stream, &new_profile(name).to_string()).await, 201);
    }
    assert_eq!(names(&server), ["A", "B"]);
}

#[tokio::test]
async fn drop_reused_closes_a_connection_that_was_used_before_once_the_work_is_done() {
    let server = start().await;
    fault(&server, &on_create(json!({ "kind": "drop-reused" }))).await;
    let mut stream = connect(&server).await;
    let body = new_profile("A").to_string();
    assert_eq!(kept(&mut stream, &body).await, 201, "a fresh connection does not meet it");
    assert_eq!(create(&server).await.status, 201);
    stream.write_all(request_on("keep-alive", "POST", PROFILES, &[GOOD_KEY, JSON], &body).as_bytes()).await.unwrap();
    assert!(read(&mut stream).await.is_nothing());
    assert_eq!(names(&server).len(), 3, "the work is done");
    let mut stream = connect(&server).await;
    for _ in 0..2 {
        assert_eq!(kept(&mut stream, &body).await, 201, "it is used up");
    }
}

/// So that no browser resends a request after one of these faults, and the log shows what the page sent.
#[tokio::test]
async fn while_a_fault_waits_that_closes_connections_none_is_used_twice() {
    let timed_out = json!({ "kind": "status", "status": 408 });
    let closing = ["drop-before", "drop-after", "hang"].map(|kind| json!({ "kind": kind }));
    for kind in closing.into_iter().chain([timed_out]) {
        let server = start().await;
        let [mut used, mut unused] = [connect(&server).await, connect(&server).await];
        assert_eq!(kept(&mut used, &new_profile("A").to_string()).await, 201);
        fault(&server, &on_create(kind.clone())).await;
        for stream in [&mut used, &mut unused] {
            assert!(read(stream).await.is_nothing(), "{kind}: idle ones are closed");
        }
        let mut stream = connect(&server).await;
        stream.write_all(request_on("keep-alive", "GET", PROFILES, &[GOOD_KEY], "").as_bytes()).await.unwrap();
        assert_eq!(read(&mut stream).await.status, 200, "{kind}: closed after the answer");
        server.simulator().reset();
        let mut stream = connect(&server).await;
        assert_eq!(kept(&mut stream, &new_profile("A").to_string()).await, 201, "{kind}");
        assert_eq!(kept(&mut stream, &new_profile("B").to_string()).await, 201, "{kind}");
    }
}

/// Creates a profile on a connection that stays open, and returns the status.
async fn kept(stream: &mut TcpStream, body: &str) -> u16 {
    stream.write_all(request_on("keep-alive", "POST", PROFILES, &[GOOD_KEY, JSON], body).as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(b"}") {
        assert!(timeout(Duration::from_secs(10), stream.read_buf(&mut answer)).await.unwrap().unwrap() > 0);
    }
    String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap().parse().unwrap()
}
