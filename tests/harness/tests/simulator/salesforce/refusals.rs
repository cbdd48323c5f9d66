//! Salesforce's errors before and after the sign-in, each with its code, text and place, and the real fix for each.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;

/// Opens the URL and expects plain text there.
async fn assert_text(server: &Server, address: &str, text: &str) {
    let browser = Browser::open(server, address).await;
    assert_eq!((browser.reply.status, browser.reply.text().as_str()), (400, text), "{address}");
    assert_eq!(browser.reply.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(browser.at, address, "it is not sent to the callback");
}

const UNKNOWN_KEY: &str = "error=invalid_client_id&error_description=client%20identifier%20invalid";

#[tokio::test]
async fn a_key_that_is_not_known_is_said_in_plain_text() {
    let server = start().await;
    assert_text(&server, &authorize("login", &[]), UNKNOWN_KEY).await;
    register(&server, json!({})).await;
    for key in [&KEY[..84], &KEY.to_lowercase(), SECRET] {
        assert_text(&server, &authorize("login", &[("client_id", Some(key))]), UNKNOWN_KEY).await;
    }
    assert_text(&server, &authorize("login", &[("client_id", None)]), UNKNOWN_KEY).await;
    assert_eq!(Browser::open(&server, &authorize("login", &[])).await.heading(), "Log In");
}

#[tokio::test]
async fn an_app_is_unknown_until_it_is_active() {
    let server = start().await;
    register(&server, json!({ "activeInSeconds": 600 })).await;
    assert_text(&server, &authorize("login", &[]), UNKNOWN_KEY).await;
    server.simulator().advance_clock(Duration::from_secs(590));
    assert_text(&server, &authorize("login", &[]), UNKNOWN_KEY).await;
    let moved = ask(&server, "POST", "/_simulator/clock", &[], r#"{"advanceSeconds":10}"#).await;
    assert_eq!(moved.status, 204);
    assert_eq!(Browser::open(&server, &authorize("login", &[])).await.heading(), "Log In");
}

#[tokio::test]
async fn a_callback_must_be_the_apps_to_the_character() {
    let server = start().await;
    register(&server, json!({ "callbacks": [CALLBACK] })).await;
    let slash = format!("{CALLBACK}/");
    for other in [&slash, ELSEWHERE, "HTTPS://api.stackone.com/connect/oauth2/salesforce/callback"] {
        let text = "error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration";
        assert_text(&server, &authorize("login", &[("redirect_uri", Some(other))]), text).await;
    }
    let text = "error=redirect_uri_missing&error_description=redirect_uri%20not%20provided";
    assert_text(&server, &authorize("login", &[("redirect_uri", None)]), text).await;
    register(&server, json!({ "callbacks": [slash] })).await;
    assert_eq!(
        Browser::open(&server, &authorize("login", &[("redirect_uri", Some(&slash))])).await.heading(),
        "Log In"
    );
}

#[tokio::test]
async fn what_else_is_wrong_with_the_request_goes_to_the_callback() {
    let server = start().await;
    register(&server, json!({ "pkceRequired": true })).await;
    let challenge = "missing%20required%20code%20challenge";
    let browser = Browser::open(&server, &authorize("login", &[])).await;
    assert_eq!(browser.at, format!("{ELSEWHERE}?error=invalid_request&error_description={challenge}&state=a%20state"));
    let browser = Browser::open(&server, &authorize("login", &[("state", None)])).await;
    assert_eq!(browser.at, format!("{ELSEWHERE}?error=invalid_request&error_description={challenge}"));
    let browser = Browser::open(&server, &authorize("login", &[("response_type", Some("token"))])).await;
    let description = "response%20type%20not%20supported&state=a%20state";
    assert_eq!(browser.at, format!("{ELSEWHERE}?error=unsupported_response_type&error_description={description}"));

    let stackone = Browser::open(&server, &authorize("login", &[("redirect_uri", Some(CALLBACK))])).await;
    let query = format!("error=invalid_request&error_description={challenge}&state=a%20state");
    assert_eq!(stackone.at, format!("{PLAYED}?{query}"), "StackOne's callback is played on this origin");
    register(&server, json!({ "pkceRequired": false })).await;
    assert_eq!(Browser::open(&server, &authorize("login", &[])).await.heading(), "Log In");
}

#[tokio::test]
async fn only_get_is_taken() {
    let server = start().await;
    register(&server, json!({})).await;
    let reply = ask(&server, "POST", &authorize("login", &[]), &[], "").await;
    let text = "error=invalid_request&error_description=must%20use%20HTTP%20GET";
    assert_eq!((reply.status, reply.text().as_str()), (400, text));
}

/// Errors after the sign-in: the registered app, the parameters, the host, the org of the user, the error, and the fix.
#[tokio::test]
async fn after_the_sign_in_errors_show_on_the_orgs_page_or_at_the_callback() {
    let missing = ("OAUTH_EC_APP_NOT_FOUND", "External client app is not installed in this org");
    let cross_org =
        ("OAUTH_AUTHORIZATION_BLOCKED", "Cross-org OAuth flows are not supported for this external client app");
    let scope = ("invalid_scope", "the requested scope is not allowed");
    let at_page = |host, org, app: Value, asked: &'static str, error| (host, org, app, asked, error, true);
    let at_callback = |host, org, app: Value, error| (host, org, app, "api", error, false);
    for (host, org, app, asked, (error, description), on_page) in [
        at_page(
            "login",
            HOME,
            json!({ "installed": false }),
            "api",
            ("invalid_client", "app must be installed into org"),
        ),
        at_page(
            "login",
            HOME,
            json!({ "approved": false }),
            "api",
            ("OAUTH_APP_ACCESS_DENIED", "user is not admin approved to access this app"),
        ),
        at_page("login", HOME, json!({ "genericHosts": "app-not-found" }), "api", missing),
        at_page(OTHER, OTHER, json!({}), "api", missing),
        at_page("login", HOME, json!({}), "api chatter_api", scope),
        at_page("login", HOME, json!({ "scopes": ["api"] }), "api refresh_token", scope),
        at_page(
            "login",
            HOME,
            json!({}),
            "api,refresh_token",
            ("invalid_scope", "requested scope is invalid, unknown, or malformed"),
        ),
        at_callback("login", OTHER, json!({}), cross_org),
        at_callback("test", "acme--dev.sandbox.my.salesforce.com", json!({ "org": SANDBOX }), cross_org),
        at_callback("login", HOME, json!({ "blocked": true }), ("OAUTH_APP_BLOCKED", "this app is blocked by admin")),
        at_callback(HOME, HOME, json!({ "blocked": true }), ("OAUTH_APP_BLOCKED", "this app is blocked by admin")),
    ] {
        let server = start().await;
        register(&server, app.clone()).await;
        let mut browser = Browser::open(&server, &authorize(host, &[("scope", Some(asked))])).await;
        assert_eq!(browser.heading(), "Log In", "{error}");
        browser.submit(&[("org", Some(org))]).await;
        let query = format!("error={}&error_description={}", encoded(error), encoded(description));
        if on_page {
            assert_eq!(browser.at, format!("/salesforce/{org}/setup/secur/RemoteAccessErrorPage.apexp?{query}"));
            assert_eq!((browser.reply.status, browser.heading().as_str()), (200, "Authorization Error"));
            let generic = "An unexpected error has occured during authentication. Please try again.";
            browser.assert_shows(&format!("OAUTH_APPROVAL_ERROR_GENERIC : {generic}"));
            assert!(!browser.text().contains(description), "the cause is in the address only");
        } else {
            assert_eq!(browser.at, format!("{ELSEWHERE}?{query}&state=a%20state"));
        }

        let home = app["org"].as_str().unwrap_or(HOME);
        register(&server, json!({ "org": home })).await;
        let host = if host == OTHER { HOME } else { host };
        let mut fixed = Browser::open(&server, &authorize(host, &[("scope", Some("api"))])).await;
        fixed.submit(&[("org", Some(home))]).await;
        assert_eq!(fixed.heading(), "Allow Access?", "{error} is fixed");
    }
}

#[tokio::test]
async fn an_org_may_not_know_the_key_at_the_shared_hosts() {
    let server = start().await;
    register(&server, json!({ "genericHosts": "unknown-key" })).await;
    assert_text(&server, &authorize("login", &[]), UNKNOWN_KEY).await;
    assert_eq!(Browser::open(&server, &authorize(HOME, &[])).await.heading(), "Log In");
}

#[tokio::test]
async fn a_packaged_app_serves_every_org() {
    let server = start().await;
    register(&server, json!({ "packaged": true })).await;
    for host in ["login", OTHER] {
        let mut browser = Browser::open(&server, &authorize(host, &[])).await;
        browser.submit(&[("org", Some(OTHER))]).await;
        assert_eq!(browser.heading(), "Allow Access?", "{host}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_not_found() {
    let server = start().await;
    for path in [
        "/salesforce",
        "/salesforce/",
        "/salesforce/nowhere",
        "/salesforce/na44.salesforce.com/services/oauth2/authorize",
        "/salesforce/acme.my.salesforce.com.evil.example/services/oauth2/authorize",
        "/salesforce/login/setup/secur/RemoteAccessErrorPage.apexp?error=a",
    ] {
        let browser = Browser::open(&server, path).await;
        assert_eq!((browser.reply.status, browser.heading().as_str()), (404, "Page not found"), "{path}");
    }
}
