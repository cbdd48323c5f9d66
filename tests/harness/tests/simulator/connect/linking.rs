//! The successful flow: from a profile, and from nothing at all, to a linked account.

use serde_json::json;

use super::*;
use crate::salesforce::{PLAYED, SANDBOX, as_told, register};

#[tokio::test]
async fn a_profile_leads_to_a_linked_account() {
    let server = start().await;
    register(&server, full(&["api", "refresh_token"])).await;
    let id = profile(&server, &[]).await;
    let session = json!({ "connector_profile_id": id, "label": "First", "metadata": { "plan": "pro" } });
    let link = link(&server, session).await;

    let mut browser = Browser::open(&server, &link).await;
    assert_eq!((browser.reply.status, browser.heading().as_str()), (200, "Connect Salesforce"));
    browser.assert_shows("Customer <One>");
    browser.assert_shows("Salesforce (Production)");
    browser.submit(&[]).await;
    let path = "/salesforce/login/services/oauth2/authorize?response_type=code&client_id=";
    let callback = "https%3A%2F%2Fapi.stackone.com%2Fconnect%2Foauth2%2Fsalesforce%2Fcallback";
    let start = format!("{path}{KEY}&redirect_uri={callback}&scope=api%20refresh_token%20offline_access&state=");
    assert!(browser.at.starts_with(&start), "{}", browser.at);
    browser.submit(&[]).await;
    browser.submit(&[("decision", Some("allow"))]).await;
    assert!(browser.at.starts_with(&format!("{PLAYED}?code=aPrx")), "{}", browser.at);
    assert_eq!((browser.reply.status, browser.heading().as_str()), (200, "Account connected"));
    browser.assert_shows("https://acme.my.salesforce.com");

    let accounts = api(&server, "GET", "/accounts", None).await.json();
    let expected = json!([{
        "id": "sim_account_1", "provider": "salesforce", "status": "active", "origin_owner_id": "customer-1",
        "origin_owner_name": "Customer <One>", "connector_profile_id": id, "label": "First",
        "created_at": accounts[0]["created_at"], "updated_at": accounts[0]["updated_at"],
    }]);
    assert_eq!(accounts, expected);
    assert_eq!(serde_json::to_value(server.simulator().accounts()).unwrap(), expected);
    assert!(!browser.seen.contains(SECRET), "the secret is in no page and no address");
    let carried = server.simulator().requests().into_iter().filter(|one| !one.body.is_null());
    let paths: Vec<_> = carried.filter(|one| one.body.to_string().contains(SECRET)).map(|one| one.path).collect();
    assert_eq!(paths, [PROFILES], "only the create carries it");
}

#[tokio::test]
async fn the_profiles_own_scopes_and_environment_are_used() {
    let server = start().await;
    let mut app = full(&["api", "web", "refresh_token"]);
    app["org"] = SANDBOX.into();
    register(&server, app).await;
    let credentials = json!({ "clientId": KEY, "clientSecret": SECRET, "scopes": "web offline_access" });
    profile(&server, &[("/environment", json!("sandbox")), ("/credentials", credentials)]).await;
    let mut browser = Browser::open(&server, &link(&server, json!({})).await).await;
    browser.submit(&[]).await;
    assert!(browser.at.starts_with("/salesforce/test/services/oauth2/authorize?"), "{}", browser.at);
    assert!(browser.at.contains("&scope=web%20offline_access&"), "{}", browser.at);
    browser.submit(&[]).await;
    browser.submit(&[("decision", Some("allow"))]).await;
    assert_eq!(browser.heading(), "Account connected");
}

/// What a person does with an empty org, the product's page, and no command line.
#[tokio::test]
async fn from_an_empty_org_to_a_linked_account_by_hand() {
    let server = start().await;
    Browser::open(&server, "/stackone/connect").await.assert_shows("No connector profiles yet.");
    let mut setup = Browser::open(&server, "/salesforce/setup/new").await;
    setup.submit(&as_told()).await;
    let shown = Browser::open(&server, &format!("{}/credentials", setup.at)).await;
    let credentials = json!({ "clientId": shown.value("consumerKey"), "clientSecret": shown.value("consumerSecret") });
    profile(&server, &[("/credentials", credentials)]).await;
    let mut browser = Browser::open(&server, "/stackone/connect").await;
    assert_eq!(browser.heading(), "Connect an account");
    browser.submit(&[]).await;
    let link = browser.at.clone();
    assert_eq!(walk(&server, &link).await.heading(), "Account connected");
    Browser::open(&server, "/stackone/connect").await.assert_shows("sim_account_1: Demo customer, active");
    browser = Browser::open(&server, "/stackone/connect").await;
    browser.submit(&[("profile", Some("absent"))]).await;
    assert_eq!(browser.heading(), "Connect an account");
}
