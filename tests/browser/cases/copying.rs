//! The copy button uses the Clipboard API. Where that is missing or refused, it uses `execCommand`. Where both fail, it
//! selects the text.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};

cases! {
    every engine: with_the_clipboard, without_it, refused_by_it, not_at_all, the_request;
}

const NO_CLIPBOARD: &str = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });";
const REFUSES: &str = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: {
    writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });";
const NO_COMMAND: &str = "Document.prototype.execCommand = () => false;";

async fn with_url(fixture: &Fixture, before: &str) -> Result<(Page, String)> {
    let page = Site::new()?.before(before).open(fixture).await?;
    page.fill(&good()).await?;
    // Overwrites the clipboard, so that an old value cannot pass.
    page.cut("before").await?;
    page.until_words("#authorization-url", "https://test.salesforce.com/").await?;
    let url = page.authorization_url().await?;
    Ok((page, url))
}

async fn copies(fixture: &Fixture, before: &str) -> Result<()> {
    let (page, url) = with_url(fixture, before).await?;
    page.press("Copy").await?;
    page.press("Copied").await?;
    page.until("the word for screen readers", "return $$('[role=status]').some((node) => words(node) === 'Copied')")
        .await?;
    assert_eq!(page.clipboard().await?, url);
    // The new URL has not been copied yet.
    page.click("[name=environment][value=production]").await?;
    page.until("Copy again", "return $$('button').some((node) => words(node) === 'Copy')").await?;
    Ok(())
}

async fn with_the_clipboard(fixture: Fixture) -> Result<()> {
    let no_other_way = "Document.prototype.execCommand = (name) => { throw new Error(name); };";
    copies(&fixture, no_other_way).await
}

async fn without_it(fixture: Fixture) -> Result<()> {
    copies(&fixture, NO_CLIPBOARD).await
}

async fn refused_by_it(fixture: Fixture) -> Result<()> {
    copies(&fixture, REFUSES).await
}

/// The form says so and selects the text: Ctrl+C copies it.
async fn not_at_all(fixture: Fixture) -> Result<()> {
    let (page, url) = with_url(&fixture, &[NO_CLIPBOARD, NO_COMMAND].concat()).await?;
    page.press("Copy").await?;
    page.until_words("form", "Your browser blocked copying. The text is selected: press Ctrl+C").await?;
    page.chord(thirtyfour::Key::Control, 'c').await?;
    assert_eq!(page.clipboard().await?, url);
    Ok(())
}

/// The request that could not be sent is copied as shown: line by line, without secrets.
async fn the_request(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().open(&fixture).await?;
    page.fault("POST", "status", serde_json::json!({ "status": 404 }));
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_focus("failure").await?;
    page.open_request().await?;
    for id in ["request-curl", "request-json"] {
        page.cut("before").await?;
        page.click(&format!(".copy:has(#{id}) button")).await?;
        page.until_with("Copied", "return words($(`.copy:has(#${input}) button`)) === 'Copied'", id.into()).await?;
        let copied = page.clipboard().await?;
        let shown: String = page.ask_with("return $(`#${input}`).textContent", id.into()).await?;
        assert_eq!(copied.trim(), shown.trim());
        assert!(copied.contains("‹redacted›") && copied.lines().count() > 5 && !copied.contains(&good().client_secret));
    }
    Ok(())
}
