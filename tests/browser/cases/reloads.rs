//! The page is reloaded midway: it works like new, and stored no secret.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::json;

cases! {
    every engine: while_typing, while_creating, back_and_forward;
}

async fn works_like_new(page: &Page) -> Result<()> {
    let typed = page.typed().await?;
    let rest = [&typed.client_id, &typed.client_secret, &typed.scopes, &typed.name, &typed.api_key];
    assert!(rest.iter().all(|text| text.is_empty()) && typed.environment == "production", "{typed:?}");
    let stored: usize = page.ask("return localStorage.length + sessionStorage.length + document.cookie.length").await?;
    assert_eq!(stored, 0);
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_created(&good()).await
}

async fn while_typing(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    page.reload().await?;
    works_like_new(&page).await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    Ok(())
}

/// Nothing is sent again by the reload. The page asks about the profile that was made meanwhile, once it has a key to look
/// for it.
async fn while_creating(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().open(&fixture).await?;
    page.fault("POST", "hang", json!({ "afterWork": true }));
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_words("button[type=submit]", "Creating profile…").await?;
    page.until_profiles(1).await?;
    page.reload().await?;
    page.until_words("#failure", "We’re not sure if your profile was created").await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    page.type_into("apiKey", &good().api_key).await?;
    page.press("Check again").await?;
    page.until_words("#failure", "Is one of these yours?").await?;
    page.press("This one’s mine").await?;
    page.until_done().await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    // Nothing of it is kept once that is known and the list was read again.
    page.until("nothing to be kept", "return !sessionStorage.length").await?;
    page.reload().await?;
    works_like_new(&page).await
}

/// Whatever the browser caches of the page, the form works after going back and forward.
async fn back_and_forward(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    page.go("about:blank").await?;
    page.web().back().await?;
    page.until("the form again", "return $('[name=clientId]')").await?;
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_created(&good()).await?;
    assert_eq!(page.profiles().len(), 1);
    Ok(())
}
