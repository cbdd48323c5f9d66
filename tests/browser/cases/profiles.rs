//! The existing profiles: the list over several pages, the search, changing one, and conflicts with another user's
//! changes.

use anyhow::Result;
use browser_tests::{Fixture, PROFILES, Page, Site, Step, cases, good};
use serde_json::{Value, json};
use thirtyfour::Key;

cases! {
    every engine: by_keyboard;
    chromium:
        a_list_of_two_pages,
        a_list_that_fails,
        no_profile_leads_to_the_guide,
        a_change,
        another_key,
        changed_meanwhile,
        gone_meanwhile,
        a_duplicate,
        a_link;
}

/// The line that counts the shown profiles.
const COUNT: &str = "p.hint[role=status]";

async fn wrote(page: &Page, profiles: &[(&str, &str)]) -> Result<()> {
    for (name, environment) in profiles {
        page.add_profile(name, environment).await?;
    }
    Ok(())
}

/// Opens the list and waits for it.
pub async fn read(page: &Page) -> Result<()> {
    page.press("View existing profiles").await?;
    page.until_focus("step").await?;
    page.put_into("apiKey", &good().api_key).await?;
    page.keys(Key::Enter).await
}

/// Opens the form and the list of these profiles.
pub async fn listed(site: Site, fixture: &Fixture, profiles: &[(&str, &str)]) -> Result<Page> {
    let page = site.open(fixture).await?;
    wrote(&page, profiles).await?;
    read(&page).await?;
    page.until_words(COUNT, &format!("Showing {0} of {0}", profiles.len())).await?;
    Ok(page)
}

/// Opens Acme for changing, while Other is the default.
pub async fn changing(site: Site, fixture: &Fixture) -> Result<Page> {
    let page = site.open(fixture).await?;
    wrote(&page, &[("Acme", "production"), ("Other", "sandbox")]).await?;
    page.arrange("PATCH", "/sim_profile_2", json!({ "default": true })).await?;
    read(&page).await?;
    page.click("[aria-label='Edit: Acme']").await?;
    page.until_focus("name").await?;
    Ok(page)
}

pub async fn rename(page: &Page, name: &str) -> Result<()> {
    page.empty("name").await?;
    page.keys(name).await
}

/// The bodies of the changes that were sent.
fn changes(page: &Page) -> Vec<Value> {
    let received = page.received("PATCH");
    assert!(received.iter().all(|request| request.path == format!("{PROFILES}/sim_profile_1")));
    received.into_iter().map(|request| request.body).collect()
}

async fn a_list_of_two_pages(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    for number in 1..=26 {
        page.add_profile(&format!("Acme {number:02}"), "production").await?;
    }
    page.arrange("PATCH", "/sim_profile_26", json!({ "default": true, "active": false })).await?;
    page.arrange("PUT", "/sim_profile_26/pinned_version", json!({ "pinned_version": "1.2.x" })).await?;
    read(&page).await?;
    page.until_words(COUNT, "Showing 26 of 26").await?;
    let queries: Vec<_> = page.received("GET").into_iter().filter_map(|request| request.query).collect();
    assert_eq!(queries, [1, 2].map(|page| format!("connector_key=salesforce&page={page}&page_size=25")));
    let last = page.words(".profiles li:last-child").await?;
    assert!(last.starts_with("Acme 26 Default Disabled 1.2.1 · pinned to 1.2.x · "), "{last}");
    assert!(last.contains(" sim_profile_26"), "{last}");

    page.click("#search").await?;
    page.until_focus("search").await?;
    page.keys("aCME 0").await?;
    page.until_words(COUNT, "Showing 9 of 26").await?;
    page.keys("7").await?;
    page.until_words(COUNT, "Showing 1 of 26").await?;
    let names: Vec<String> = page.ask("return $$('.profiles [aria-label^=Edit]').map(words)").await?;
    assert_eq!(names, ["Acme 07"]);
    page.keys("x").await?;
    page.until_words(COUNT, "Showing 0 of 26").await?;
    for _ in 0..8 {
        page.keys(Key::Backspace).await?;
    }
    page.until_words(COUNT, "Showing 26 of 26").await
}

