//! The choice of actions: the list as it is read, the search, the mouse and the keyboard in it, and what is sent.

use anyhow::Result;
use browser_tests::{Page, Site, Stage, cases, good};
use serde_json::{Value, json};
use thirtyfour::Key;

cases![
    some_of_them,
    all_of_them,
    the_keyboard,
    only_what_is_shown,
    a_hundred_at_a_time,
    none_is_refused,
    in_a_change,
    over_a_reload,
];

/// The list is asked for here.
pub const ACTIONS: &str = "/stackone/actions";
/// The line that counts what is shown.
pub const COUNT: &str = ".actions .input + p";
/// The line that counts what is chosen.
pub const CHOSEN: &str = ".actions > p.label";
/// The choice of some.
pub const SOME: &str = ".actions label:nth-child(2)";
const ALL: &str = ".actions label:nth-child(1)";

/// Queries of the pages that were asked for.
pub fn pages(page: &Page) -> Vec<String> {
    let pages = page.received("GET").into_iter().filter(|request| request.path == ACTIONS);
    pages.filter_map(|request| request.query).collect()
}

/// The form with a right draft, and some actions to be chosen.
pub async fn choosing(site: Site, stage: &Stage) -> Result<Page> {
    let page = site.open(stage).await?;
    page.fill(&good()).await?;
    page.click(SOME).await?;
    Ok(page)
}

/// The same when all of them are read.
pub async fn listed(site: Site, stage: &Stage) -> Result<Page> {
    let page = choosing(site, stage).await?;
    page.until_words(COUNT, "400 of 400 shown").await?;
    page.until("the end of the list", "return !words($('.actions')).includes('Stop')").await?;
    Ok(page)
}

/// Puts something else into the search.
pub async fn search(page: &Page, text: &str, count: usize) -> Result<()> {
    page.click("#action-search").await?;
    page.until_focus("action-search").await?;
    page.chord(Key::Control, 'a').await?;
    page.keys(Key::Backspace).await?;
    page.keys(text).await?;
    page.until_words(COUNT, &format!("{count} of 400 shown")).await
}

/// Clicks the option of an action.
pub async fn choose(page: &Page, id: &str) -> Result<()> {
    let mark = "$$('[data-wanted]').forEach((one) => delete one.dataset.wanted);
        const found = $$('[role=option]').find((one) => words(one.querySelector('code')) === input);
        if (found) found.dataset.wanted = '';
        return !!found;";
    page.until_with(&format!("the option {id}"), mark, json!(id)).await?;
    page.click("[data-wanted]").await?;
    until_at(page, id).await
}

/// Waits until the focus is on an option.
async fn until_at(page: &Page, id: &str) -> Result<()> {
    let script = "const at = root.activeElement;
        return !!at && at.role === 'option' && at.tabIndex === 0 && words(at.querySelector('code')) === input";
    page.until_with(&format!("the focus on the option {id}"), script, json!(id)).await.map(drop)
}

async fn until_chosen(page: &Page, count: usize) -> Result<()> {
    page.until_with(
        &format!("{count} chosen"),
        "return words($(input[0])) === input[1]",
        json!([CHOSEN, format!("{count} chosen")]),
    )
    .await
    .map(drop)
}

/// The ids of all options that are drawn and say this of themselves.
async fn drawn(page: &Page, selected: bool) -> Result<Vec<String>> {
    page.ask_with("return $$(`[role=option][aria-selected=${input}] code`).map(words)", selected.into()).await
}

/// Sends the form and takes what came of it: what was to be enabled.
pub async fn enabled(page: &Page) -> Result<Value> {
    page.submit().await?;
    page.until_created(&good()).await?;
    assert_eq!(page.posts(), 1);
    Ok(page.received("POST")[0].body["enabled_actions"].clone())
}

