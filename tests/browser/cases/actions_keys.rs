//! The list of actions by keyboard, following ARIA's pattern for a multi-select listbox. It is rendered as
//! far as it is scrolled.

use anyhow::Result;
use browser_tests::{Fixture, Site, cases, good};
use serde_json::json;
use thirtyfour::Key;

use crate::actions::{ACTIONS, COUNT, SOME, enabled, listed, search, until_at, until_chosen};

cases! {
    every engine: the_keyboard, as_far_as_it_is_scrolled, the_focus_stays_while_pages_arrive;
}

async fn the_keyboard(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    page.tab_to("actions").await?;
    page.keys(Key::Down).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    page.tab_and_type("action-search", "get case").await?;
    page.until_words(COUNT, "Showing 3 of 400").await?;
    // Enter focuses the first match and does not submit the form.
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
    // The list is one tab stop and remembers its position.
    page.keys(Key::Down).await?;
    until_at(&page, "salesforce_get_case_comment").await?;
    page.keys(" ").await?;
    until_chosen(&page, 2).await?;
    page.keys(Key::Tab).await?;
    page.until_focus("Enter IDs instead").await?;
    page.chord(Key::Shift, Key::Tab).await?;
    until_at(&page, "salesforce_get_case_comment").await?;

    // Through the whole list: ten at a time, and beyond the rendered options.
    page.chord(Key::Shift, Key::Tab).await?;
    page.until_focus("Clear results").await?;
    search(&page, "", 400).await?;
    page.keys(Key::Enter).await?;
    until_at(&page, "salesforce_get_account").await?;
    page.keys(Key::PageDown).await?;
    let ids: Vec<String> = page.ask("return $$('[role=option] code').map((one) => one.textContent)").await?;
    until_at(&page, &ids[10]).await?;
    let (last, before) = ("salesforce_delete_work_order_line_item", "salesforce_update_work_order_line_item");
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

/// New actions are sorted in before it.
async fn the_focus_stays_while_pages_arrive(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    // The real list comes after a page of actions that stand behind it.
    let late: Vec<_> = (0..30).map(|at| json!({ "id": format!("salesforce_get_zz_{at:02}") })).collect();
    let first = json!({ "next": "YWN0aW9uczow", "data": [{ "actions": late }] });
    page.fault("GET", "status", json!({ "path": ACTIONS, "status": 200, "body": first }));
    page.fault("GET", "hold", json!({ "path": ACTIONS }));
    page.click(SOME).await?;
    page.until_words(COUNT, "Showing 30 of 30").await?;
    page.click("#action-search").await?;
    page.until_focus("action-search").await?;
    page.keys(Key::Enter).await?;
    page.until("the focus in the list", "return root.activeElement?.role === 'option'").await?;
    page.keys(Key::PageDown).await?;
    let here: String = page.ask("return $$('[role=option] code')[10].textContent").await?;
    until_at(&page, &here).await?;
    assert_eq!(page.words(COUNT).await?, "Showing 30 of 30", "the real list came too soon");
    page.release();
    page.until_words(COUNT, "Showing 430 of 430").await?;
    until_at(&page, &here).await?;
    let place: usize = page.ask("return [...$$('[role=option]')].indexOf(root.activeElement)").await?;
    assert_ne!(place, 10, "no other came before it");
    page.keys(" ").await?;
    until_chosen(&page, 1).await?;
    assert_eq!(enabled(&page).await?, json!([here]));
    Ok(())
}

/// Four hundred actions. They are rendered as far as the list is scrolled, in groups by object.
async fn as_far_as_it_is_scrolled(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    let rendered = "return $$('[role=option] code').map((one) => one.textContent)";
    let first: Vec<String> = page.ask(rendered).await?;
    assert_eq!(first.len(), 20);
    let ids = ["get_account", "list_accounts", "create_account", "update_account", "delete_account"];
    assert_eq!(first[..5], ids.map(|id| format!("salesforce_{id}")));
    let groups: Vec<String> =
        page.ask("return $$('[role=listbox] > [role=group]').map((group) => group.getAttribute('aria-label'))").await?;
    assert_eq!((groups.len(), &*groups[0], &*groups[1]), (4, "account", "account contact relation"));
    let script = "$('.list').scrollTop += 600; return $$('[role=option]').length === 400";
    page.until("all options as it is scrolled", script).await?;
    let mut all: Vec<String> = page.ask(rendered).await?;
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 400);
    let places = "return $$('[role=option]').every((one, at) =>
        one.getAttribute('aria-posinset') === String(at + 1) && one.getAttribute('aria-setsize') === '400')";
    assert!(page.ask::<bool>(places).await?);
    search(&page, "opportunity", 19).await?;
    assert_eq!(page.ask::<usize>("return $$('[role=option]').length").await?, 19);
    Ok(())
}
