//! The list of actions by keyboard, following ARIA's pattern for a multi-select listbox. Twenty options are rendered at
//! a time.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::json;
use thirtyfour::Key;

use crate::actions::{ACTIONS, COUNT, SOME, drawn, enabled, listed, search, until_at, until_chosen};

cases! {
    every engine: the_keyboard, twenty_at_a_time, the_focus_stays_while_pages_arrive;
    chromium: a_turned_list_begins_at_its_top;
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

    // Through the whole list: ten at a time, and beyond the twenty rendered options.
    page.chord(Key::Shift, Key::Tab).await?;
    page.until_focus("Group by object").await?;
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

/// New actions are sorted in before it.
async fn the_focus_stays_while_pages_arrive(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    page.fault("GET", "hold", json!({ "path": ACTIONS, "times": 2 }));
    page.release();
    page.click(SOME).await?;
    page.until_words(COUNT, "Showing 100 of 100").await?;
    page.click("#action-search").await?;
    page.until_focus("action-search").await?;
    page.keys(Key::Enter).await?;
    page.until("the focus in the list", "return root.activeElement?.role === 'option'").await?;
    page.keys(Key::PageDown).await?;
    let here: String = page.ask("return $$('[role=option] code')[10].textContent").await?;
    until_at(&page, &here).await?;
    assert_eq!(page.words(COUNT).await?, "Showing 100 of 100", "the second page came too soon");
    page.release();
    page.until_words(COUNT, "Showing 400 of 400").await?;
    until_at(&page, &here).await?;
    let place: usize = page.ask("return [...$$('[role=option]')].indexOf(root.activeElement)").await?;
    assert_ne!(place, 10, "no other came before it");
    page.keys(" ").await?;
    until_chosen(&page, 1).await?;
    assert_eq!(enabled(&page).await?, json!([here]));
    Ok(())
}

/// The rendered group names, the number of options, and the number of rows including group headings.
async fn rows(page: &Page) -> Result<(Vec<String>, usize, usize)> {
    page.ask(
        "return [$$('[role=listbox] > [role=group]').map((group) => group.ariaLabel ?? group.getAttribute('aria-label')),
            $$('[role=option]').length, $$('[role=option], .group').length]",
    )
    .await
}

/// Waits until the list is rendered from this index on.
async fn until_from(page: &Page, place: usize) -> Result<()> {
    let script = "const of = (name) => $('[role=option]').getAttribute(`aria-${name}`);
        return of('posinset') === input && of('setsize') === '400'";
    page.until_with(&format!("the list from {place} on"), script, place.to_string().into()).await.map(drop)
}

/// The focus stays at the button: pressed again, it turns on and selects nothing.
async fn a_turned_list_begins_at_its_top(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    page.ask::<()>("$('.list').scrollTop = 9999").await?;
    page.tab_and("Next actions", Key::Enter).await?;
    until_from(&page, 21).await?;
    page.until("the top of the list", "return $('.list').scrollTop === 0").await?;
    page.until_focus("Next actions").await?;
    page.keys(Key::Enter).await?;
    until_from(&page, 41).await?;
    until_chosen(&page, 0).await
}

async fn twenty_at_a_time(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    // Four hundred actions by verb: 160 reads and 80 of each other verb.
    let does: Vec<_> = [("Read", 160), ("Create", 80), ("Update", 80), ("Delete", 80)]
        .into_iter()
        .flat_map(|(does, count)| vec![does; count])
        .collect();
    let mut seen = Vec::new();
    for part in does.chunks(20) {
        if !seen.is_empty() {
            page.press("Next actions").await?;
        }
        until_from(&page, seen.len() + 1).await?;
        let mut groups: Vec<_> = part.iter().map(|&does| String::from(does)).collect();
        groups.dedup();
        let all = part.len() + groups.len();
        assert_eq!(rows(&page).await?, (groups, part.len(), all));
        seen.extend(drawn(&page, false).await?);
    }
    assert!(!page.words(".actions").await?.contains("Next actions"));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 400);
    page.press("Previous actions").await?;
    until_from(&page, 361).await?;

    page.press("Group by object").await?;
    page.until("the other order", "return words($('.actions')).includes('Group by type')").await?;
    let (groups, options, all) = rows(&page).await?;
    assert_eq!((groups.len(), options, all), (4, 20, 24));
    assert_eq!(groups[..2], ["account", "account contact relation"]);
    let first: Vec<String> =
        page.ask("return $$('[role=group]:first-child code').map((one) => one.textContent)").await?;
    let ids = ["get_account", "list_accounts", "create_account", "update_account", "delete_account"];
    assert_eq!(first, ids.map(|id| format!("salesforce_{id}")));
    search(&page, "opportunity", 19).await?;
    page.press("Group by type").await?;
    page.until("the first order", "return words($('.actions')).includes('Group by object')").await?;
    page.until_words(COUNT, "Showing 19 of 400").await
}
