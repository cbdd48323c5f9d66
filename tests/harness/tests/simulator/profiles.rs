//! The connector profiles: the answers to a create, a change, a list and a pin. `client::api` checks each answer
//! against the OpenAPI document.

use std::collections::HashSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::*;

#[tokio::test]
async fn a_created_profile_is_listed_and_shows_no_credentials() {
    let server = start().await;
    let mut body = new_profile("Salesforce (Production)");
    body["enabled_actions"] = json!(["salesforce_get_contact"]);
    let made = api(&server, "POST", "/connector_profiles", Some(&body)).await;
    assert_eq!(made.status, 201);
    let profile = made.json();
    for (field, value) in [
        ("name", json!("Salesforce (Production)")),
        ("connector_key", json!("salesforce")),
        ("environment", json!("production")),
        ("authentication_config_key", json!("oauth2")),
        ("active", json!(true)),
        ("default", json!(false)),
    ] {
        assert_eq!(profile[field], value, "{field}");
    }
    let list = api(&server, "GET", "/connector_profiles?connector_key=salesforce", None).await;
    assert_eq!(list.json(), json!({ "page": 1, "page_size": 25, "total": 1, "data": [profile] }));
    for text in [made.text(), list.text()] {
        assert!(!text.contains("canary-secret") && !text.contains("3MVG9") && !text.contains("refresh_token"));
    }
}

#[tokio::test]
async fn the_same_name_twice_makes_two_profiles() {
    let server = start().await;
    for _ in 0..2 {
        let reply = api(&server, "POST", "/connector_profiles", Some(&new_profile("Same"))).await;
        assert_eq!(reply.status, 201);
    }
    let ids: HashSet<_> = server.simulator().connector_profiles().into_iter().map(|profile| profile.id).collect();
    assert_eq!(ids.len(), 2);
}

#[tokio::test]
async fn a_profile_may_be_made_without_name_scopes_and_default() {
    let server = start().await;
    let body = json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "sandbox",
        "credentials": { "clientId": "an-id", "clientSecret": "a-secret" },
    });
    let made = api(&server, "POST", "/connector_profiles", Some(&body)).await;
    assert_eq!((made.status, &made.json()["environment"]), (201, &json!("sandbox")));
}

#[tokio::test]
async fn a_change_changes_what_was_sent_only() {
    let server = start().await;
    let before = api(&server, "POST", "/connector_profiles", Some(&new_profile("A"))).await.json();
    let path = format!("/connector_profiles/{}", before["id"].as_str().unwrap());
    let after = api(&server, "PATCH", &path, Some(&json!({ "name": "B" }))).await;
    assert_eq!(after.status, 200);
    let mut expected = before.clone();
    expected["name"] = "B".into();
    expected["updated_at"] = after.json()["updated_at"].clone();
    assert_eq!(after.json(), expected);
    for body in [
        json!({ "credentials": { "clientSecret": "another-secret" } }),
        json!({ "enabled_actions": ["salesforce_get_contact"] }),
        json!({ "enabled_actions": null }),
        json!({ "environment": "sandbox" }),
    ] {
        assert_eq!(api(&server, "PATCH", &path, Some(&body)).await.status, 200, "{body}");
    }
    for body in [
        json!({}),
        json!({ "connector_key": "salesforce" }),
        json!({ "credentials": {} }),
        json!({ "active": "false" }),
        json!({ "active": null }),
    ] {
        assert_eq!(api(&server, "PATCH", &path, Some(&body)).await.status, 400, "{body}");
    }
    assert_eq!(server.simulator().connector_profiles()[0].environment.as_deref(), Some("sandbox"));
}

#[tokio::test]
async fn one_profile_is_the_default() {
    let server = start().await;
    for name in ["A", "B"] {
        let mut body = new_profile(name);
        body["default"] = true.into();
        api(&server, "POST", "/connector_profiles", Some(&body)).await;
    }
    let defaults: Vec<_> = server.simulator().connector_profiles().iter().map(|profile| profile.default).collect();
    assert_eq!(defaults, [false, true]);
}

