//! Registering apps and moving the clock: what the control endpoints accept, and what a reset clears.

use harness::simulator::AppError;
use serde_json::json;

use super::*;

#[tokio::test]
async fn an_app_that_makes_no_sense_is_refused_with_a_reason() {
    let server = start().await;
    let good = json!({ "clientId": "a", "clientSecret": "b", "callbacks": [], "scopes": [] });
    for (member, value, reason) in [
        ("clientId", json!(""), "must not be empty"),
        ("clientSecret", json!(""), "must not be empty"),
        ("callbacks", json!(["https://a b"]), "without white space"),
        ("callbacks", json!([""]), "a callback is an address"),
        ("callbacks", json!("https://a"), "expected a sequence"),
        ("scopes", json!(["api, web"]), "a scope is a name"),
        ("org", json!("login.salesforce.com"), "org must be a My Domain host"),
        ("activeInSeconds", json!(-1), "invalid value"),
        ("genericHosts", json!("sometimes"), "unknown variant"),
        ("pkceRequred", json!(true), "unknown field `pkceRequred`"),
    ] {
        let mut app = good.clone();
        app[member] = value;
        let reply = ask(&server, "POST", "/_simulator/apps", &[], &app.to_string()).await;
        assert_eq!(reply.status, 400, "{app}");
        let message = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(message.contains(reason), "{message}");
        assert_eq!(server.simulator().register_app(app).map_err(|AppError(reason)| reason), Err(message));
    }
    for body in ["", "[]", "{}", r#"{"clientId":"a"}"#] {
        assert_eq!(ask(&server, "POST", "/_simulator/apps", &[], body).await.status, 400, "{body}");
    }
    assert_eq!(server.simulator().register_app(good), Ok(()));
}

#[tokio::test]
async fn the_clock_takes_whole_seconds_forward() {
    let server = start().await;
    for (body, status) in [
        (r#"{"advanceSeconds":1}"#, 204),
        (r#"{"advanceSeconds":0}"#, 204),
        (r#"{"advanceSeconds":-1}"#, 400),
        (r#"{"seconds":1}"#, 400),
        ("", 400),
    ] {
        assert_eq!(ask(&server, "POST", "/_simulator/clock", &[], body).await.status, status, "{body}");
    }
    let end = format!(r#"{{"advanceSeconds":{}}}"#, u64::MAX);
    for _ in 0..2 {
        assert_eq!(ask(&server, "POST", "/_simulator/clock", &[], &end).await.status, 204, "it stops at its end");
    }
    register(&server, json!({})).await;
}

#[tokio::test]
async fn the_same_key_again_replaces_the_app() {
    let server = start().await;
    register(&server, json!({ "name": "Old" })).await;
    register(&server, json!({ "name": "New" })).await;
    let list = Browser::open(&server, "/salesforce/setup").await.text();
    assert!(list.contains("New") && !list.contains("Old"), "{list}");
}

#[tokio::test]
async fn reset_forgets_apps_sign_ins_and_codes_and_sets_the_clock_back() {
    let server = start().await;
    register(&server, json!({})).await;
    let code = code(&server, "login", &[]).await;
    let mut waiting = Browser::open(&server, &authorize("login", &[])).await;
    server.simulator().advance_clock(std::time::Duration::MAX);
    assert_eq!(ask(&server, "POST", "/_simulator/reset", &[], "").await.status, 204);

    assert_eq!(Browser::open(&server, &authorize("login", &[])).await.reply.status, 400);
    Browser::open(&server, "/salesforce/setup").await.assert_shows("No apps yet.");
    // At the end of the clock there would be no later time to activate an app.
    register(&server, json!({ "activeInSeconds": 600 })).await;
    assert_eq!(Browser::open(&server, &authorize("login", &[])).await.reply.status, 400);
    register(&server, json!({})).await;
    waiting.submit(&[]).await;
    assert_eq!(waiting.heading(), "Sign-in is over");
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let body = format!(
        "grant_type=authorization_code&code={code}&client_id={KEY}&client_secret={SECRET}&redirect_uri={}",
        encoded(ELSEWHERE)
    );
    let reply = ask(&server, "POST", "/salesforce/login/services/oauth2/token", &form, &body).await;
    assert_eq!(reply.json()["error_description"], "expired authorization code");
}

#[tokio::test]
async fn requests_below_salesforce_are_logged_and_meet_faults() {
    let server = start().await;
    let path = "/salesforce/login/services/oauth2/token";
    fault(&server, &json!({ "method": "POST", "path": path, "kind": "status", "status": 503, "body": "later" })).await;
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let reply = ask(&server, "POST", path, &form, "grant_type=a&x=1").await;
    assert_eq!((reply.status, reply.text().as_str()), (503, "later"));
    Browser::open(&server, "/salesforce/login/services/oauth2/authorize?client_id=x").await;
    ask(&server, "GET", "/_simulator/page.css", &[], "").await;
    let log = server.simulator().requests();
    assert_eq!(log.len(), 2);
    assert_eq!((log[0].path.as_str(), &log[0].body), (path, &json!("grant_type=a&x=1")));
    assert_eq!((log[1].method.as_str(), log[1].query.as_deref()), ("GET", Some("client_id=x")));
    let cross = ask(&server, "GET", "/salesforce/setup", &[("Origin", "https://evil.example")], "").await;
    assert_eq!(cross.header("access-control-allow-origin"), "", "no other origin may read Salesforce");
}
