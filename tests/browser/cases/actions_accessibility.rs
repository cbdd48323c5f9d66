//! axe-core on every state of the action picker in every look. Also forced colors.

use anyhow::Result;
use browser_tests::{Case, Fixture, Page, Site, Step, good};
use harness::drivers::Engine;
use serde_json::json;
use thirtyfour::Key;

use crate::accessibility::{check, looks};
use crate::actions::{ACTIONS, COUNT, SOME, choose, choosing, everything, listed, search};
use crate::actions_loading::type_ids;

/// An id that has no line break opportunity.
const LONG: &str = "salesforce_get_the_custom_object_with_the_longest_name_that_anybody_in_the_org_ever_thought_of__c";

looks! {
    reading: "Loading", |site, fixture| {
        let page = site.open(&fixture).await?;
        page.fill(&good()).await?;
        page.fault("GET", "delay", json!({ "path": ACTIONS, "ms": 0 }));
        page.fault("GET", "hang", json!({ "path": ACTIONS }));
        page.click(SOME).await?;
        page.until_words(COUNT, "Loading").await?;
        Ok(page)
    }
    usual_selection: "320 selected", |site, fixture| {
        let page = listed(site, &fixture).await?;
        page.press("Read and write").await?;
        Ok(page)
    }
    taken: "Scopes updated.", |site, fixture| {
        let page = listed(site, &fixture).await?;
        page.put_into("scopes", "full refresh_token").await?;
        page.press("Read only").await?;
        page.press("Use only these scopes").await?;
        page.until_words(".actions .notice", "Undo").await?;
        Ok(page)
    }
    chosen: "Use only these scopes", |site, fixture| {
        let page = listed(site, &fixture).await?;
        page.put_into("scopes", "full refresh_token").await?;
        search(&page, "dashboard", 5).await?;
        everything(&page).await?;
        page.click("#action-search").await?;
        page.keys(Key::Enter).await?;
        page.until("the focus in the list", "return root.activeElement?.role === 'checkbox'").await?;
        Ok(page)
    }
    row_open: "List accounts", |site, fixture| {
        let page = listed(site, &fixture).await?;
        choose(&page, "salesforce_get_account").await?;
        Ok(page)
    }
    nothing_found: "No actions match “no such thing”.", |site, fixture| {
        let page = listed(site, &fixture).await?;
        search(&page, "no such thing", 0).await?;
        Ok(page)
    }
    none_chosen: "Select at least one action, or choose all actions.", |site, fixture| {
        let page = listed(site, &fixture).await?;
        page.submit().await?;
        page.until_focus("actions").await?;
        Ok(page)
    }
    out_of_reach: "StackOne isn’t available right now.", |site, fixture| {
        let page = site.open(&fixture).await?;
        page.fill(&good()).await?;
        page.fault("GET", "status", json!({ "path": ACTIONS, "status": 500, "times": 3 }));
        page.click(SOME).await?;
        Ok(page)
    }
    typed: "StackOne doesn’t offer", |site, fixture| {
        let page = listed(site, &fixture).await?;
        type_ids(&page, LONG).await?;
        page.click("[name=name]").await?;
        Ok(page)
    }
    long_ids: "salesforce_get_the_custom_object", |site, fixture| {
        let page = site.open(&fixture).await?;
        page.fill(&good()).await?;
        let action = json!({ "id": LONG, "label": LONG, "description": LONG, "required_scopes": [LONG] });
        let body = json!({ "next": null, "data": [{ "actions": [action] }] });
        page.fault("GET", "status", json!({ "path": ACTIONS, "status": 200, "body": body }));
        page.click(SOME).await?;
        page.until_words(COUNT, "Showing 1 of 1").await?;
        everything(&page).await?;
        page.until_words(".actions .notice", LONG).await?;
        Ok(page)
    }
    in_the_guide: "Do it in StackOne instead", |site, fixture| {
        let page = site.guided().open(&fixture).await?;
        page.go_to(Step::Profile).await?;
        page.put_into("apiKey", &good().api_key).await?;
        page.open_advanced().await?;
        page.click(SOME).await?;
        page.until_words(COUNT, "Showing 400 of 400").await?;
        Ok(page)
    }
}

/// A case for each state, those of forced colors and of the focus.
pub fn cases() -> Vec<Case> {
    let mut cases = looks();
    cases.push(Case::new(module_path!(), "forced_colors", forced_colors));
    cases.push(Case::new(module_path!(), "the_focus_is_in_sight", the_focus_is_in_sight).in_every_engine());
    cases
}

/// Selection and focus are visible without any color of the page.
async fn forced_colors(fixture: Fixture) -> Result<()> {
    if fixture.engine() != Engine::Chromium {
        // Only Chromium can emulate forced colors.
        return Ok(());
    }
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    fixture.browser.chromium("Emulation.setEmulatedMedia", forced).await?;
    let page = choosing(Site::new()?, &fixture).await?;
    page.until_words(COUNT, "Showing 400 of 400").await?;
    search(&page, "get case", 3).await?;
    page.keys(Key::Enter).await?;
    page.until("the focus in the list", "return root.activeElement?.role === 'checkbox'").await?;
    page.keys(" ").await?;
    page.until_words(".actions", "3 selected").await?;
    let seen: (bool, String, String, String) = page
        .ask(
            "const box = root.activeElement;
            return [
                matchMedia('(forced-colors: active)').matches,
                getComputedStyle(box, '::after').content,
                getComputedStyle(box).outlineStyle,
                getComputedStyle($('.choice:has(:checked)')).outlineStyle,
            ]",
        )
        .await?;
    assert_eq!(seen, (true, "\"\"".to_owned(), "solid".to_owned(), "solid".to_owned()));
    check(&page).await
}

/// The headings stick to the top of the table and must not cover the focused check box. (WebKit scrolls to the focused
/// element with a delay.)
async fn the_focus_is_in_sight(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture).await?;
    page.click("#action-search").await?;
    page.until_focus("action-search").await?;
    page.keys(Key::Enter).await?;
    page.until("the focus in the table", "return root.activeElement?.role === 'checkbox'").await?;
    let in_sight = "const at = root.activeElement;
        const { left, top, bottom } = at.getBoundingClientRect();
        return [top + 4, bottom - 4].every((y) => root.elementFromPoint(left + 8, y)?.closest('button') === at)";
    for _ in 0..70 {
        page.keys(Key::Tab).await?;
        page.until("the focus in sight", in_sight).await?;
    }
    for _ in 0..50 {
        page.chord(Key::Shift, Key::Tab).await?;
        page.until("the focus in sight", in_sight).await?;
    }
    let above_the_rows = "$('.matrix-scroll').scrollTop = 40;
        const { left, top, width, height } = $('.matrix thead th').getBoundingClientRect();
        return root.elementFromPoint(left + width / 2, top + height / 2)?.closest('thead')";
    page.until("the headings above the rows", &format!("{above_the_rows} && true")).await?;
    Ok(())
}
