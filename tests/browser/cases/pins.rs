//! The connector version of a profile that is being changed: the version in use, the available ones, the pin, and a pin
//! whose answer gets lost.

use anyhow::Result;
use browser_tests::{Fixture, PROFILES, Page, Site, cases};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::profiles::{changing, rename};

cases! {
    every engine: by_keyboard;
    chromium: pins_and_unpins, what_is_no_pin, a_lost_answer, a_refusal, another_click;
}

/// The list that shows the version in use and the pin.
const FACTS: &str = "[aria-labelledby=pins] dl";
const ALERT: &str = "[aria-labelledby=pins] [role=alert]";

/// The pins that were sent: by `PUT`, or `null` for a `DELETE`.
fn pins(page: &Page) -> Vec<Value> {
    let put = page.received("PUT").into_iter().chain(page.received("DELETE"));
    let path = format!("{PROFILES}/sim_profile_1/pinned_version");
    put.inspect(|request| assert_eq!(request.path, path))
        .map(|request| request.body["pinned_version"].clone())
        .collect()
}

/// Replaces the text of the field.
async fn type_pin(page: &Page, pin: &str) -> Result<()> {
    page.click("#pin").await?;
    page.until_focus("pin").await?;
    page.chord(Key::Control, 'a').await?;
    page.keys(pin).await
}

async fn pins_and_unpins(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?, &fixture).await?;
    rename(&page, "Acme 2").await?;
    page.until_words(FACTS, "In use 2.0.0 Pinned to –").await?;
    page.press("Show available versions").await?;
    page.until_words("[aria-labelledby=pins]", "2.0.0, 1.3.0, 1.2.1, 1.2.0, 1.1.0").await?;
    for (pin, used) in [("1.2.x", "1.2.1"), ("1.x.x", "1.3.0"), ("1.1.0", "1.1.0"), ("latest", "2.0.0")] {
        type_pin(&page, pin).await?;
        page.press("Pin").await?;
        page.until_words(FACTS, &format!("In use {used} Pinned to {pin}")).await?;
    }
    page.press("Unpin").await?;
    page.until_words(FACTS, "In use 2.0.0 Pinned to –").await?;
    assert_eq!(json!(pins(&page)), json!(["1.2.x", "1.x.x", "1.1.0", "latest", null]));
    assert_eq!(page.words(ALERT).await?, "");
    // None of that counts as a change by another user, and the draft is unchanged.
    assert!(page.received("PATCH").is_empty());
    page.press("Save changes").await?;
    page.until_done().await?;
    let bodies: Vec<Value> = page.received("PATCH").into_iter().map(|request| request.body).collect();
    assert_eq!(bodies, [json!({ "name": "Acme 2" })]);
    Ok(())
}

async fn by_keyboard(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?, &fixture).await?;
    page.tab_and_type("pin", "1.2.x").await?;
    page.keys(Key::Enter).await?;
    page.until_words(FACTS, "In use 1.2.1 Pinned to 1.2.x").await?;
    page.until_focus("pin").await?;
    page.tab_and("Unpin", Key::Space).await?;
    page.until_words(FACTS, "In use 2.0.0 Pinned to –").await?;
    page.until_focus("Unpin").await?;
    page.tab_and("Show available versions", Key::Enter).await?;
    page.until_words("[aria-labelledby=pins]", "2.0.0, 1.3.0").await?;
    page.until_focus("Show available versions").await?;
    assert_eq!(json!(pins(&page)), json!(["1.2.x", null]));
    assert!(page.received("PATCH").is_empty(), "Enter in this field saves nothing");
    Ok(())
}

async fn what_is_no_pin(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?, &fixture).await?;
    type_pin(&page, "^1.2.0").await?;
    page.press("Pin").await?;
    page.until_words(ALERT, "Enter latest, a range (1.x.x or 1.2.x)").await?;
    assert!(pins(&page).is_empty());
    type_pin(&page, "1.2.0").await?;
    page.press("Pin").await?;
    page.until_words(FACTS, "In use 1.2.0 Pinned to 1.2.0").await?;
    assert_eq!(page.words(ALERT).await?, "");
    Ok(())
}

/// Whether or not the pin arrived, the list is read and shows it. Nothing is sent twice.
async fn a_lost_answer(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?.with_failures(), &fixture).await?;
    let path = format!("{PROFILES}/sim_profile_1/pinned_version");
    page.fault("PUT", "status", json!({ "path": path, "status": 503, "afterWork": true }));
    type_pin(&page, "1.2.x").await?;
    page.press("Pin").await?;
    page.until_words(FACTS, "In use 1.2.1 Pinned to 1.2.x").await?;
    page.until("no message", &format!("return words($('{ALERT}')) === ''")).await?;
    page.fault("DELETE", "status", json!({ "path": path, "status": 503 }));
    page.press("Unpin").await?;
    page.until_words(ALERT, "We’re not sure if your changes were saved.").await?;
    page.until("the end", "return $('[aria-labelledby=pins]').ariaBusy === 'false'").await?;
    page.until_words(FACTS, "In use 1.2.1 Pinned to 1.2.x").await?;
    page.press("Unpin").await?;
    page.until_words(FACTS, "In use 2.0.0 Pinned to –").await?;
    assert_eq!(page.words(ALERT).await?, "");
    assert_eq!(json!(pins(&page)), json!(["1.2.x", null, null]));
    Ok(())
}

async fn a_refusal(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?.with_failures(), &fixture).await?;
    type_pin(&page, "1.4.x").await?;
    page.press("Pin").await?;
    page.until_words(ALERT, "StackOne says: pinned_version names no version of this connector.").await?;
    page.until_words(FACTS, "In use 2.0.0 Pinned to –").await?;
    page.fault("GET", "status", json!({ "path": format!("{PROFILES}/sim_profile_1/versions"), "status": 404 }));
    page.press("Show available versions").await?;
    page.until_words(ALERT, "This address doesn’t accept the request.").await
}

/// The other button is disabled while a request is in flight, and the changes are kept.
async fn another_click(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?.with_failures(), &fixture).await?;
    rename(&page, "Acme 2").await?;
    let path = format!("{PROFILES}/sim_profile_1/pinned_version");
    page.fault("PUT", "hold", json!({ "path": path }));
    type_pin(&page, "1.2.x").await?;
    page.press("Pin").await?;
    let disabled =
        "return $$('[aria-labelledby=pins] button, [part=submit]').every((one) => one.ariaDisabled === 'true')";
    page.until("disabled buttons", disabled).await?;
    page.press("Unpin").await?;
    page.submit().await?;
    page.release();
    page.until_words(FACTS, "In use 1.2.1 Pinned to 1.2.x").await?;
    assert_eq!(json!(pins(&page)), json!(["1.2.x"]));
    assert!(page.received("PATCH").is_empty());
    page.until(
        "buttons again",
        "return $$('[aria-labelledby=pins] button').every((one) => one.ariaDisabled === 'false')",
    )
    .await?;
    page.submit().await?;
    page.until_done().await
}
