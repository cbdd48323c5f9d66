//! The action picker: the list, the search, the mouse, and the request.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, Step, cases, good};
use serde_json::{Value, json};
use thirtyfour::Key;

cases! {
    every engine: over_a_reload;
    chromium: some_of_them, all_of_them, only_what_is_shown, usual_selections, none_is_refused, in_a_change;
}

/// The path of the list of actions.
pub const ACTIONS: &str = "/stackone/actions";
/// The line that counts the shown actions.
pub const COUNT: &str = ".actions p[role=status]";
/// The line that counts the selected actions.
pub const CHOSEN: &str = ".actions > p.label";
/// The choice of single actions.
pub const SOME: &str = ".actions .choices label:last-child";
const ALL: &str = ".actions label:nth-child(1)";

/// The queries of the pages that were requested.
pub fn pages(page: &Page) -> Vec<String> {
    let pages = page.received("GET").into_iter().filter(|request| request.path == ACTIONS);
    pages.filter_map(|request| request.query).collect()
}

/// The form with a valid draft and the choice of single actions open.
pub async fn choosing(site: Site, fixture: &Fixture) -> Result<Page> {
    let page = site.open(fixture).await?;
    page.fill(&good()).await?;
    page.click(SOME).await?;
    Ok(page)
}

/// Opens the picker and waits for the whole list.
pub async fn listed(site: Site, fixture: &Fixture) -> Result<Page> {
    let page = choosing(site, fixture).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    page.until("the end of the list", "return !words($('.actions')).includes('Stop')").await?;
    Ok(page)
}

/// Replaces the search text.
pub async fn search(page: &Page, text: &str, count: usize) -> Result<()> {
    page.click("#action-search").await?;
    page.until_focus("action-search").await?;
    page.chord(Key::Control, 'a').await?;
    page.keys(Key::Backspace).await?;
    page.keys(text).await?;
    page.until_words(COUNT, &format!("Showing {count} of 400")).await
}

/// Clicks an action's check box, after it opened its row.
pub async fn choose(page: &Page, id: &str) -> Result<()> {
    let (_, object) = id.trim_start_matches("salesforce_").split_once('_').expect("a verb and an object");
    let object = object.replace('_', " ");
    let object = if id.contains("_list_") { object.trim_end_matches('s') } else { &object };
    let row = "const row = $$('.twist').find((one) => one.ariaLabel === input);
        if (row?.ariaExpanded === 'false') row.click();
        return row?.ariaExpanded === 'true'";
    page.until_with(&format!("the row {object}"), row, json!(object)).await?;
    let mark = "$$('[data-wanted]').forEach((one) => delete one.dataset.wanted);
        const found = $$('[role=checkbox]').find((one) => one.querySelector('code')?.textContent === input);
        if (found) found.dataset.wanted = found.ariaChecked;
        return !!found;";
    page.until_with(&format!("the check box {id}"), mark, json!(id)).await?;
    page.click("[data-wanted]").await?;
    page.until(
        "a click that counts",
        "const { dataset, ariaChecked } = $('[data-wanted]'); return dataset.wanted !== ariaChecked",
    )
    .await
    .map(drop)
}

/// Clicks the check box for everything that fits the search.
pub async fn everything(page: &Page) -> Result<()> {
    page.click(".matrix thead [role=checkbox]").await
}

pub async fn until_chosen(page: &Page, count: usize) -> Result<()> {
    page.until_with(
        &format!("{count} selected"),
        "return words($(input[0])) === input[1]",
        json!([CHOSEN, format!("{count} selected")]),
    )
    .await
    .map(drop)
}

/// The names of all cells of the table that are selected.
pub async fn cells(page: &Page) -> Result<Vec<String>> {
    page.ask("return $$('.matrix td > [aria-label][aria-checked=true]').map((one) => one.ariaLabel)").await
}

/// Submits the form and returns the enabled actions of the created profile.
pub async fn enabled(page: &Page) -> Result<Value> {
    page.submit().await?;
    page.until_created(&good()).await?;
    assert_eq!(page.posts(), 1);
    Ok(page.received("POST")[0].body["enabled_actions"].clone())
}

async fn some_of_them(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    let first = "filter[connectors]=salesforce&page_size=100";
    let asked = pages(&page);
    assert_eq!((asked.len(), asked[0].as_str()), (4, first));
    assert!(asked[1..].iter().all(|query| query.starts_with(&format!("{first}&next="))), "{asked:?}");
    until_chosen(&page, 0).await?;

    search(&page, "GET Opportunity", 4).await?;
    choose(&page, "salesforce_get_opportunity_team_member").await?;
    choose(&page, "salesforce_get_opportunity").await?;
    until_chosen(&page, 2).await?;
    // The second click deselects it.
    choose(&page, "salesforce_get_opportunity_team_member").await?;
    until_chosen(&page, 1).await?;
    assert_eq!(cells(&page).await?, ["Read opportunity"]);
    // Only the description contains the word.
    search(&page, "lists campaigns", 1).await?;
    page.keys(Key::Tab).await?;
    page.until("the focus in the table", "return root.activeElement?.textContent === 'Object'").await?;
    choose(&page, "salesforce_list_campaigns").await?;
    search(&page, "no such thing", 0).await?;
    until_chosen(&page, 2).await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_get_opportunity", "salesforce_list_campaigns"]));
    assert_eq!(pages(&page).len(), 4);
    Ok(())
}

