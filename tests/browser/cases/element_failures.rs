//! The module crashes or does not load: every element says so, and the host page gets an event and keeps working.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Site, cases, hashed};
use harness::simulator::{Answer, CONTENT_SECURITY_POLICY};

use crate::secrets::{canaries, search};

cases! {
    every engine:
        a_panic_shows_in_every_form,
        the_module_does_not_come,
        the_module_is_another,
        the_policy_forbids_the_module;
}

const BODY: &str = "<button id=\"theirs\">0</button>\
    <stackone-connector-profile id=\"one\" api-base-url=\"/stackone\"></stackone-connector-profile>\
    <stackone-connector-profile id=\"two\" api-base-url=\"/stackone\"></stackone-connector-profile>\
    <script type=\"module\" src=\"./element.js\"></script>";

/// The elements that failed, with the codes.
async fn reported(page: &Page) -> Result<Vec<(String, String)>> {
    let code = |detail: &serde_json::Value| detail["code"].as_str().unwrap_or_default().to_owned();
    Ok(page.events("profile-failed").await?.into_iter().map(|event| (event.from, code(&event.detail))).collect())
}

async fn a_panic_shows_in_every_form(fixture: Fixture) -> Result<()> {
    // Engines word a trap differently.
    let site = Site::new()?.host(BODY).expecting("nreachable").expecting("script error").expecting("not today");
    let site = site.expecting("stackone-connector-profile broke at");
    let page = site.open(&fixture).await?;
    page.ask::<()>("theirs.onclick = () => theirs.textContent++").await?;
    page.fill(&canaries()).await?;
    let breaking = "window.insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { throw new Error('not today') }";
    page.ask::<()>(breaking).await?;
    page.click("button[aria-expanded]").await?;
    for id in ["one", "two"] {
        let script = "const at = document.getElementById(input).shadowRoot;
            return words(at.querySelector('[role=alert]'))";
        let said = page.until_with("the message", script, id.into()).await?;
        ensure!(
            said.as_str().is_some_and(|said| said.starts_with("Something went wrong, and this form")),
            "{id}: {said}"
        );
        ensure!(said.as_str().is_some_and(|said| said.ends_with("Reload the page")), "{id}: {said}");
    }
    assert_eq!(
        reported(&page).await?,
        [("one".to_owned(), "broken".to_owned()), ("two".to_owned(), "broken".to_owned())]
    );
    search(&page, true).await?;
    // A new element does not start on a crashed module. Removing one is fine.
    let script = "Node.prototype.insertBefore = window.insert;
        document.getElementById('two').remove();
        const three = document.createElement('stackone-connector-profile');
        three.id = 'three'; three.dataset.chosen = ''; document.body.append(three); theirs.click(); return theirs.textContent";
    assert_eq!(page.ask::<String>(script).await?, "1", "the host page is blocked");
    page.until_words("[data-failure=broken]", "this form couldn’t start.").await?;
    assert_eq!(reported(&page).await?.last(), Some(&("three".to_owned(), "broken".to_owned())));
    page.ask::<()>("document.getElementById('one').theme = 'dark'; document.getElementById('one').focus()").await
}

async fn the_module_does_not_come(fixture: Fixture) -> Result<()> {
    let answers = [
        ("missing", Answer::status(404).with_header("cache-control", "no-store")),
        ("type", Answer::new(200, "text/plain", std::fs::read(browser_tests::dist().join(&hashed(".wasm")?[1..]))?)),
        ("unreachable", Answer::status(500)),
    ];
    for (code, answer) in answers {
        let site = Site::new()?.host(BODY).overlay(&hashed(".wasm")?, answer).with_failures().expecting("integrity");
        let page = site.show(&fixture).await?;
        page.until_with("the message", "return $(`[data-failure=${input}]`)", code.into()).await?;
        page.until("both", "return window.seen.events.length === 2").await?;
        let expected = ["one", "two"].map(|id| (id.to_owned(), code.to_owned()));
        assert_eq!(reported(&page).await?, expected);
    }
    Ok(())
}

/// The integrity check rejects any other module.
async fn the_module_is_another(fixture: Fixture) -> Result<()> {
    let path = hashed(".wasm")?;
    let mut bytes = std::fs::read(browser_tests::dist().join(&path[1..]))?;
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let site = Site::new()?.host(BODY).overlay(&path, Answer::new(200, "application/wasm", bytes));
    let page = site.with_failures().expecting("integrity").show(&fixture).await?;
    page.until_words("[data-failure=unreachable]", "We couldn’t load one of the form’s files").await?;
    assert!(page.ask::<bool>("return !$('form')").await?);
    Ok(())
}

/// A page that loads the element from elsewhere forgets this part of its policy.
async fn the_policy_forbids_the_module(fixture: Fixture) -> Result<()> {
    let policy = CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'none'");
    let page = Site::new()?
        .host(BODY)
        .csp(&policy)
        .with_failures()
        .expecting("connect-src")
        .expecting("Content Security Policy")
        .show(&fixture)
        .await?;
    page.until_words("[data-failure=blocked]", "This page’s security policy blocks").await?;
    page.until("both", "return window.seen.events.length === 2").await?;
    assert_eq!(reported(&page).await?.first(), Some(&("one".to_owned(), "blocked".to_owned())));
    Ok(())
}