#[tokio::test]
async fn a_profile_is_switched_off_and_on() {
    let server = start().await;
    let mut body = new_profile("A");
    body["active"] = false.into();
    let made = api(&server, "POST", "/connector_profiles", Some(&body)).await;
    assert_eq!((made.status, &made.json()["active"]), (201, &json!(false)));
    let path = format!("/connector_profiles/{}", made.json()["id"].as_str().unwrap());
    for active in [true, false] {
        let changed = api(&server, "PATCH", &path, Some(&json!({ "active": active }))).await;
        assert_eq!((changed.status, &changed.json()["active"]), (200, &json!(active)));
        // Absent members keep their values.
        let renamed = api(&server, "PATCH", &path, Some(&json!({ "name": "B" }))).await;
        assert_eq!(renamed.json()["active"], active);
        let query = format!("/connector_profiles?enabled={active}");
        assert_eq!(api(&server, "GET", &query, None).await.json()["total"], 1, "{active}");
    }
}

#[tokio::test]
async fn filters_leave_out_what_does_not_fit() {
    let server = start().await;
    api(&server, "POST", "/connector_profiles", Some(&new_profile("A"))).await;
    for (query, total) in [
        ("connector_key=salesforce", 1),
        ("connector_key=hubspot", 0),
        ("enabled=true", 1),
        ("enabled=false", 0),
        ("connector_key=salesforce&enabled=true&page=1&page_size=25", 1),
    ] {
        let list = api(&server, "GET", &format!("/connector_profiles?{query}"), None).await;
        assert_eq!((list.status, &list.json()["total"]), (200, &json!(total)), "{query}");
    }
}

#[tokio::test]
async fn versions_and_the_pin() {
    let server = start().await;
    let id = api(&server, "POST", "/connector_profiles", Some(&new_profile("A"))).await.json()["id"].clone();
    let profile = format!("/connector_profiles/{}", id.as_str().unwrap());
    let (pin, versions) = (format!("{profile}/pinned_version"), format!("{profile}/versions"));
    assert_eq!(api(&server, "GET", &pin, None).await.status, 404);
    assert_eq!(api(&server, "GET", &versions, None).await.json()["pinned_version"], Value::Null);

    let put = api(&server, "PUT", &pin, Some(&json!({ "pinned_version": "1.2.x" }))).await;
    assert_eq!((put.status, &put.json()["pinned_version"]), (200, &json!("1.2.x")));
    assert_eq!(api(&server, "GET", &pin, None).await.json(), put.json());
    let list = api(&server, "GET", &versions, None).await.json();
    let pinned: Vec<_> = list["data"].as_array().unwrap().iter().filter(|one| one["pinned"] == true).collect();
    assert_eq!(pinned, [&json!({ "version": "1.2.1", "pinned": true })]);
    let shown = &server.simulator().connector_profiles()[0];
    assert_eq!(shown.connector_pinned_version.as_deref(), Some("1.2.x"));
    assert_eq!(shown.connector_version.as_deref(), Some("1.2.1"));

    for bad in ["^1.2.0", "~1.2.0", "1.2", "1.x.2", "x.x.x", "", "9.9.9"] {
        let reply = api(&server, "PUT", &pin, Some(&json!({ "pinned_version": bad }))).await;
        assert_eq!(reply.status, 400, "{bad}");
    }
    for good in ["latest", "1.x.x", "1.2.0"] {
        assert_eq!(api(&server, "PUT", &pin, Some(&json!({ "pinned_version": good }))).await.status, 200);
    }
    for _ in 0..2 {
        assert_eq!(api(&server, "DELETE", &pin, None).await.status, 204);
    }
    assert_eq!(server.simulator().connector_profiles()[0].connector_pinned_version, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// For any page size, the pages together are the whole list, in order and without duplicates.
    #[test]
    fn pages_add_up_to_the_list(count in 0usize..12, size in 1usize..8) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server = start().await;
            for number in 0..count {
                api(&server, "POST", "/connector_profiles", Some(&new_profile(&format!("P{number}")))).await;
            }
            let mut collected = Vec::new();
            for page in 1..=count.div_ceil(size) + 1 {
                let path = format!("/connector_profiles?page={page}&page_size={size}");
                let answer = api(&server, "GET", &path, None).await.json();
                assert_eq!((&answer["page"], &answer["page_size"], &answer["total"]), (&json!(page), &json!(size), &json!(count)));
                let data = answer["data"].as_array().unwrap().clone();
                assert!(data.len() <= size);
                collected.extend(data.into_iter().map(|profile| profile["name"].as_str().unwrap().to_owned()));
            }
            assert_eq!(collected, names(&server));
        });
    }
}
