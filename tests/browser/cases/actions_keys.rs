//! The list of actions by keyboard, as ARIA has it for a listbox of several choices, and fifty by fifty.

use anyhow::Result;
use browser_tests::{Page, Site, Stage, cases, good};
use serde_json::json;
use thirtyfour::Key;

use crate::actions::{COUNT, drawn, listed, search, until_at, until_chosen};

cases![the_keyboard, fifty_at_a_time];

async fn the_keyboard(stage: Stage) -> Result<()> {
    let page = Site::new()?.open(&stage).await?;
    page.fill(&good()).await?;
    page.tab_to("actions").await?;
    page.keys(Key::Down).await?;
    page.until_words(COUNT, "400 of 400 shown").await?;
    page.tab_and_type("action-search", "get case").await?;
    page.until_words(COUNT, "3 of 400 shown").await?;
    // Enter goes to the first one that is found, and does not send the form.
    page.keys(Key::Enter).await?;
    until_at(&page, "salesforce_get_case").await?;
    let keys = [
        (Key::Down, "salesforce_get_case_comment"),
        (Key::Down, "salesforce_get_case_team_member"),
        (Key::Down, "salesforce_get_case_team_member"),
        (Key::Up, "salesforce_get_case_comment"),
        (Key::Home, "salesforce_get_case"),
        (Key::Up, "salesforce_get_case"),
        (Key::End, "salesforce_get_case_team_member"),
        (Key::PageUp, "salesforce_get_case"),
    ];
    for (key, id) in keys {
        page.keys(key).await?;
        until_at(&page, id).await?;
    }
    page.keys(" ").await?;
    until_chosen(&page, 1).await?;
    page.keys(Key::Enter).await?;
    until_chosen(&page, 0).await?;
    page.chord(Key::Control, 'a').await?;
    until_chosen(&page, 3).await?;
    until_at(&page, "salesforce_get_case").await?;
    // The list is one stop, and remembers its place.
    page.keys(Key::Down).await?;
    until_at(&page, "salesforce_get_case_comment").await?;
    page.keys(" ").await?;
    until_chosen(&page, 2).await?;
    page.keys(Key::Tab).await?;
    page.until_focus("Type ids instead").await?;
    page.chord(Key::Shift, Key::Tab).await?;
    until_at(&page, "salesforce_get_case_comment").await?;

    // Over the whole list: ten at a time, and beyond the fifty that are drawn.
    page.chord(Key::Shift, Key::Tab).await?;
    page.until_focus("Group by record").await?;
    search(&page, "", 400).await?;
    page.keys(Key::Enter).await?;
    until_at(&page, "salesforce_get_account").await?;
    page.keys(Key::PageDown).await?;
    let ids: Vec<String> = page.ask("return $$('[role=option] code').map((one) => one.textContent)").await?;
    until_at(&page, &ids[10]).await?;
    let (last, before) = ("salesforce_delete_work_order_line_item", "salesforce_delete_work_order");
    for (key, id) in [(Key::End, last), (Key::Up, before), (Key::Down, last)] {
        page.keys(key).await?;
        until_at(&page, id).await?;
    }
    assert_eq!(page.posts(), 0);
    page.tab_and("Create profile", Key::Enter).await?;
    page.until_created(&good()).await?;
    let sent = &page.received("POST")[0].body["enabled_actions"];
    assert_eq!(*sent, json!(["salesforce_get_case", "salesforce_get_case_team_member"]));
    Ok(())
}

/// What is drawn: names of the groups, how many options, how many rows with the heads of the groups.
async fn rows(page: &Page) -> Result<(Vec<String>, usize, usize)> {
    page.ask(
        "return [$$('[role=listbox] > [role=group]').map((group) => group.ariaLabel ?? group.getAttribute('aria-label')),
            $$('[role=option]').length, $$('[role=option], .group').length]",
    )
    .await
}

/// Waits until the list is drawn from this place on.
async fn until_from(page: &Page, place: usize) -> Result<()> {
    let script = "const of = (name) => $('[role=option]').getAttribute(`aria-${name}`);
        return of('posinset') === input && of('setsize') === '400'";
    page.until_with(&format!("the list from {place} on"), script, place.to_string().into()).await.map(drop)
}

async fn fifty_at_a_time(stage: Stage) -> Result<()> {
    let page = listed(Site::new()?, &stage).await?;
    // Four hundred by what they do: 160 read, 80 do each of the others.
    let parts: [&[&str]; 8] = [
        &["Read"],
        &["Read"],
        &["Read"],
        &["Read", "Create"],
        &["Create", "Update"],
        &["Update"],
        &["Update", "Delete"],
        &["Delete"],
    ];
    let mut seen = Vec::new();
    for groups in parts {
        if !seen.is_empty() {
            page.press("The 50 after").await?;
        }
        until_from(&page, seen.len() + 1).await?;
        assert_eq!(rows(&page).await?, (groups.iter().map(|&name| name.into()).collect(), 50, 50 + groups.len()));
        seen.extend(drawn(&page, false).await?);
    }
    assert!(!page.words(".actions").await?.contains("The 50 after"));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 400);
    page.press("The 50 before").await?;
    until_from(&page, 301).await?;

    page.press("Group by record").await?;
    page.until("the other order", "return words($('.actions')).includes('Group by what they do')").await?;
    let (groups, options, all) = rows(&page).await?;
    assert_eq!((groups.len(), options, all), (10, 50, 60));
    assert_eq!(groups[..2], ["account", "account contact relation"]);
    let first: Vec<String> =
        page.ask("return $$('[role=group]:first-child code').map((one) => one.textContent)").await?;
    let ids = ["get_account", "list_accounts", "create_account", "update_account", "delete_account"];
    assert_eq!(first, ids.map(|id| format!("salesforce_{id}")));
    search(&page, "opportunity", 19).await?;
    page.press("Group by what they do").await?;
    page.until("the first order", "return words($('.actions')).includes('Group by record')").await?;
    page.until_words(COUNT, "19 of 400 shown").await
}