async fn some_of_them(stage: Stage) -> Result<()> {
    let page = listed(Site::new()?, &stage).await?;
    let first = "filter[connectors]=salesforce&page_size=100";
    let asked = pages(&page);
    assert_eq!((asked.len(), asked[0].as_str()), (4, first));
    assert!(asked[1..].iter().all(|query| query.starts_with(&format!("{first}&next="))), "{asked:?}");
    until_chosen(&page, 0).await?;

    search(&page, "GET Opportunity", 5).await?;
    choose(&page, "salesforce_get_opportunity_team_member").await?;
    choose(&page, "salesforce_get_opportunity").await?;
    until_chosen(&page, 2).await?;
    // A second time takes it away.
    choose(&page, "salesforce_get_opportunity_team_member").await?;
    until_chosen(&page, 1).await?;
    assert_eq!(drawn(&page, true).await?, ["salesforce_get_opportunity"]);
    // Only the description has the word.
    search(&page, "lists campaigns", 1).await?;
    page.keys(Key::Tab).await?;
    page.until_focus("Select all shown").await?;
    choose(&page, "salesforce_list_campaigns").await?;
    search(&page, "no such thing", 0).await?;
    until_chosen(&page, 2).await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_get_opportunity", "salesforce_list_campaigns"]));
    assert_eq!(pages(&page).len(), 4);
    Ok(())
}

async fn all_of_them(stage: Stage) -> Result<()> {
    let page = listed(Site::new()?, &stage).await?;
    search(&page, "quote", 10).await?;
    page.press("Select all shown").await?;
    until_chosen(&page, 10).await?;
    // Back to all of them; the choice is still there for who thinks again.
    page.click(ALL).await?;
    page.until("no list", "return !$('.actions [role=listbox]')").await?;
    page.click(SOME).await?;
    until_chosen(&page, 10).await?;
    page.click(ALL).await?;
    page.until("no list", "return !$('.actions [role=listbox]')").await?;
    assert_eq!(enabled(&page).await?, Value::Null);
    Ok(())
}

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

    // Over the whole list: ten at a time, and beyond the hundred that are drawn.
    page.chord(Key::Shift, Key::Tab).await?;
    page.until_focus("Group by record").await?;
    search(&page, "", 400).await?;
    page.keys(Key::Enter).await?;
    until_at(&page, "salesforce_get_account").await?;
    page.keys(Key::PageDown).await?;
    let ids: Vec<String> = page.ask("return $$('[role=option] code').map(words)").await?;
    until_at(&page, &ids[10]).await?;
    let (last, before) = ("salesforce_update_work_order_line_item", "salesforce_update_work_order");
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

async fn only_what_is_shown(stage: Stage) -> Result<()> {
    let page = listed(Site::new()?, &stage).await?;
    search(&page, "asset", 5).await?;
    page.press("Select all shown").await?;
    until_chosen(&page, 5).await?;
    search(&page, "lead", 5).await?;
    assert_eq!(drawn(&page, true).await?, [""; 0]);
    page.press("Select all shown").await?;
    until_chosen(&page, 10).await?;
    search(&page, "delete lead", 1).await?;
    page.press("Select none shown").await?;
    until_chosen(&page, 9).await?;
    search(&page, "reads", 80).await?;
    page.press("Select none shown").await?;
    until_chosen(&page, 7).await?;
    search(&page, "", 400).await?;
    page.press("Select all shown").await?;
    until_chosen(&page, 400).await?;
    page.press("Select none shown").await?;
    until_chosen(&page, 0).await?;
    search(&page, "LEAD delete", 1).await?;
    page.press("Select all shown").await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_delete_lead"]));
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

async fn a_hundred_at_a_time(stage: Stage) -> Result<()> {
    let page = listed(Site::new()?, &stage).await?;
    // Four hundred by what they do: 160 read, 80 do each of the others.
    let parts: [(&str, &[&str]); 4] =
        [("", &["Read"]), ("The 100 after", &["Read", "Create"]), ("The 100 after", &["Create", "Update"]), (
            "The 100 after",
            &["Update", "Delete"],
        )];
    let mut seen = Vec::new();
    for (button, groups) in parts {
        if !button.is_empty() {
            page.press(button).await?;
        }
        let shown = "return $$('[role=group]').map((group) => group.getAttribute('aria-label')).join() === input";
        page.until_with(&format!("{groups:?}"), shown, groups.join(",").into()).await?;
        assert_eq!(rows(&page).await?, (groups.iter().map(|&name| name.into()).collect(), 100, 100 + groups.len()));
        seen.extend(drawn(&page, false).await?);
        let places: (String, String) =
            page.ask("return ['posinset', 'setsize'].map((name) => $('[role=option]').getAttribute(`aria-${name}`))").await?;
        assert_eq!(places, ((seen.len() - 99).to_string(), "400".into()));
    }
    assert!(!page.words(".actions").await?.contains("The 100 after"));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 400);
    page.press("The 100 before").await?;
    page.until("the hundred before", "return $('[role=option]').getAttribute('aria-posinset') === '201'").await?;

    page.press("Group by record").await?;
    page.until("the other order", "return words($('.actions')).includes('Group by what they do')").await?;
    let (groups, options, all) = rows(&page).await?;
    assert_eq!((groups.len(), options, all), (20, 100, 120));
    assert_eq!(groups[..2], ["account", "account contact relation"]);
    let first: Vec<String> = page.ask("return $$('[role=group]:first-child code').map(words)").await?;
    let ids = ["get_account", "list_accounts", "create_account", "update_account", "delete_account"];
    assert_eq!(first, ids.map(|id| format!("salesforce_{id}")));
    search(&page, "opportunity", 20).await?;
    page.press("Group by what they do").await?;
    page.until("the first order", "return words($('.actions')).includes('Group by record')").await?;
    page.until_words(COUNT, "20 of 400 shown").await
}

