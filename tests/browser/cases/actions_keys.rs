//! The table of actions by keyboard. It is rendered as far as it is scrolled.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::json;
use thirtyfour::Key;

use crate::actions::{COUNT, listed, search, until_chosen};

cases! {
    every engine: the_keyboard, as_far_as_it_is_scrolled;
}

/// Waits until the element of this name has the focus.
async fn until_at(page: &Page, name: &str) -> Result<()> {
    let script = "const at = root.activeElement; return (at?.ariaLabel ?? at?.textContent) === input";
    page.until_with(&format!("the focus at {name}"), script, json!(name)).await.map(drop)
}

async fn the_keyboard(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    page.tab_to("actions").await?;
    page.keys(Key::Down).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    page.tab_and_type("action-search", "get case").await?;
    page.until_words(COUNT, "Showing 3 of 400").await?;
    // Enter goes to the table and does not submit the form.
    page.keys(Key::Enter).await?;
    until_at(&page, "Object").await?;
    page.keys(" ").await?;
    until_chosen(&page, 3).await?;
    page.keys(" ").await?;
    until_chosen(&page, 0).await?;
    // Columns without an action are passed over.
    for (key, name) in [(Key::Tab, "Read"), (Key::Tab, "case"), (Key::Tab, "case"), (Key::Tab, "Read case")] {
        page.keys(key).await?;
        until_at(&page, name).await?;
    }
    page.keys(" ").await?;
    until_chosen(&page, 1).await?;
    page.keys(Key::Tab).await?;
    until_at(&page, "case comment").await?;
    page.keys(Key::Enter).await?;
    page.until("an open row", "return root.activeElement?.ariaExpanded === 'true'").await?;
    page.tab_and_type("Get case comment salesforce_get_case_comment", " ").await?;
    until_chosen(&page, 2).await?;
    assert_eq!(page.posts(), 0);
    page.tab_and("Create profile", Key::Enter).await?;
    page.until_created(&good()).await?;
    let sent = &page.received("POST")[0].body["enabled_actions"];
    assert_eq!(*sent, json!(["salesforce_get_case", "salesforce_get_case_comment"]));
    Ok(())
}

/// Four hundred actions of eighty objects. Rows are rendered as far as the table is scrolled.
async fn as_far_as_it_is_scrolled(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    let rendered = "return $$('.matrix tbody th').map((one) => words(one))";
    let first: Vec<String> = page.ask(rendered).await?;
    assert_eq!(
        (first.len(), &*first[0].to_lowercase(), &*first[1].to_lowercase()),
        (12, "account", "account contact relation")
    );
    let script = "$('.matrix-scroll').scrollTop += 600; return $$('.matrix tbody tr').length === 80";
    page.until("all rows as it is scrolled", script).await?;
    let mut all: Vec<String> = page.ask(rendered).await?;
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 80);
    search(&page, "opportunity", 19).await?;
    page.until(
        "the rows that fit",
        "return $$('.matrix tbody th').every((one) => words(one).toLowerCase().includes('opportunity'))",
    )
    .await?;
    Ok(())
}
