//! The list of actions loads slowly, partly or not at all, and never blocks the form. Also the scopes that the selected
//! actions need.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, Step, cases, good};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::actions::{
    ACTIONS, CHOSEN, COUNT, SOME, cells, choose, choosing, enabled, everything, listed, pages, search,
};

cases! {
    chromium:
        slow_pages_and_stop,
        a_page_that_fails_once,
        a_list_out_of_reach,
        ids_by_hand,
        an_unknown_id,
        without_a_key,
        the_fewest_scopes,
        the_fewest_scopes_in_the_guide;
}

const READ_ON: &str = "Load actions";

fn fault(page: &Page, kind: &str, mut more: Value) {
    more["path"] = json!(ACTIONS);
    page.fault("GET", kind, more);
}

/// Appends ids to the field for ids.
pub async fn type_ids(page: &Page, ids: &str) -> Result<()> {
    if page.ask("return !$('#action-ids')").await? {
        page.press("Enter IDs instead").await?;
    }
    page.click("#action-ids").await?;
    page.until_focus("action-ids").await?;
    page.keys(ids).await
}

async fn slow_pages_and_stop(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    fault(&page, "delay", json!({ "ms": 300 }));
    fault(&page, "hang", json!({}));
    page.click(SOME).await?;
    page.until_words(".actions", "Loading").await?;
    page.until_received("GET", 2).await?;
    page.until_words(".actions", "Loading").await?;
    page.press("Stop").await?;
    // The actions read so far can be used.
    page.until_words(COUNT, "Showing 100 of 100").await?;
    everything(&page).await?;
    page.until_words(CHOSEN, "100 selected").await?;
    let asked = pages(&page);
    assert_eq!(asked.len(), 2);
    page.press(READ_ON).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    let again = pages(&page);
    assert_eq!((again.len(), &again[1]), (5, &again[2]), "it does not go on where it stopped: {again:?}");
    page.until_words(CHOSEN, "100 selected").await?;
    page.until("nothing left to read", "return !words($('.actions')).includes('Load actions')").await?;
    assert_eq!(enabled(&page).await?.as_array().map(Vec::len), Some(100));
    Ok(())
}

/// A failed page is requested twice more without a message.
async fn a_page_that_fails_once(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().open(&fixture).await?;
    page.fill(&good()).await?;
    fault(&page, "status", json!({ "status": 503, "times": 2 }));
    page.click(SOME).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    assert_eq!((pages(&page).len(), page.words(".actions [role=alert]").await?), (6, String::new()));
    Ok(())
}

async fn a_list_out_of_reach(fixture: Fixture) -> Result<()> {
    let kinds = [
        ("status", json!({ "status": 500, "times": 3 }), "StackOne isn’t available right now."),
        ("status", json!({ "status": 404 }), "This address doesn’t accept the request."),
        ("status", json!({ "status": 401 }), "didn’t accept this API key"),
        ("wrong-shape", json!({}), "StackOne sent an unexpected answer."),
        ("truncate", json!({ "times": 3 }), "StackOne"),
    ];
    for (number, (kind, more, says)) in kinds.into_iter().enumerate() {
        let page = Site::new()?.hurried().with_failures().open(&fixture).await?;
        page.fill(&good()).await?;
        fault(&page, kind, more);
        page.click(SOME).await?;
        page.until_words(".actions [role=alert]", says).await?;
        page.until("no list", "return !$('.matrix') && !words($('.actions')).includes('Loading')").await?;
        match number {
            // All actions are still possible,
            0 => {
                page.click(".actions label:nth-child(1)").await?;
                assert_eq!(enabled(&page).await?, Value::Null);
            }
            // so is another attempt,
            1 => {
                page.press(READ_ON).await?;
                page.until_words(COUNT, "Showing 400 of 400").await?;
                assert_eq!(page.words(".actions [role=alert]").await?, "");
            }
            // and so is typing ids.
            _ => {
                type_ids(&page, "salesforce_get_contact").await?;
                assert_eq!(enabled(&page).await?, json!(["salesforce_get_contact"]));
            }
        }
    }
    Ok(())
}

