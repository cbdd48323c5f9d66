//! The profile to change comes from the query string of the page or from an attribute of the element.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, Step, cases, good};
use serde_json::json;
use thirtyfour::Key;

use crate::profiles::rename;

cases! {
    chromium: in_the_address, in_the_address_of_the_guide, unknown_or_odd, an_attribute, a_property;
}

async fn value(page: &Page, name: &str) -> Result<String> {
    page.ask_with("return $(`[name=${input}]`).value", json!(name)).await
}

/// Opens the page with this query and two profiles in the simulator.
async fn at(site: Site, fixture: &Fixture, query: &str) -> Result<Page> {
    let page = site.open(fixture).await?;
    page.add_profile("Acme", "production").await?;
    page.add_profile("Tests", "sandbox").await?;
    page.go(&format!("{}?{query}", page.url())).await?;
    Ok(page)
}

async fn give_key(page: &Page) -> Result<()> {
    page.until_words("#step", "Salesforce profiles").await?;
    page.put_into("apiKey", &good().api_key).await?;
    page.keys(Key::Enter).await
}

async fn in_the_address(fixture: Fixture) -> Result<()> {
    let page = at(Site::new()?, &fixture, "profile-id=sim_profile_2").await?;
    give_key(&page).await?;
    page.until_focus("name").await?;
    assert_eq!(value(&page, "name").await?, "Tests");
    assert_eq!(page.words("#title").await?, "Edit “Tests”");
    assert!(page.ask::<bool>("return $('[value=sandbox]').checked").await?);
    rename(&page, "Tests 2").await?;
    page.submit().await?;
    page.until_done().await?;
    let sent = page.received("PATCH");
    assert_eq!((sent.len(), sent[0].path.as_str()), (1, "/stackone/connector_profiles/sim_profile_2"));
    assert_eq!(sent[0].body, json!({ "name": "Tests 2" }));
    Ok(())
}

async fn in_the_address_of_the_guide(fixture: Fixture) -> Result<()> {
    let page = at(Site::new()?.guided(), &fixture, "profile-id=sim_profile_2&step=credentials").await?;
    give_key(&page).await?;
    page.until_focus("name").await?;
    assert_eq!(value(&page, "name").await?, "Tests");
    page.press("Cancel").await?;
    page.until_words(".profiles", "Acme").await?;
    page.press("Back to setup").await?;
    page.until_step(Step::Credentials).await
}

async fn unknown_or_odd(fixture: Fixture) -> Result<()> {
    let page = at(Site::new()?, &fixture, "profile-id=nobody-7").await?;
    give_key(&page).await?;
    page.until_words("[role=alert]", "We couldn’t find Salesforce profile nobody-7.").await?;
    page.until_words(".profiles", "Tests").await?;
    for query in ["profile-id=", "profile-id=%3Cb%3E", "profile-id=a/../b"] {
        page.go(&format!("{}?{query}", page.url())).await?;
        page.until("the form", "return $('[name=clientId]')").await?;
    }
    Ok(())
}

const DEFINE: &str = "<script type=\"module\" src=\"./element.js\"></script>";

/// The element on a host page that names the profile before it exists.
async fn an_attribute(fixture: Fixture) -> Result<()> {
    let one = "<stackone-connector-profile id=\"one\" api-base-url=\"/stackone\" profile-id=\"sim_profile_1\">\
        </stackone-connector-profile>";
    let page = Site::new()?.host(&format!("{one}{DEFINE}")).show(&fixture).await?;
    page.until("the list", "return $('#step')").await?;
    page.add_profile("Acme", "production").await?;
    give_key(&page).await?;
    page.until_focus("name").await?;
    rename(&page, "Acme 2").await?;
    page.submit().await?;
    page.until_done().await?;
    let updated = page.events("profile-updated").await?;
    assert_eq!((updated.len(), updated[0].from.as_str()), (1, "one"));
    assert_eq!(updated[0].detail["profile"]["id"], "sim_profile_1");
    assert_eq!(page.profiles(), ["Acme 2"]);
    Ok(())
}

/// Set later, while a person types. The page provides the authorization.
async fn a_property(fixture: Fixture) -> Result<()> {
    let one = "<stackone-connector-profile id=\"one\" api-base-url=\"/stackone\"></stackone-connector-profile>";
    let page = Site::new()?.host(&format!("{one}{DEFINE}")).open(&fixture).await?;
    page.add_profile("Acme", "production").await?;
    page.put_into("clientId", &good().client_id).await?;
    page.ask::<()>(
        "Object.assign(host, { auth: 'host', getAuthorization: () => `Basic ${btoa('v1.eu1.host:')}` });
        host.profileId = 'sim_profile_1';",
    )
    .await?;
    page.until_focus("name").await?;
    assert_eq!(value(&page, "name").await?, "Acme");
    page.press("Cancel").await?;
    page.until_words(".profiles", "Acme").await?;
    page.press("New profile").await?;
    page.until_focus("clientId").await?;
    assert_eq!(value(&page, "clientId").await?, good().client_id, "what was typed comes back");
    Ok(())
}
