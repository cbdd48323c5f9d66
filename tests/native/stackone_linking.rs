//! Connect sessions and linked accounts: requests with the documented shape, and answers in every shape.

use crate::fixtures::cases::{properties, settings};
use proptest::prelude::*;
use serde_json::{Value, json};
use stackone_connector_profile::stackone::connect_session::progress_request;
use stackone_connector_profile::stackone::{ApiConfig, ConnectSession, Progress, accounts};

#[test]
fn requests_name_the_session_and_the_owner() {
    let proxied = settings(r#"{"apiBaseUrl": "/stackone/"}"#).api;
    for (config, base) in [(ApiConfig::default(), "https://api.stackone.com"), (proxied, "/stackone")] {
        let (session, list) = (progress_request("7/ä", &config), accounts::request("acme & co", &config));
        assert_eq!(session.url, format!("{base}/connect_sessions/7%2F%C3%A4"));
        assert_eq!(list.url, format!("{base}/accounts?origin_owner_id=acme%20%26%20co&page_size=100"));
        for request in [session, list] {
            assert_eq!((request.method, request.body.is_none()), ("GET", true));
        }
    }
}

#[test]
fn a_session_has_a_link_and_perhaps_an_id() {
    let link = "https://app.stackone.com/link/x";
    for (id, read) in
        [(json!("s1"), Some("s1")), (json!(7), Some("7")), (json!(null), None), (json!(""), None), (json!({}), None)]
    {
        let session = ConnectSession::read(&json!({"id": id, "auth_link_url": link}).to_string()).unwrap();
        assert_eq!((session.id.as_deref(), session.link.expose()), (read, link), "{id}");
        assert!(!format!("{session:?}").contains(link), "whoever has it can link an account");
    }
    for odd in [json!(null), json!(""), json!("javascript:alert(1)"), json!("//x"), json!(7)] {
        assert!(ConnectSession::read(&json!({"id": 7, "auth_link_url": odd}).to_string()).is_none(), "{odd}");
    }
    assert!(ConnectSession::read("<html>").is_none());
}

#[test]
fn an_attempt_is_read_in_every_shape() {
    let refused =
        |error: &str, description: &str| Progress::Refused { error: error.into(), description: description.into() };
    let linked = |id: &str| Progress::Linked(Some(id.to_owned()));
    for (attempt, read) in [
        (json!(null), Progress::Pending),
        (json!({}), Progress::Pending),
        (json!({"status": "pending", "account_secure_id": null}), Progress::Pending),
        (json!({"status": "authenticated", "account_secure_id": "a1"}), linked("a1")),
        (json!({"status": "authenticated", "account_secure_id": 45}), linked("45")),
        (json!({"status": "authenticated"}), Progress::Linked(None)),
        (json!({"status": "cancelled"}), Progress::Cancelled),
        (json!({"status": "canceled"}), Progress::Cancelled),
        (json!({"status": "expired"}), Progress::Expired),
        (json!({"status": "error"}), refused("", "")),
        (json!({"status": "error", "oauth_error_code": "access_denied"}), refused("access_denied", "")),
        (json!({"status": "error", "oauth_error_code": "a", "oauth_error_description": "b"}), refused("a", "b")),
        // What newer answers may say.
        (json!({"status": "failed", "oauth_error_description": "b"}), refused("", "b")),
        (json!({"status": "done", "account_secure_id": "a1"}), linked("a1")),
        (json!({"status": "opened"}), Progress::Pending),
    ] {
        assert_eq!(
            Progress::read(&json!({"id": 1, "latest_connection_attempt": attempt}).to_string()),
            Some(read),
            "{attempt}"
        );
    }
    for silent in ["", "<html>", "{}", "[]", "null", r#"{"id": 1}"#] {
        assert_eq!(Progress::read(silent), None, "{silent}");
    }
}

#[test]
fn accounts_of_the_profile_are_found_in_every_shape() {
    let list = json!([
        {"id": "a1", "provider": "salesforce", "connector_profile_id": "p1"},
        {"id": 2, "provider": "Salesforce"},
        {"id": "a3"},
        {"id": "a4", "provider": "hubspot", "connector_profile_id": "p1"},
        {"id": "a5", "provider": "salesforce", "connector_profile_id": "p2"},
        {"provider": "salesforce"},
        7,
    ]);
    for answer in [list.clone(), json!({"data": list, "next": null})] {
        assert_eq!(accounts::ids(&answer.to_string(), "p1").unwrap(), ["a1", "2", "a3"], "{answer}");
    }
    assert_eq!(accounts::ids("[]", "p1"), Some(Vec::new()));
    for odd in ["", "{}", "null", "<html>", r#"{"data": 7}"#] {
        assert_eq!(accounts::ids(odd, "p1"), None, "{odd}");
    }
}

proptest! {
    #![proptest_config(properties(200))]

    #[test]
    fn no_answer_is_too_odd(text in any::<String>(), status in any::<String>()) {
        let attempt = json!({"latest_connection_attempt": {"status": status}}).to_string();
        for text in [text, attempt] {
            let _: (Option<Progress>, Option<Vec<String>>) = (Progress::read(&text), accounts::ids(&text, "p1"));
            prop_assert!(ConnectSession::read(&text).is_none());
        }
        prop_assert!(Progress::read(&Value::Null.to_string()).is_none());
    }
}
