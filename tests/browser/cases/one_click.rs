//! One click, one profile: double clicks, Enter and a click, clicks while the form is busy.

use anyhow::Result;
use browser_tests::{Page, Site, Stage, cases, good};
use serde_json::json;
use thirtyfour::Key;

cases! {
    every engine: double_click, enter_and_click, clicks_while_busy;
}

async fn filled(stage: &Stage) -> Result<Page> {
    let page = Site::new()?.open(stage).await?;
    page.fill(&good()).await?;
    Ok(page)
}

async fn one_profile(page: &Page) -> Result<()> {
    page.until_created(&good()).await?;
    assert_eq!((page.posts(), page.received("GET").len(), page.profiles().len()), (1, 1, 1));
    Ok(())
}

async fn double_click(stage: Stage) -> Result<()> {
    let page = filled(&stage).await?;
    // Late enough that the second click still meets the button.
    page.fault("GET", "delay", json!({ "ms": 300 }));
    let button = page.in_view("button[type=submit]").await?;
    page.hands().move_to_element_center(&button).click().click().perform().await?;
    one_profile(&page).await
}

async fn enter_and_click(stage: Stage) -> Result<()> {
    let page = filled(&stage).await?;
    page.fault("GET", "delay", json!({ "ms": 300 }));
    page.fault("POST", "delay", json!({ "ms": 300 }));
    page.enter("name").await?;
    page.keys(Key::Enter).await?;
    page.submit().await?;
    one_profile(&page).await
}

async fn clicks_while_busy(stage: Stage) -> Result<()> {
    let page = filled(&stage).await?;
    page.fault("GET", "delay", json!({ "ms": 2500 }));
    page.fault("POST", "delay", json!({ "ms": 2500 }));
    page.submit().await?;
    for says in ["Reading existing profiles …", "Creating the profile …"] {
        page.until_words("button[type=submit]", says).await?;
        page.submit().await?;
        page.enter("clientId").await?;
        page.keys(Key::Enter).await?;
    }
    let busy: String = page.ask("return $('form').getAttribute('aria-busy')").await?;
    assert_eq!((busy.as_str(), page.words(".foot [role=status]").await?.as_str()), ("true", "Creating the profile …"));
    // What is on its way cannot be changed meanwhile.
    page.keys("x").await?;
    assert_eq!(page.typed().await?, good());
    one_profile(&page).await
}
