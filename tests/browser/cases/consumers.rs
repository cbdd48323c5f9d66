//! The applications of `tests/consumers`, built with the packed package and served under the production policy. Each
//! shows the same: the element mounts, accepts typing, dispatches its events, creates a profile with the application's
//! authorization, unmounts, and mounts again empty.

use anyhow::{Context, Result, ensure};
use browser_tests::{Fixture, Page, Site, cases, good};
use harness::commands::consumers;
use harness::simulator::Answer;
use thirtyfour::By;

cases! {
    chromium: plain, angular, react, vue, svelte, server_side_render;
}

async fn plain(fixture: Fixture) -> Result<()> {
    // The package is below a path; the API is not.
    whole_life(Site::of(&consumers::folder().join("plain"))?.below("/shop/settings"), &fixture).await
}

async fn angular(fixture: Fixture) -> Result<()> {
    whole_life(built("angular")?, &fixture).await
}

async fn react(fixture: Fixture) -> Result<()> {
    // Built for development, where StrictMode mounts everything twice.
    whole_life(built("react")?.expecting("React DevTools"), &fixture).await
}

async fn vue(fixture: Fixture) -> Result<()> {
    whole_life(built("vue")?, &fixture).await
}

async fn svelte(fixture: Fixture) -> Result<()> {
    whole_life(built("svelte")?, &fixture).await
}

async fn server_side_render(fixture: Fixture) -> Result<()> {
    let site = built("ssr")?;
    ensure!(site.index().contains("<stackone-connector-profile api-base-url=\"/stackone\""), "{}", site.index());
    whole_life(site, &fixture).await
}

fn built(consumer: &str) -> Result<Site> {
    Site::of(&consumers::folder().join(consumer).join("dist"))
}

/// `v1.consumer:` in base64.
const BASIC: &str = "Basic djEuY29uc3VtZXI6";

async fn whole_life(site: Site, fixture: &Fixture) -> Result<()> {
    // Browsers request the icon on their own.
    let page = site.overlay("/favicon.ico", Answer::status(204)).open(fixture).await?;
    let draft = good();
    // Properties and attributes have been applied.
    page.until_words("h2", "Connect Salesforce").await?;
    assert!(page.ask::<bool>("return $('[name=environment][value=sandbox]').checked && !$('[name=apiKey]')").await?);
    until_event(&page, "ready", 1).await?;

    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.put_into("name", &draft.name).await?;
    until_event(&page, "validation", 2).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    until_event(&page, "profile-created", 1).await?;
    let name: String = page.ask("return words(document.querySelector('#events'))").await?;
    assert_eq!(name, draft.name);
    assert_eq!(page.posts(), 1);
    assert_eq!(page.received("POST")[0].headers["authorization"], BASIC);

    toggle(&page).await?;
    page.until("a page without the element", "return !host").await?;
    toggle(&page).await?;
    page.until("the form once more", "return $('[name=clientId]')").await?;
    until_event(&page, "ready", 2).await?;
    page.until_words("h2", "Connect Salesforce").await?;
    let typed: String = page.ask("return $('[name=clientId]').value + $('[name=name]').value").await?;
    assert_eq!(typed, "");
    Ok(())
}

/// Waits until the application has counted at least this many events.
async fn until_event(page: &Page, name: &str, least: u32) -> Result<()> {
    let script = "return Number(document.querySelector('#events').getAttribute(`data-${input[0]}`)) >= input[1]";
    page.until_with(&format!("{least} {name}"), script, serde_json::json!([name, least])).await.map(drop)
}

async fn toggle(page: &Page) -> Result<()> {
    page.web().find(By::Id("toggle")).await?.click().await.context("the application's own button")
}