async fn a_list_that_fails(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().open(&fixture).await?;
    wrote(&page, &[("Acme", "production")]).await?;
    // Without a key, nothing is sent.
    page.press("View existing profiles").await?;
    page.until_focus("step").await?;
    page.press("Load profiles").await?;
    page.until_focus("apiKey").await?;
    page.until_words("#apiKey-messages", "API key").await?;
    assert!(page.received("GET").is_empty());
    page.fault("GET", "status", json!({ "times": 3, "status": 500 }));
    page.keys(good().api_key.as_str()).await?;
    page.press("Load profiles").await?;
    // It is retried twice in the meantime.
    page.find(".bones").await?;
    page.until_words("[role=alert]", "StackOne isn’t available right now.").await?;
    page.click("summary").await?;
    page.until_words("#support-bundle", "page_size=25").await?;
    page.press("Load profiles").await?;
    page.until_words(COUNT, "Showing 1 of 1").await?;
    assert_eq!(page.words("[role=alert]").await?, "");
    Ok(())
}

async fn no_profile_leads_to_the_guide(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", &good().client_id).await?;
    read(&page).await?;
    page.until_words(".card", "This project has no Salesforce profiles yet.").await?;
    page.press("Back to setup").await?;
    page.until_step(Step::Credentials).await?;
    let typed: String = page.ask("return $('[name=clientId]').value").await?;
    assert_eq!(typed, good().client_id);
    Ok(())
}

async fn a_change(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?, &fixture).await?;
    assert!(page.ask::<bool>("return !$('[name=clientId]') && !$('[name=clientSecret]')").await?);
    page.until_words("form", "No changes yet").await?;
    rename(&page, "Acme 2").await?;
    page.click("label[for='edit.default']").await?;
    page.until_words("form", "This replaces “Other” as the default.").await?;
    page.click("label[for='edit.enabled']").await?;
    page.until_words("form", "Connected accounts stop working while this profile is disabled.").await?;
    let facts: Vec<String> = page.ask("return $$('[aria-labelledby=title] dl > div').map(words)").await?;
    let expected = ["Profile name Acme → Acme 2", "Default Salesforce profile no → yes", "Enabled yes → no"];
    assert_eq!(facts, expected);
    page.submit().await?;
    page.until_done().await?;
    page.until_words("#done", "Changes saved").await?;
    assert_eq!(changes(&page), [json!({ "name": "Acme 2", "default": true, "active": false })]);
    let updated = page.events("profile-updated").await?;
    assert_eq!((updated.len(), &updated[0].detail["profile"]["name"]), (1, &json!("Acme 2")));
    assert_eq!(page.posts(), 0);
    page.press("View existing profiles").await?;
    page.until_words(".profiles", "Acme 2 Default Disabled").await?;
    page.until("what StackOne has now", "return !words($('.profiles')).includes('Other Sandbox Default')").await?;
    Ok(())
}

async fn another_key(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?, &fixture).await?;
    let draft = good();
    page.press("Replace key or secret").await?;
    page.until_focus("clientId").await?;
    page.keys(draft.client_id.as_str()).await?;
    page.submit().await?;
    page.until_focus("clientSecret").await?;
    assert!(page.messages("clientSecret").await?.iter().any(|message| message.error));
    assert!(page.received("PATCH").is_empty());
    page.keys(draft.client_secret.as_str()).await?;
    page.submit().await?;
    page.until_done().await?;
    let keys = json!({ "clientId": draft.client_id, "clientSecret": draft.client_secret });
    assert_eq!(changes(&page), [json!({ "credentials": keys })]);
    Ok(())
}

