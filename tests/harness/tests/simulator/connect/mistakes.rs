//! The error that each wrong value causes instead of an account. After the mistake is fixed, the same link works.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::salesforce::{PLAYED, SANDBOX, WRONG_USER, authorize, register};

/// The mistake in Salesforce or in the profile, where the flow ends and with which text, and the fix in the app or the
/// profile.
#[tokio::test]
async fn every_mistake_ends_in_its_error_and_can_be_fixed() {
    let app = |member: &str, value: Value| (Some((member.to_owned(), value)), None);
    let stored = |place: &'static str, value: &str| (None, Some((place, json!(value))));
    let unknown_key = "error=invalid_client_id&error_description=client%20identifier%20invalid";
    let authorize = "/salesforce/login/services/oauth2/authorize?";
    let error_page = "/salesforce/acme.my.salesforce.com/setup/secur/RemoteAccessErrorPage.apexp?";
    let blocked = "<code>OAUTH_APP_BLOCKED: this app is blocked by admin</code>";
    for ((app_change, profile_change), at, words) in [
        (stored("clientId", &KEY[..84]), authorize, unknown_key),
        (stored("clientId", SECRET), authorize, unknown_key),
        (app("activeInSeconds", json!(600)), authorize, unknown_key),
        (
            app("callbacks", json!([format!("{CALLBACK}/")])),
            authorize,
            "error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration",
        ),
        (stored("environment", "sandbox"), "/salesforce/test/login", WRONG_USER),
        (app("org", json!(SANDBOX)), "/salesforce/login/login", WRONG_USER),
        (app("pkceRequired", json!(true)), PLAYED, "<code>invalid_request: missing required code challenge</code>"),
        (app("blocked", json!(true)), PLAYED, blocked),
        (
            app("installed", json!(false)),
            &format!("{error_page}error=invalid_client&error_description=app%20must%20be%20installed%20into%20org"),
            "OAUTH_APPROVAL_ERROR_GENERIC",
        ),
        (
            app("scopes", json!(["api"])),
            &format!("{error_page}error=invalid_scope&error_description=the%20requested%20scope%20is%20not%20allowed"),
            "OAUTH_APPROVAL_ERROR_GENERIC",
        ),
        (stored("clientSecret", KEY), PLAYED, "<code>invalid_client: invalid client credentials</code>"),
        (stored("scopes", "api"), PLAYED, "Salesforce issued no refresh token"),
        (app("refreshExpiresAtOnce", json!(true)), PLAYED, "<code>invalid_grant: expired access/refresh token</code>"),
    ] {
        let server = start().await;
        let good_app = full(&["api", "refresh_token"]);
        let mut broken_app = good_app.clone();
        if let Some((member, value)) = app_change {
            broken_app[member] = value;
        }
        register(&server, broken_app).await;
        let good = json!({ "clientId": KEY, "clientSecret": SECRET, "scopes": "api refresh_token" });
        let (mut credentials, mut environment) = (good.clone(), json!("production"));
        match profile_change {
            Some(("environment", value)) => environment = value,
            Some((field, value)) => credentials[field] = value,
            None => {}
        }
        let id = profile(&server, &[("/credentials", credentials), ("/environment", environment)]).await;
        let link = link(&server, json!({})).await;

        let browser = walk(&server, &link).await;
        assert!(browser.at.starts_with(at), "{words}: {}", browser.at);
        browser.assert_shows(words);
        if at == PLAYED {
            assert_eq!((browser.reply.status, browser.heading().as_str()), (400, "Account not connected"));
            browser.assert_shows(&format!("<a href=\"{link}\">Try again</a>"));
        }
        assert!(server.simulator().accounts().is_empty());

        register(&server, good_app).await;
        let change = json!({ "credentials": good, "environment": "production" });
        assert_eq!(api(&server, "PATCH", &format!("/connector_profiles/{id}"), Some(&change)).await.status, 200);
        assert_eq!(walk(&server, &link).await.heading(), "Account connected", "{words} is fixed");
        assert_eq!(server.simulator().accounts().len(), 1);
    }
}

