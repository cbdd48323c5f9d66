//! The simulated Setup: an app created, read and changed by hand, as the guide says.

use serde_json::json;

use super::*;

const PKCE: &str = "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows";

async fn made<'a>(server: &'a Server, more: &[(&'a str, Option<&'a str>)]) -> Browser<'a> {
    let mut browser = Browser::open(server, "/salesforce/setup/new").await;
    let mut fields = as_told();
    fields.retain(|(name, _)| !more.iter().any(|(changed, _)| changed == name));
    browser.submit(&[&fields[..], more].concat()).await;
    browser
}

async fn credentials(server: &Server) -> (String, String) {
    let page = Browser::open(server, "/salesforce/setup/apps/1/credentials").await;
    assert_eq!(page.heading(), "Consumer Key and Secret");
    (page.value("consumerKey"), page.value("consumerSecret"))
}

#[tokio::test]
async fn the_form_has_salesforces_words_and_first_values() {
    let server = start().await;
    let mut browser = Browser::open(&server, "/salesforce/setup").await;
    assert_eq!(browser.heading(), "External Client App Manager");
    browser.assert_shows("<a href=\"/salesforce/setup/new\">New External Client App</a>");
    browser.assert_shows("No apps yet.");
    browser = Browser::open(&server, "/salesforce/setup/new").await;
    for label in ["External Client App Name", "API Name", "Contact Email", "Callback URL"] {
        browser.assert_shows(&format!("{label}</label>"));
    }
    for (control, ticked) in
        [("enableOAuth", false), ("webServerSecret", true), ("refreshSecret", true), ("pkce", true)]
    {
        let checked = if ticked { " checked" } else { "" };
        browser.assert_shows(&format!("<input type=\"checkbox\" id=\"{control}\" name=\"{control}\"{checked}>"));
    }
    for text in [
        "Enable OAuth Settings",
        "<legend>Selected OAuth Scopes</legend>",
        "Manage user data via APIs (api)",
        "Perform requests at any time (refresh_token, offline_access)",
        "Require secret for Web Server Flow",
        "Require secret for Refresh Token Flow",
        PKCE,
    ] {
        browser.assert_shows(text);
    }
    assert!(!browser.text().contains("name=\"scopes\" value=\"api\" checked"));
}

#[tokio::test]
async fn an_app_created_as_the_guide_says_shows_its_key_and_secret_and_works() {
    let server = start().await;
    let browser = made(&server, &[]).await;
    assert_eq!((browser.at.as_str(), browser.heading().as_str()), ("/salesforce/setup/apps/1", "StackOne Integration"));
    browser.assert_shows("<a href=\"/salesforce/setup/apps/1/credentials\">Consumer Key and Secret</a>");
    assert_eq!(browser.value("apiName"), "StackOne_Integration");
    let (key, secret) = credentials(&server).await;
    assert!(key.len() == 85 && key.starts_with("3MVG9"), "{key}");
    assert!(secret.len() == 64 && secret.bytes().all(|byte| b"0123456789ABCDEF".contains(&byte)), "{secret}");
    assert!(!browser.seen.contains(&secret), "only the page of the credentials shows it");
    let changes = [("client_id", Some(key.as_str())), ("redirect_uri", Some(CALLBACK))];
    let mut sign_in = Browser::open(&server, &authorize("login", &changes)).await;
    sign_in.submit(&[]).await;
    assert_eq!(sign_in.heading(), "Allow Access?");
}

#[tokio::test]
async fn a_sandbox_app_belongs_to_the_sandbox() {
    let server = start().await;
    made(&server, &[("environment", Some("sandbox"))]).await.assert_shows(&format!("Org: {SANDBOX}"));
    let (key, _) = credentials(&server).await;
    let changes = [("client_id", Some(key.as_str())), ("redirect_uri", Some(CALLBACK))];
    for (host, heading) in [("login", "Log In"), ("test", "Allow Access?")] {
        let mut browser = Browser::open(&server, &authorize(host, &changes)).await;
        browser.submit(&[]).await;
        assert_eq!(browser.heading(), heading, "{host}");
    }
}