async fn changed_meanwhile(fixture: Fixture) -> Result<()> {
    for (button, name, sent) in [
        ("Save my changes", "Theirs", json!([{ "environment": "sandbox" }])),
        ("Keep it as it is now", "Mine", json!([{ "name": "Mine" }])),
    ] {
        let page = changing(Site::new()?, &fixture).await?;
        page.click("[name=environment][value=sandbox]").await?;
        page.arrange("PATCH", "/sim_profile_1", json!({ "name": "Theirs" })).await?;
        page.submit().await?;
        page.until_focus("failure").await?;
        let rows: Vec<String> = page.ask("return $$('#failure li').map(words)").await?;
        assert!(rows[0].starts_with("Theirs · sandbox") && rows[0].ends_with("Save my changes"), "{rows:?}");
        assert!(rows[1].starts_with("Theirs · production") && rows[1].ends_with("Keep it as it is now"), "{rows:?}");
        assert!(page.received("PATCH").is_empty(), "it was overwritten unseen");
        assert_eq!(page.failures().await?, ["conflict"]);
        page.press(button).await?;
        if name == "Mine" {
            page.until_focus("name").await?;
            assert!(page.ask::<bool>("return $('[value=production]').checked && $('#name').value === 'Theirs'").await?);
            rename(&page, "Mine").await?;
            page.submit().await?;
        }
        page.until_done().await?;
        assert_eq!(json!(changes(&page)), sent);
        assert_eq!(page.profiles(), [name, "Other"]);
    }
    Ok(())
}

async fn gone_meanwhile(fixture: Fixture) -> Result<()> {
    let page = changing(Site::new()?, &fixture).await?;
    rename(&page, "Mine").await?;
    page.server.simulator().reset();
    page.submit().await?;
    page.until_focus("failure").await?;
    page.until_words("#failure", "It’s no longer in StackOne.").await?;
    assert!(page.received("PATCH").is_empty());
    page.press("Cancel").await?;
    page.until_words(".card", "This project has no Salesforce profiles yet.").await
}

async fn a_duplicate(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture, &[("Acme", "production")]).await?;
    page.click("[aria-label='Duplicate for sandbox: Acme']").await?;
    page.until_focus("clientId").await?;
    let draft = browser_tests::Typed { name: "Acme (Sandbox)".into(), ..good() };
    let typed = page.typed().await?;
    assert_eq!((&typed.name, typed.environment.as_str()), (&draft.name, "sandbox"));
    assert_eq!([typed.client_id, typed.client_secret], ["", ""]);
    page.keys(draft.client_id.as_str()).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!(page.profiles(), ["Acme", "Acme (Sandbox)"]);
    Ok(())
}

/// A link for an existing profile writes nothing to it.
async fn a_link(fixture: Fixture) -> Result<()> {
    let page = listed(Site::new()?, &fixture, &[("Acme", "production"), ("Other", "sandbox")]).await?;
    page.click("[aria-label='Connect an account: Other']").await?;
    page.until_focus("done").await?;
    page.make_link().await?;
    page.until_words(".link-account", "Expires in 30 min").await?;
    let asked = page.server.simulator().requests().into_iter().rfind(|request| request.method == "POST");
    assert!(asked.is_some_and(
        |asked| asked.path.ends_with("/connect_sessions") && asked.body.to_string().contains("sim_profile_2")
    ));
    page.press("View existing profiles").await?;
    page.until_words(COUNT, "Showing 2 of 2").await
}

async fn by_keyboard(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    wrote(&page, &[("Acme", "production"), ("Other", "sandbox")]).await?;
    page.tab_and("View existing profiles", Key::Enter).await?;
    page.until_focus("step").await?;
    page.tab_and_type("apiKey", &good().api_key).await?;
    page.keys(Key::Enter).await?;
    page.until_words(COUNT, "Showing 2 of 2").await?;
    page.tab_and_type("search", "acme").await?;
    page.until_words(COUNT, "Showing 1 of 2").await?;
    page.tab_and("Edit: Acme", Key::Enter).await?;
    page.until_focus("name").await?;
    page.chord(Key::Control, 'a').await?;
    page.keys("Acme 2").await?;
    page.tab_and("edit.default", Key::Space).await?;
    page.until_words("form", "Default Salesforce profile no → yes").await?;
    page.tab_and("Save changes", Key::Enter).await?;
    page.until_done().await?;
    assert_eq!(changes(&page), [json!({ "name": "Acme 2", "default": true })]);
    page.until_focus("done").await?;
    page.tab_and("View existing profiles", Key::Enter).await?;
    page.until_focus("step").await?;
    page.until_words(".profiles", "Acme 2").await?;
    page.tab_and("Edit: Acme 2", Key::Enter).await?;
    page.until_focus("name").await?;
    page.tab_and("Cancel", Key::Enter).await?;
    page.until_focus("step").await?;
    page.tab_and("New profile", Key::Enter).await?;
    page.until_focus("clientId").await
}
