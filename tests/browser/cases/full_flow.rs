//! The whole flow with the mouse: typed credentials become a profile. Checks everything that appears on the way.

use anyhow::Result;
use browser_tests::{Fixture, PROFILES, Page, Site, cases, good};
use serde_json::json;

cases! {
    every engine: by_mouse, another_one, default_name_and_scopes, every_page_of_the_list_is_read;
}

/// `v1.eu1.end-to-end:` in base64.
const BASIC: &str = "Basic djEuZXUxLmVuZC10by1lbmQ6";

fn url(host: &str, scope: &str) -> String {
    let client_id = good().client_id;
    format!(
        "https://{host}/services/oauth2/authorize?response_type=code&client_id={client_id}&redirect_uri=\
         https%3A%2F%2Fapi.stackone.com%2Fconnect%2Foauth2%2Fsalesforce%2Fcallback&scope={scope}"
    )
}

async fn by_mouse(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = good();
    page.until_words("p.copy", "You’ll see it here once").await?;

    // A message appears when its field is left, not before, and disappears as the value is fixed.
    page.type_into("clientId", "3MVG9").await?;
    assert_eq!(page.messages("clientId").await?, []);
    page.enter("clientSecret").await?;
    page.until_words("#clientId-messages", "looks cut off").await?;
    assert_eq!(attribute(&page, "aria-invalid").await?, "true");
    page.enter("clientId").await?;
    page.keys(draft.client_id.trim_start_matches("3MVG9")).await?;
    page.until("no message", "return $('#clientId-messages').children.length === 0").await?;
    assert_eq!(attribute(&page, "aria-invalid").await?, "false");
    page.type_into("clientSecret", &draft.client_secret).await?;

    // The URL follows what is typed.
    let default = "api%20refresh_token%20offline_access";
    page.until_words("#authorization-url", &url("login.salesforce.com", default)).await?;
    page.click("label[for=sandbox]").await?;
    page.until_words("#authorization-url", &url("test.salesforce.com", default)).await?;
    page.type_into("scopes", "api refresh_token").await?;
    page.until_words("#authorization-url", &url("test.salesforce.com", "api%20refresh_token")).await?;
    assert_eq!(page.words(".pills").await?, "api refresh_token");

    page.type_into("name", &draft.name).await?;
    page.type_into("apiKey", &draft.api_key).await?;
    assert_eq!(page.words("button[type=submit]").await?, "Create profile");
    page.submit().await?;
    page.until_created(&draft).await?;
    let shown = page.words("[part=done]").await?;
    let profile = page.events("profile-created").await?.remove(0).detail["profile"].take();
    let written = "return new Date(input).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })
        .replace(/\\s+/g, ' ')";
    let time: String = page.ask_with(written, profile["created_at"].clone()).await?;
    for expected in ["Your profile is ready", "Sandbox", &time] {
        assert!(shown.contains(expected), "{expected:?} in {shown}");
    }

    assert_eq!(page.profiles(), [draft.name.as_str()]);
    let posts = page.received("POST");
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0].path, PROFILES);
    assert_eq!(posts[0].headers["authorization"], BASIC);
    assert_eq!(posts[0].headers["content-type"], "application/json");
    let body = json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "sandbox",
        "name": "Acme", "default": false, "credentials": {
            "clientId": draft.client_id, "clientSecret": draft.client_secret, "scopes": "api refresh_token",
        },
    });
    assert_eq!(posts[0].body, body);
    let lists = page.received("GET");
    assert!(lists.iter().all(|list| list.headers["authorization"] == BASIC && list.path == PROFILES));
    assert_eq!(lists[0].query.as_deref(), Some("connector_key=salesforce&page=1&page_size=25"));

    assert_eq!(page.events("ready").await?.len(), 1);
    assert_eq!(page.failures().await?, [""; 0]);
    let validations = page.events("validation").await?;
    assert_eq!(validations[0].detail["valid"], false);
    let (last, before) = (&validations[validations.len() - 1].detail, &validations[validations.len() - 2].detail);
    assert_eq!(before, &json!({ "valid": true, "issues": [] }));
    // With the result, the secret is gone from memory, not only from the screen.
    let mut issues = last["issues"].as_array().into_iter().flatten();
    assert!(issues.any(|issue| issue["field"] == "clientSecret" && issue["code"] == "required"), "{last}");
    Ok(())
}

async fn attribute(page: &Page, name: &str) -> Result<String> {
    page.ask_with("return $('[name=clientId]').getAttribute(input)", json!(name)).await
}

/// After a success the secret is gone; the key stays for the next profile.
async fn another_one(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    page.press("Create another profile").await?;
    page.until_focus("clientId").await?;
    let typed = page.typed().await?;
    assert_eq!((typed.client_id.as_str(), typed.client_secret.as_str(), typed.name.as_str()), ("", "", ""));
    assert_eq!(typed.api_key, draft.api_key);
    assert!(page.messages("clientId").await?.is_empty() && page.messages("clientSecret").await?.is_empty());

    // The same draft again: the name is taken now, which is a warning and does not block.
    page.fill(&draft).await?;
    page.until_words("#name-messages", "You already have a profile with this name").await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.profiles(), ["Acme", "Acme"]);
    assert_eq!(page.posts(), 2);
    Ok(())
}

/// Blank fields are left to StackOne, except for the name.
async fn default_name_and_scopes(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let mut draft = good();
    draft.name.clear();
    draft.environment = "production".into();
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.profiles(), ["Salesforce (Production)"]);
    let body = &page.received("POST")[0].body;
    assert!(body["credentials"].get("scopes").is_none() && body.get("enabled_actions").is_none(), "{body}");
    Ok(())
}

/// Leaving the key reads the whole list in the background.
async fn every_page_of_the_list_is_read(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    for number in 0..26 {
        page.add_profile(&format!("Old {number}"), "production").await?;
    }
    page.type_into("name", "Old 25").await?;
    page.type_into("apiKey", &good().api_key).await?;
    assert_eq!(page.received("GET").len(), 0);
    page.enter("clientId").await?;
    page.until_words("#name-messages", "You already have a profile with this name").await?;
    assert_eq!(page.received("GET").len(), 2);
    assert!(page.messages("name").await?.iter().all(|message| !message.error));
    Ok(())
}
