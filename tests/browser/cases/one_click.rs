//! One click creates one profile: double clicks, Enter and a click, clicks while the form is busy.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::json;
use thirtyfour::Key;

cases! {
    every engine:
        double_click,
        enter_and_click,
        clicks_while_busy,
        sent_twice_by_the_browser,
        two_new_ones_of_one_click;
}

async fn filled(fixture: &Fixture) -> Result<Page> {
    let page = Site::new()?.open(fixture).await?;
    page.fill(&good()).await?;
    Ok(page)
}

async fn one_profile(page: &Page) -> Result<()> {
    page.until_created(&good()).await?;
    // The list is read before the create and after it.
    page.until_received("GET", 2).await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    Ok(())
}

async fn double_click(fixture: Fixture) -> Result<()> {
    let page = filled(&fixture).await?;
    // Late enough that the second click still hits the button.
    page.fault("GET", "hold", json!({}));
    let button = page.in_view("button[type=submit]").await?;
    page.input().move_to_element_center(&button).click().click().perform().await?;
    page.release();
    one_profile(&page).await
}

async fn enter_and_click(fixture: Fixture) -> Result<()> {
    let page = filled(&fixture).await?;
    page.fault("GET", "hold", json!({}));
    page.enter("name").await?;
    page.keys(Key::Enter).await?;
    page.submit().await?;
    page.release();
    one_profile(&page).await
}

async fn clicks_while_busy(fixture: Fixture) -> Result<()> {
    let page = filled(&fixture).await?;
    page.fault("GET", "hold", json!({}));
    page.fault("POST", "hold", json!({}));
    page.submit().await?;
    for says in ["Checking existing profiles…", "Creating profile…"] {
        page.until_words("button[type=submit]", says).await?;
        page.submit().await?;
        page.enter("clientId").await?;
        page.keys(Key::Enter).await?;
        if says.starts_with("Checking") {
            page.release();
        }
    }
    let busy: String = page.ask("return $('form').getAttribute('aria-busy')").await?;
    assert_eq!((busy.as_str(), page.words(".foot [role=status]").await?.as_str()), ("true", "Creating profile…"));
    // Nothing can be changed while a request is in flight.
    page.keys("x").await?;
    assert_eq!(page.typed().await?, good());
    page.release();
    one_profile(&page).await
}

/// The form reported one profile, once, and no failure.
async fn told_once(page: &Page) -> Result<()> {
    page.until_done().await?;
    assert_eq!((page.events("profile-created").await?.len(), page.failures().await?), (1, Vec::<String>::new()));
    Ok(())
}

/// A reused connection closes after the create and before the answer. Chromium and Firefox then resend the create on
/// their own, WebKit does not. One profile results, or two that are both reported.
async fn sent_twice_by_the_browser(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().open(&fixture).await?;
    page.fill(&good()).await?;
    page.fault("POST", "drop-reused", json!({}));
    page.submit().await?;
    told_once(&page).await?;
    let ids: Vec<_> = page.server.simulator().connector_profiles().into_iter().map(|profile| profile.id).collect();
    assert_eq!(page.posts(), ids.len());
    if ids.len() > 1 {
        let reported = page.until("the reported profiles", "return $('[part=notice]')?.innerText").await?.to_string();
        assert!(ids.iter().all(|id| reported.contains(id)), "{reported} of {ids:?}");
    }
    told_once(&page).await
}

/// Both are shown, and the person picks the one that is used.
async fn two_new_ones_of_one_click(fixture: Fixture) -> Result<()> {
    let page = filled(&fixture).await?;
    page.fault("POST", "hold", json!({ "afterWork": true }));
    page.submit().await?;
    page.until_profiles(1).await?;
    page.add_profile(&good().name, &good().environment).await?;
    page.release();
    page.until_words("[part=notice]", "StackOne has 2 new profiles").await?;
    told_once(&page).await?;
    let profiles = page.server.simulator().connector_profiles();
    let [ours, other] = [0, 1].map(|at| profiles[at].id.as_str());
    let reported = page.words("[part=notice]").await?;
    assert!(
        reported.contains(ours) && reported.contains(other) && reported.contains("delete them in StackOne"),
        "{reported}"
    );
    assert!(page.words("[part=done] dl").await?.contains(ours));
    page.press("Use this one").await?;
    page.until_words("[part=done] dl", other).await?;
    assert_eq!(page.events("profile-updated").await?[0].detail["profile"]["id"], other);
    told_once(&page).await?;
    assert_eq!(page.posts(), 1);
    Ok(())
}
