//! How each server forwards `/stackone/`: with the typed key, and with the key that the server adds.

use serde_json::{Value, json};

use crate::client::{Fixture, hosts};

const PROFILES: &str = "stackone/connector_profiles";
const TYPED: (&str, &str) = ("authorization", "Basic djEudHlwZWQ6");
const JSON: (&str, &str) = ("content-type", "application/json");
const OF_THE_PAGE: (&str, &str) = ("sec-fetch-site", "same-origin");
/// Headers of browsers and of other software that are not for the API.
const OTHERS: [(&str, &str); 4] =
    [("origin", "https://a.example"), ("referer", "https://a.example/"), ("cookie", "a=b"), ("x-account-id", "1")];

fn profile() -> String {
    json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "sandbox", "name": "Acme",
        "credentials": { "clientId": "an id", "clientSecret": "a secret" },
    })
    .to_string()
}

#[tokio::test]
async fn a_request_arrives_as_the_api_wants_it() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        let headers = [&[TYPED, JSON, OF_THE_PAGE][..], &OTHERS].concat();
        let made = fixture.ask("POST", PROFILES, &headers, &profile()).await;
        assert_eq!(made.status, 201, "{host}");
        let list = fixture.get(&format!("{PROFILES}?page=1&connector_key=sales%66orce"), &headers).await;
        assert_eq!(list.status, 200, "{host}");
        let list: Value = serde_json::from_slice(&list.body).unwrap();
        assert_eq!(list["total"], 1, "{host}");
        // The headers of the page's files do not belong to the API's answers.
        assert_eq!(made.header("access-control-allow-origin"), "", "{host}");
        assert_eq!(made.header("content-security-policy"), "", "{host}");

        let received = fixture.api.simulator().requests();
        assert_eq!(received.len(), 2, "{host}");
        assert_eq!(received[0].path, "/stackone/connector_profiles", "{host}");
        assert_eq!(received[0].body.to_string(), profile(), "{host}");
        assert_eq!(received[1].query.as_deref(), Some("page=1&connector_key=sales%66orce"), "{host}");
        for request in &received {
            assert_eq!(request.headers["authorization"], TYPED.1, "{host}");
            assert_eq!(format!("http://{}", request.headers["host"]), fixture.api.origin(), "{host}");
            for name in ["origin", "referer", "cookie", "x-account-id", "x-forwarded-host", "x-forwarded-for"] {
                assert!(!request.headers.contains_key(name), "{host}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn refusals_come_back_as_they_are() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        for (path, headers, status) in
            [(PROFILES, &[][..], 401), ("stackone/absent", &[TYPED], 404), ("stackone/.env", &[TYPED], 404)]
        {
            let reply = fixture.get(path, headers).await;
            let answer: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
            assert_eq!((reply.status, &answer["statusCode"]), (status, &json!(status)), "{host}: {path}");
        }
    }
}

/// So that a browser sends no create on a reused connection, and resends none.
#[tokio::test]
async fn a_connection_ends_with_each_answer_of_the_api() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        assert_eq!(fixture.get(PROFILES, &[TYPED]).await.header("connection"), "close", "{host}");
        assert_ne!(fixture.get("", &[]).await.header("connection"), "close", "{host}");
    }
}

/// The request for hundreds of selected actions is neither written to a disk nor refused.
#[tokio::test]
async fn a_long_request_passes() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        let mut long: Value = serde_json::from_str(&profile()).unwrap();
        long["enabled_actions"] = (0..4000).map(|number| json!(format!("salesforce_action_{number}"))).collect();
        let made = fixture.ask("POST", PROFILES, &[TYPED, JSON], &long.to_string()).await;
        assert_eq!(made.status, 201, "{host}");
    }
}

#[tokio::test]
async fn the_server_adds_its_key_for_the_page_alone() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, Some("v1.eu1.server")).await;
        for headers in [&[OF_THE_PAGE][..], &[OF_THE_PAGE, TYPED]] {
            assert_eq!(fixture.get(PROFILES, headers).await.status, 200, "{host}");
        }
        for site in [&[][..], &[("sec-fetch-site", "cross-site")], &[("sec-fetch-site", "same-site")]] {
            assert_eq!(
                fixture.ask("POST", PROFILES, &[site, &[JSON]].concat(), &profile()).await.status,
                403,
                "{host}"
            );
        }
        let received = fixture.api.simulator().requests();
        assert_eq!(received.len(), 2, "{host}");
        for request in received {
            // `v1.eu1.server:`
            assert_eq!(request.headers["authorization"], "Basic djEuZXUxLnNlcnZlcjo=", "{host}");
        }
    }
}

/// By default only this machine may use the key. Another of its addresses plays another machine.
#[tokio::test]
async fn no_other_machine_uses_the_key_until_the_operator_allows_it() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, Some("v1.eu1.server")).await;
        let elsewhere = [127, 0, 0, 2].into();
        for path in [PROFILES, "stackone/actions", "./stackone/connector_profiles"] {
            let reply = fixture.ask_from(elsewhere, "GET", path, &[OF_THE_PAGE], "").await;
            assert_eq!(reply.status, 403, "{host}: {path}");
        }
        assert_eq!(fixture.ask_from(elsewhere, "GET", "", &[], "").await.status, 200, "{host}");
        assert!(fixture.api.simulator().requests().is_empty(), "{host}");
    }
}

/// No file that a browser can load contains the key.
#[tokio::test]
async fn the_key_is_in_no_file_that_is_served() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, Some("v1.eu1.server")).await;
        for path in
            ["stackone/key.conf", "stackone/secret.conf", "../stackone/secret.conf", "%2e%2e/stackone/secret.conf"]
        {
            let reply = fixture.get(path, &[]).await;
            assert!(reply.status >= 400, "{host}: {path}");
            assert!(!String::from_utf8_lossy(&reply.body).contains("djEuZXUxLnNlcnZlcjo"), "{host}: {path}");
        }
    }
}
