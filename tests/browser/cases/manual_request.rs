//! The request to send manually, where the form cannot send it: as a command and as JSON. Secrets are hidden until the
//! person shows them, and hidden again afterwards.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::{Value, json};

cases! {
    chromium: redacted_until_asked_for, a_new_failure_hides_them_again;
}

const SWITCH: &str = "[id='request.secrets']";

async fn failed(fixture: &Fixture) -> Result<Page> {
    let page = Site::new()?.with_failures().open(fixture).await?;
    page.fault("POST", "status", json!({ "status": 404, "times": 2 }));
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_focus("failure").await?;
    page.open_request().await?;
    Ok(page)
}

async fn text(page: &Page, selector: &str) -> Result<String> {
    Ok(page.until_with(selector, "return $(input)?.textContent", json!(selector)).await?.as_str().unwrap_or("").into())
}

async fn redacted_until_asked_for(fixture: Fixture) -> Result<()> {
    let page = failed(&fixture).await?;
    let draft = good();
    let body = |secret: &str| {
        json!({
            "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "sandbox",
            "name": "Acme", "default": false,
            "credentials": { "clientId": draft.client_id, "clientSecret": secret },
        })
    };
    let whole: String = page.ask("return root.innerHTML").await?;
    assert!(!whole.contains(&draft.client_secret) && !whole.contains(&draft.api_key));
    assert_eq!(serde_json::from_str::<Value>(&text(&page, "#request-json").await?)?, body("‹redacted›"));
    let command = text(&page, "#request-curl").await?;
    assert!(command.starts_with("curl --request POST 'https://api.stackone.com/connector_profiles'"), "{command}");
    assert!(
        command.contains("--user '‹redacted›:'") && command.contains("Content-Type: application/json"),
        "{command}"
    );

    page.click(SWITCH).await?;
    page.until_words("#failure", "Anyone with this text can use your app.").await?;
    assert_eq!(serde_json::from_str::<Value>(&text(&page, "#request-json").await?)?, body(&draft.client_secret));
    let command = text(&page, "#request-curl").await?;
    assert!(command.contains("--user 'v1.eu1.end-to-end:'") && command.contains(&draft.client_secret), "{command}");

    page.click(SWITCH).await?;
    page.until("no warning", "return !$('#failure .message.is-warn')").await?;
    let whole: String = page.ask("return root.innerHTML").await?;
    assert!(!whole.contains(&draft.client_secret) && !whole.contains(&draft.api_key));
    Ok(())
}

async fn a_new_failure_hides_them_again(fixture: Fixture) -> Result<()> {
    let page = failed(&fixture).await?;
    page.click(SWITCH).await?;
    page.until_words("#request-curl", "v1.eu1.end-to-end").await?;
    page.submit().await?;
    page.until("a second failure", "return window.seen.events.filter((e) => e.name === 'profile-failed').length === 2")
        .await?;
    page.open_request().await?;
    page.until_words("#request-curl", "‹redacted›").await?;
    let checked: bool = page.ask_with("return $(input).checked", json!(SWITCH)).await?;
    assert!(!checked && !text(&page, "#request-json").await?.contains(&good().client_secret));
    Ok(())
}