async fn all_of_them(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    search(&page, "quote", 10).await?;
    everything(&page).await?;
    until_chosen(&page, 10).await?;
    // Switching to all actions keeps the selection.
    page.click(ALL).await?;
    page.until("no list", "return !$('.matrix')").await?;
    page.click(SOME).await?;
    until_chosen(&page, 10).await?;
    page.click(ALL).await?;
    page.until("no list", "return !$('.matrix')").await?;
    assert_eq!(enabled(&page).await?, Value::Null);
    Ok(())
}

async fn only_what_is_shown(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    search(&page, "asset", 5).await?;
    everything(&page).await?;
    until_chosen(&page, 5).await?;
    search(&page, "lead", 5).await?;
    assert_eq!(cells(&page).await?, [""; 0]);
    everything(&page).await?;
    until_chosen(&page, 10).await?;
    search(&page, "delete lead", 1).await?;
    everything(&page).await?;
    until_chosen(&page, 9).await?;
    search(&page, "reads", 80).await?;
    // Some of them are selected, so the first click selects the others.
    everything(&page).await?;
    until_chosen(&page, 87).await?;
    everything(&page).await?;
    until_chosen(&page, 7).await?;
    search(&page, "", 400).await?;
    everything(&page).await?;
    until_chosen(&page, 400).await?;
    everything(&page).await?;
    until_chosen(&page, 0).await?;
    search(&page, "LEAD delete", 1).await?;
    everything(&page).await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_delete_lead"]));
    Ok(())
}

async fn usual_selections(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    let picked = "return words($('.choice:has([name=preset]:checked)')) === input";
    for (preset, count) in [("Everything", 400), ("Read and write", 320), ("Read only", 160)] {
        page.press(preset).await?;
        until_chosen(&page, count).await?;
        page.until_with(&format!("the selection {preset}"), picked, json!(preset)).await?;
    }
    search(&page, "get lead", 1).await?;
    choose(&page, "salesforce_get_lead").await?;
    until_chosen(&page, 159).await?;
    page.until("none of the usual ones", "return !$('[name=preset]:checked')").await?;
    let ids = enabled(&page).await?;
    let ids = ids.as_array().map(Vec::as_slice).unwrap_or_default();
    assert_eq!(ids.len(), 159);
    let reads = |id: &Value| ["_get_", "_list_"].iter().any(|verb| id.to_string().contains(verb));
    assert!(ids.iter().all(reads), "{ids:?}");
    Ok(())
}

async fn none_is_refused(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    page.submit().await?;
    page.until_focus("actions").await?;
    page.until_words("#actions-messages", "Select at least one action, or choose all actions.").await?;
    assert!(page.received("POST").is_empty());
    search(&page, "get asset", 1).await?;
    choose(&page, "salesforce_get_asset").await?;
    page.until("no complaint", "return words($('#actions-messages')) === ''").await?;
    page.press("Clear selection").await?;
    page.until_words(CHOSEN, "0 selected").await?;
    page.until("the focus in the table", "return root.activeElement?.matches('.matrix .checkbox')").await?;
    choose(&page, "salesforce_get_asset").await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_get_asset"]));
    Ok(())
}

async fn in_a_change(fixture: Fixture) -> Result<()> {
    let page = crate::profiles::changing(Site::new()?, &fixture).await?;
    page.until_words(ALL, "Keep current actions").await?;
    crate::profiles::rename(&page, "Acme 2").await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.received("PATCH")[0].body, json!({ "name": "Acme 2" }));

    let page = crate::profiles::changing(Site::new()?, &fixture).await?;
    page.click(SOME).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    page.submit().await?;
    page.until_focus("actions").await?;
    assert!(page.received("PATCH").is_empty());
    search(&page, "update campaign", 2).await?;
    everything(&page).await?;
    page.until_words("dl", "2 selected").await?;
    page.submit().await?;
    page.until_done().await?;
    let ids = ["salesforce_update_campaign", "salesforce_update_campaign_member"];
    assert_eq!(page.received("PATCH")[0].body, json!({ "enabled_actions": ids }));
    Ok(())
}

async fn over_a_reload(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &good().api_key).await?;
    page.open_advanced().await?;
    page.click(SOME).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    search(&page, "create quote", 2).await?;
    everything(&page).await?;
    until_chosen(&page, 2).await?;
    page.until_words("dl", "Actions 2 selected").await?;
    page.fixture.collect().await?;
    page.web().refresh().await?;
    page.until_shown(Step::Profile).await?;
    until_chosen(&page, 2).await?;
    // The key is not stored, so nothing is read before it is typed again.
    assert_eq!(pages(&page).len(), 4);
    page.press("Load actions").await?;
    page.until_focus("apiKey").await?;
    page.keys(good().api_key.as_str()).await?;
    page.press("Load actions").await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    search(&page, "quote", 10).await?;
    assert_eq!(cells(&page).await?, ["Create quote", "Create quote line item"]);
    let ids = ["salesforce_create_quote", "salesforce_create_quote_line_item"];
    page.put_into("name", "Acme").await?;
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", &good().client_id).await?;
    page.put_into("clientSecret", &good().client_secret).await?;
    page.go_to(Step::Profile).await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.received("POST")[0].body["enabled_actions"], json!(ids));
    Ok(())
}