async fn none_is_refused(stage: Stage) -> Result<()> {
    let page = listed(Site::new()?, &stage).await?;
    page.submit().await?;
    page.until_focus("actions").await?;
    page.until_words("#actions-messages", "Choose at least one action, or all.").await?;
    assert!(page.received("POST").is_empty());
    search(&page, "get asset", 1).await?;
    choose(&page, "salesforce_get_asset").await?;
    page.until("no complaint", "return words($('#actions-messages')) === ''").await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_get_asset"]));
    Ok(())
}

async fn in_a_change(stage: Stage) -> Result<()> {
    let page = crate::profiles::changing(Site::new()?, &stage).await?;
    page.until_words(ALL, "Leave as they are").await?;
    crate::profiles::rename(&page, "Acme 2").await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.received("PATCH")[0].body, json!({ "name": "Acme 2" }));

    let page = crate::profiles::changing(Site::new()?, &stage).await?;
    page.click(SOME).await?;
    page.until_words(COUNT, "400 of 400 shown").await?;
    page.submit().await?;
    page.until_focus("actions").await?;
    assert!(page.received("PATCH").is_empty());
    search(&page, "update campaign", 2).await?;
    page.press("Select all shown").await?;
    page.until_words("dl", "2 chosen").await?;
    page.submit().await?;
    page.until_done().await?;
    let ids = ["salesforce_update_campaign", "salesforce_update_campaign_member"];
    assert_eq!(page.received("PATCH")[0].body, json!({ "enabled_actions": ids }));
    Ok(())
}

async fn over_a_reload(stage: Stage) -> Result<()> {
    let page = Site::new()?.guided().open(&stage).await?;
    page.go_to(7, "Create the profile").await?;
    page.type_into("apiKey", &good().api_key).await?;
    page.click(SOME).await?;
    page.until_words(COUNT, "400 of 400 shown").await?;
    search(&page, "create quote", 2).await?;
    page.press("Select all shown").await?;
    until_chosen(&page, 2).await?;
    page.until_words("dl", "Actions 2 chosen").await?;
    page.stage.collect().await?;
    page.web().refresh().await?;
    page.until_words("#step", "Create the profile").await?;
    until_chosen(&page, 2).await?;
    // The key is not kept, so nothing is read before it is typed again.
    assert_eq!(pages(&page).len(), 4);
    page.press("Show StackOne’s actions").await?;
    page.until_focus("apiKey").await?;
    page.keys(good().api_key.as_str()).await?;
    page.press("Show StackOne’s actions").await?;
    page.until_words(COUNT, "400 of 400 shown").await?;
    search(&page, "quote", 10).await?;
    let ids = ["salesforce_create_quote", "salesforce_create_quote_line_item"];
    assert_eq!(drawn(&page, true).await?, ids);
    page.type_into("name", "Acme").await?;
    page.go_to(4, "Credentials").await?;
    page.type_into("clientId", &good().client_id).await?;
    page.type_into("clientSecret", &good().client_secret).await?;
    page.go_to(7, "Create the profile").await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.received("POST")[0].body["enabled_actions"], json!(ids));
    Ok(())
}
