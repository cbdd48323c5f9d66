//! The whole flow without a mouse: the order of the fields, arrow keys on the radio buttons, Enter to submit.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::json;
use thirtyfour::Key;

cases! {
    every engine:
        the_full_flow,
        there_and_back,
        enter_in_every_field,
        enter_that_picks_a_word,
        a_line_break_in_the_scopes,
        forgetting_the_key;
}

async fn tab(page: &Page, to: &str) -> Result<()> {
    page.keys(Key::Tab).await?;
    page.until_focus(to).await
}

async fn back(page: &Page, to: &str) -> Result<()> {
    page.chord(Key::Shift, Key::Tab).await?;
    page.until_focus(to).await
}

async fn the_full_flow(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = good();
    tab(&page, "Don’t have these yet? Set up step by step").await?;
    tab(&page, "clientId").await?;
    page.keys(draft.client_id.as_str()).await?;
    tab(&page, "clientSecret").await?;
    page.keys(draft.client_secret.as_str()).await?;
    tab(&page, "Show").await?;
    page.keys(" ").await?;
    page.until("the secret in clear", "return $('[name=clientSecret]').type === 'text'").await?;
    tab(&page, "scopes").await?;
    tab(&page, "environment").await?;
    page.keys(Key::Down).await?;
    page.until("Sandbox", "return $('[value=sandbox]').checked && root.activeElement.value === 'sandbox'").await?;
    tab(&page, "Add your org’s login address").await?;
    tab(&page, "authorization-url").await?;
    tab(&page, "Copy").await?;
    tab(&page, "name").await?;
    page.keys(draft.name.as_str()).await?;
    tab(&page, "apiKey").await?;
    page.keys(draft.api_key.as_str()).await?;
    page.keys(Key::Enter).await?;
    page.until_created(&draft).await?;
    assert_eq!(page.posts(), 1);
    for place in ["Send a link to someone else", "Sign in to Salesforce", "Create another profile"] {
        page.tab_to(place).await?;
    }
    page.keys(Key::Enter).await?;
    page.until_focus("clientId").await
}

/// Tab can leave every control in both directions.
async fn there_and_back(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    let mut places = vec!["clientId", "clientSecret", "Show", "scopes", "environment"];
    places.extend(["Add your org’s login address", "authorization-url", "Copy", "name"]);
    places.extend(["apiKey", "Show", "Clear key", "actions", "Create profile"]);
    page.enter("clientId").await?;
    for place in &places[1..] {
        tab(&page, place).await?;
    }
    for place in places.iter().rev().skip(1) {
        back(&page, place).await?;
    }
    Ok(())
}

async fn enter_in_every_field(fixture: Fixture) -> Result<()> {
    for field in ["clientId", "clientSecret", "scopes", "name", "apiKey"] {
        let page = Site::new()?.open(&fixture).await?;
        let draft = good();
        page.fill(&draft).await?;
        page.enter(field).await?;
        page.keys(Key::Enter).await?;
        page.until_created(&draft).await?;
        assert_eq!(page.posts(), 1, "{field}");
        assert_eq!(page.received("POST")[0].body["credentials"]["clientSecret"], draft.client_secret, "{field}");
    }
    Ok(())
}

/// An input method takes Enter to pick what it proposes.
async fn enter_that_picks_a_word(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    page.enter("scopes").await?;
    let enter = "const enter = { key: 'Enter', bubbles: true, cancelable: true, composed: true, isComposing: input };
        return $('[name=scopes]').dispatchEvent(new KeyboardEvent('keydown', enter));";
    assert!(page.ask_with::<bool>(enter, json!(true)).await?, "the input method does not get its key");
    assert!(!page.ask_with::<bool>(enter, json!(false)).await?);
    page.until_created(&draft).await?;
    assert_eq!(page.posts(), 1);
    Ok(())
}

async fn a_line_break_in_the_scopes(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.type_into("scopes", "api").await?;
    page.chord(Key::Shift, Key::Enter).await?;
    page.keys("refresh_token").await?;
    assert_eq!(page.typed().await?.scopes, "api\nrefresh_token");
    assert_eq!(page.failures().await?, [""; 0]);
    assert_eq!(page.words(".pills").await?, "api refresh_token");
    Ok(())
}

/// The button disappears while it has the focus. Some engines report that as leaving the field.
async fn forgetting_the_key(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.enter("apiKey").await?;
    page.keys(good().api_key.as_str()).await?;
    tab(&page, "Show").await?;
    tab(&page, "Clear key").await?;
    page.keys(Key::Enter).await?;
    page.until_focus("apiKey").await?;
    assert_eq!(page.messages("apiKey").await?, []);
    tab(&page, "Show").await?;
    tab(&page, "actions").await?;
    page.until_words("#apiKey-messages", "Enter your StackOne API key").await
}