#[tokio::test]
async fn what_is_left_out_is_said_and_what_was_typed_stays() {
    let server = start().await;
    for (change, sentence) in [
        (("appName", None), "External Client App Name: You must enter a value"),
        (("contactEmail", Some("admin")), "Contact Email: You must enter an email address"),
        (("enableOAuth", None), "Enable OAuth Settings: without it the app has no Consumer Key"),
        (("callbackUrl", None), "Callback URL: You must enter a value"),
        (("callbackUrl", Some("api.stackone.com")), "Callback URL: Not a URL"),
        (("scopes", None), "Selected OAuth Scopes: Select at least one"),
        (("activeInSeconds", Some("soon")), "Seconds until the app is active: A number"),
    ] {
        let browser = made(&server, &[change, ("apiName", Some("Kept <name>"))]).await;
        assert_eq!((browser.reply.status, browser.heading().as_str()), (400, "New External Client App"));
        browser.assert_shows(&format!("<li>{sentence}</li>"));
        assert_eq!(browser.text().matches("<li>").count(), 1, "{sentence}");
        assert_eq!(browser.value("apiName"), "Kept <name>");
        browser.assert_shows("role=\"alert\"");
    }
    Browser::open(&server, "/salesforce/setup").await.assert_shows("No apps yet.");
}

#[tokio::test]
async fn each_mistake_in_the_settings_can_be_fixed() {
    let server = start().await;
    let slash = format!("{CALLBACK}/");
    made(&server, &[("callbackUrl", Some(&slash)), ("scopes", Some("web")), ("pkce", Some("on"))]).await;
    let (key, secret) = credentials(&server).await;
    let address = authorize("login", &[("client_id", Some(key.as_str())), ("redirect_uri", Some(CALLBACK))]);
    let after_sign_in = async || {
        let mut browser = Browser::open(&server, &address).await;
        if browser.heading() == "Log In" {
            browser.submit(&[]).await;
        }
        format!("{} {}", browser.at, browser.text())
    };
    let settings = async |changes: &[(&str, Option<&str>)]| {
        let mut browser = Browser::open(&server, "/salesforce/setup/apps/1").await;
        browser.assert_shows("<button>Save</button>");
        browser.submit(changes).await;
        assert_eq!(browser.at, "/salesforce/setup/apps/1");
        assert_eq!(browser.reply.status, 200);
    };
    assert!(after_sign_in().await.contains("redirect_uri_mismatch"));
    settings(&[("callbackUrl", Some(&format!("{ELSEWHERE}\r\n{CALLBACK}")))]).await;
    assert!(after_sign_in().await.contains("missing required code challenge"));
    settings(&[("pkce", None)]).await;
    assert!(after_sign_in().await.contains("error=invalid_scope"));
    settings(&[("scopes", Some("api")), ("scopes", Some("refresh_token"))]).await;
    assert!(after_sign_in().await.contains("Allow Access?"));
    settings(&[("activeInSeconds", Some("900"))]).await;
    assert!(after_sign_in().await.contains("invalid_client_id"));
    assert_eq!(Browser::open(&server, "/salesforce/setup/apps/1").await.value("activeInSeconds"), "900");
    settings(&[("activeInSeconds", Some("0"))]).await;
    assert!(after_sign_in().await.contains("Allow Access?"));
    assert_eq!(credentials(&server).await, (key, secret), "they stay");
}

#[tokio::test]
async fn saving_keeps_what_the_form_does_not_show() {
    let server = start().await;
    register(&server, json!({ "blocked": true, "scopes": ["api", "my_scope"] })).await;
    let mut browser = Browser::open(&server, "/salesforce/setup/apps/1").await;
    browser.submit(&[("contactEmail", Some("a@b.example"))]).await;
    assert_eq!(browser.reply.status, 200, "{}", browser.text());
    let mut sign_in = Browser::open(&server, &authorize("login", &[("scope", Some("api my_scope"))])).await;
    sign_in.submit(&[]).await;
    assert!(sign_in.at.contains("error=OAUTH_APP_BLOCKED"), "{}", sign_in.at);
    register(&server, json!({ "scopes": ["api", "my_scope"] })).await;
    let mut browser = Browser::open(&server, "/salesforce/setup/apps/1").await;
    browser.submit(&[("contactEmail", Some("a@b.example"))]).await;
    let mut sign_in = Browser::open(&server, &authorize("login", &[("scope", Some("api my_scope"))])).await;
    sign_in.submit(&[]).await;
    assert_eq!(sign_in.heading(), "Allow Access?");
}

#[tokio::test]
async fn an_app_that_is_none_is_not_found() {
    let server = start().await;
    for path in ["/salesforce/setup/apps/1", "/salesforce/setup/apps/1/credentials"] {
        assert_eq!(Browser::open(&server, path).await.reply.status, 404, "{path}");
    }
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    assert_eq!(ask(&server, "POST", "/salesforce/setup/apps/1", &form, "appName=a").await.status, 404);
}