async fn ids_by_hand(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    search(&page, "get lead", 1).await?;
    choose(&page, "salesforce_get_lead").await?;
    page.press("Enter IDs instead").await?;
    let typed: String = page.ask("return $('#action-ids').value").await?;
    assert_eq!(typed, "salesforce_get_lead");
    page.click("#action-ids").await?;
    page.until_focus("action-ids").await?;
    page.keys(Key::End).await?;
    page.keys(", salesforce_list_leads salesforce_get_lead").await?;
    page.keys(Key::Enter).await?;
    page.keys(Key::Enter).await?;
    page.keys("salesforce_get_asset,").await?;
    page.until_words(CHOSEN, "3 selected").await?;
    assert_eq!(cells(&page).await?, ["Read lead"]);
    let ids = ["salesforce_get_asset", "salesforce_get_lead", "salesforce_list_leads"];
    assert_eq!(enabled(&page).await?, json!(ids));
    Ok(())
}

/// The form warns and still sends the id: StackOne decides which actions exist.
async fn an_unknown_id(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    type_ids(&page, "salesforce_get_unicorn salesforce_get_lead").await?;
    page.click("[name=name]").await?;
    page.until_words("#actions-messages", "StackOne doesn’t offer “salesforce_get_unicorn”.").await?;
    assert_eq!(enabled(&page).await?, json!(["salesforce_get_lead", "salesforce_get_unicorn"]));
    Ok(())
}

async fn without_a_key(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.click(SOME).await?;
    page.press(READ_ON).await?;
    page.until_focus("apiKey").await?;
    page.until_words("#apiKey-messages", "API key").await?;
    assert_eq!(pages(&page), [""; 0]);
    Ok(())
}

async fn the_fewest_scopes(fixture: Fixture) -> Result<()> {
    let page = choosing(Site::new()?, &fixture).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    page.put_into("scopes", "refresh_token chatter_api full_name").await?;
    search(&page, "get dashboard", 1).await?;
    choose(&page, "salesforce_get_dashboard").await?;
    let note = ".actions .notice";
    page.until_words(note, "These actions need wave_api refresh_token.").await?;
    page.until_words(note, "Add wave_api, or 1 of these actions won’t work.").await?;
    page.until_words(note, "Not needed for these actions: chatter_api full_name.").await?;
    // The scopes stay until the person takes the proposal.
    assert_eq!(page.typed().await?.scopes, "refresh_token chatter_api full_name");
    search(&page, "feed item", 5).await?;
    everything(&page).await?;
    page.until_words(note, "need chatter_api wave_api refresh_token.").await?;
    // A scope that includes others replaces them.
    search(&page, "get account", 3).await?;
    choose(&page, "salesforce_get_account").await?;
    page.until_words(note, "need api wave_api refresh_token.").await?;
    page.until_words(note, "Add api, or 1 of these actions won’t work.").await?;
    page.press("Use only these scopes").await?;
    page.until_focus("scopes").await?;
    let typed = page.typed().await?.scopes;
    let mut scopes: Vec<_> = typed.split_whitespace().collect();
    scopes.sort_unstable();
    assert_eq!(scopes, ["api", "refresh_token", "wave_api"]);
    // It can be undone as long as nothing else is typed.
    page.until_words(note, "Scopes updated. These actions need only").await?;
    page.press("Undo").await?;
    page.until_words(note, "Add api, or 1 of these actions won’t work.").await?;
    assert_eq!(page.typed().await?.scopes, "refresh_token chatter_api full_name");
    page.press("Use only these scopes").await?;
    page.until_words(note, "Scopes updated.").await?;
    page.until("no proposal", "return !words($('.actions .notice')).includes('Use only these scopes')").await?;
    page.submit().await?;
    page.until_done().await?;
    let body = &page.received("POST")[0].body;
    let sent = body["credentials"]["scopes"].as_str().unwrap_or_default();
    assert_eq!(sent.split_whitespace().count(), 3, "{body}");
    Ok(())
}

/// In the guide, too.
async fn the_fewest_scopes_in_the_guide(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &good().api_key).await?;
    page.open_advanced().await?;
    page.put_into("scopes", "full refresh_token").await?;
    page.click(SOME).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    search(&page, "get account", 3).await?;
    choose(&page, "salesforce_get_account").await?;
    page.until_words(".actions .notice", "These actions need api refresh_token.").await?;
    page.press("Use only these scopes").await?;
    page.until_words("dl", "api refresh_token").await?;
    page.until_focus("scopes").await?;
    let typed: String = page.ask("return $('[name=scopes]').value").await?;
    assert_eq!(typed, "api refresh_token");
    Ok(())
}