#[tokio::test]
async fn another_org_and_a_denial_come_back_to_stackone() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    profile(&server, &[]).await;
    let link = link(&server, json!({})).await;
    let mut browser = Browser::open(&server, &link).await;
    browser.submit(&[]).await;
    browser.submit(&[("org", Some("other.my.salesforce.com"))]).await;
    let cross_org = "Cross-org OAuth flows are not supported for this external client app";
    browser.assert_shows(&format!("<code>OAUTH_AUTHORIZATION_BLOCKED: {cross_org}</code>"));
    assert!(browser.at.contains("?error=OAUTH_AUTHORIZATION_BLOCKED&error_description=Cross-org%20OAuth"));

    let mut browser = Browser::open(&server, &link).await;
    browser.submit(&[]).await;
    browser.submit(&[]).await;
    browser.submit(&[("decision", Some("deny"))]).await;
    browser.assert_shows("<code>access_denied: end-user denied authorization</code>");
    assert_eq!(walk(&server, &link).await.heading(), "Account connected");
}

#[tokio::test]
async fn a_sign_in_that_stackone_did_not_start_is_refused() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    profile(&server, &[]).await;
    let by_hand = [("redirect_uri", Some(CALLBACK)), ("state", Some("made-by-hand"))];
    for changes in [&by_hand[..], &[by_hand[0], ("state", None)]] {
        let mut browser = Browser::open(&server, &authorize("login", changes)).await;
        browser.submit(&[]).await;
        browser.submit(&[("decision", Some("allow"))]).await;
        assert!(browser.at.starts_with(&format!("{PLAYED}?code=")));
        assert_eq!((browser.reply.status, browser.heading().as_str()), (400, "Sign-in not started here"));
        assert!(server.simulator().accounts().is_empty());
    }
    let mut browser = Browser::open(&server, &authorize("login", &by_hand)).await;
    browser.submit(&[]).await;
    browser.submit(&[]).await;
    browser.assert_shows("<code>access_denied: end-user denied authorization</code>");
    assert!(!browser.text().contains("Try again"), "there is no session to go back to");
    let script = "<script>alert(1)</script>";
    let page =
        Browser::open(&server, &format!("{PLAYED}?error=a&error_description=%3Cscript%3Ealert(1)%3C/script%3E")).await;
    page.assert_shows(script);
    assert!(!page.reply.text().contains(script), "it is shown as text");
}

#[tokio::test]
async fn a_callback_opened_again_or_too_late_links_nothing() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    profile(&server, &[]).await;
    let link = link(&server, json!({ "multiple": true })).await;
    let browser = walk(&server, &link).await;
    assert_eq!(browser.heading(), "Account connected");
    assert_eq!(Browser::open(&server, &browser.at).await.heading(), "Sign-in not started here");

    // A used code and an expired one, with a valid state.
    let state = async || {
        let mut browser = Browser::open(&server, &link).await;
        browser.submit(&[]).await;
        browser.at.split("&state=").nth(1).unwrap().to_owned()
    };
    let used = browser.at.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let page = Browser::open(&server, &format!("{PLAYED}?code={used}&state={}", state().await)).await;
    page.assert_shows("<code>invalid_grant: expired authorization code</code>");

    let fresh = crate::salesforce::code(&server, "login", &[("redirect_uri", Some(CALLBACK))]).await;
    let late = state().await;
    server.simulator().advance_clock(Duration::from_secs(15 * 60));
    let page = Browser::open(&server, &format!("{PLAYED}?code={fresh}&state={late}")).await;
    page.assert_shows("<code>invalid_grant: expired authorization code</code>");
    assert_eq!(server.simulator().accounts().len(), 1);
}
