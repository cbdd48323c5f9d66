//! StackOne asks for a pause: the form counts down before it allows another try.

use anyhow::Result;
use browser_tests::{Failed, Fixture, Page, Site, Typed, cases, good};
use serde_json::json;

cases! {
    every engine: a_date;
    chromium: seconds, before_anything_was_sent, too_long_to_wait_unseen;
}

const LIMITED: Failed<'static> =
    Failed { code: "rate-limited", says: "Too many requests", focus: "failure", retryable: true };

async fn filled(fixture: &Fixture) -> Result<(Page, Typed)> {
    let page = Site::new()?.with_failures().open(fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    Ok((page, draft))
}

async fn seconds(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    page.fault("POST", "status", json!({ "status": 429, "retryAfter": 3 }));
    page.submit().await?;
    page.until_failed(1, LIMITED, &draft).await?;
    page.until_words("[role=timer]", "You can try again in ").await?;
    // Neither the main button nor Enter skips the pause.
    page.submit().await?;
    page.enter("name").await?;
    page.keys(thirtyfour::Key::Enter).await?;
    assert_eq!((page.posts(), page.received("GET").len(), page.failures().await?.len()), (1, 1, 1));
    assert!(!page.words("#failure").await?.contains("Try again"));
    page.until_words("[role=timer]", "You can try again now.").await?;
    page.press("Try again").await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 1));
    Ok(())
}

async fn a_date(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    let date: String = page.ask("return new Date(Date.now() + 90_000).toUTCString()").await?;
    page.fault("POST", "status", json!({ "status": 429, "retryAfter": date }));
    page.submit().await?;
    page.until_failed(1, LIMITED, &draft).await?;
    let script = "const left = parseInt($('[role=timer]').innerText.match(/\\d+/)[0]); return left > 60 && left <= 90";
    page.until("a countdown of a minute and a half", script).await?;
    Ok(())
}

async fn before_anything_was_sent(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    page.fault("GET", "status", json!({ "times": 3, "status": 429, "retryAfter": 1 }));
    page.submit().await?;
    page.until_failed(1, LIMITED, &draft).await?;
    assert_eq!((page.posts(), page.received("GET").len()), (0, 3));
    page.press("Try again").await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    Ok(())
}

/// A read waits only for a short pause on its own.
async fn too_long_to_wait_unseen(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    page.fault("GET", "status", json!({ "status": 429, "retryAfter": 11 }));
    page.submit().await?;
    page.until_failed(1, LIMITED, &draft).await?;
    page.until_words("[role=timer]", "You can try again in").await?;
    assert_eq!((page.posts(), page.received("GET").len()), (0, 1));
    Ok(())
}
