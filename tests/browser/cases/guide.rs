//! The guide from an empty org to a linked account, by keyboard alone on a dark screen of 320 pixels. Also its URLs and
//! its events.

use anyhow::Result;
use browser_tests::{CALLBACK, Case, Fixture, Look, PROFILES, Page, STAY_HERE, Site, Typed, good};
use serde_json::{Value, json};
use thirtyfour::Key;

const SPACE: Key = Key::Space;

/// The cases of this file.
pub fn cases() -> Vec<Case> {
    vec![
        Case::new(module_path!(), "addresses", addresses).in_every_engine(),
        Case::new(module_path!(), "events", events),
        Case::new(module_path!(), "happy_loop", happy_loop).with_look(Look::Dark).in_every_engine(),
    ]
}

/// From an org without an app to a linked account, with the page alone.
async fn happy_loop(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().narrow().before(STAY_HERE).open(&fixture).await?;
    page.until("the frame's focus", "window.focus(); return document.hasFocus()").await?;
    page.tab_and("Done: Admin rights", SPACE).await?;
    page.tab_and("environment", Key::Down).await?;
    page.until("Sandbox", "return $('[value=sandbox]').checked").await?;
    page.tab_and("Continue: Create the app", Key::Enter).await?;
    page.until_step("Create the app").await?;
    page.tab_and("Done: Open Setup", SPACE).await?;
    page.tab_to("app-name").await?;
    let name = page.words("#app-name").await?;
    page.tab_and("Continue: OAuth settings", Key::Enter).await?;
    page.until_step("OAuth settings").await?;
    let callback = page.words("#callback-url").await?;
    assert_eq!(callback, CALLBACK);
    let labels: Vec<String> = page.ask("return $$('.labels li').map(words)").await?;
    page.tab_and("Done: Enable OAuth", SPACE).await?;
    page.tab_and("pkce", SPACE).await?;
    page.until_words("[name=pkce]:checked + span", "Yes, it is off now").await?;

    // In the same tab: the guide is left, and comes back with everything but the secrets.
    let [key, secret] = make_app(&page, &name, &callback, &labels).await?;
    page.go(&format!("{}narrow.html", page.url())).await?;
    page.web().enter_frame(0).await?;
    page.until_words("#step", "OAuth settings").await?;
    let ticks: Vec<bool> = page.ask("return $$('.task [type=checkbox]').map((one) => one.checked)").await?;
    assert_eq!(ticks, [true, false, false, false, true, false]);
    page.until_words("[name=pkce]:checked + span", "Yes, it is off now").await?;
    page.until("the frame's focus", "window.focus(); return document.hasFocus()").await?;
    page.tab_and("I created it just now", Key::Enter).await?;
    page.until_words("[role=timer]", "minutes to go").await?;
    page.tab_and("Continue: Credentials", Key::Enter).await?;
    page.until_step("Credentials").await?;
    page.tab_and_type("clientId", &key).await?;
    page.tab_and_type("clientSecret", &secret).await?;
    page.tab_and("Continue: Environment and scopes", Key::Enter).await?;
    page.until_step("Environment and scopes").await?;
    page.until("what was chosen", "return $('[value=sandbox]').checked").await?;
    page.tab_and("Continue: Check with Salesforce", Key::Enter).await?;
    page.until_step("Check with Salesforce").await?;

    page.tab_and("Open Salesforce sign-in", Key::Enter).await?;
    page.until("the event", "return window.seen.events.some((event) => event.name === 'authorize')").await?;
    let link: [String; 3] = page.ask("return [root.activeElement].map((a) => [a.href, a.target, a.rel])[0]").await?;
    assert_eq!(link[1..], ["_blank", "noopener noreferrer"]);
    assert!(link[0].starts_with("https://test.salesforce.com/services/oauth2/authorize?"), "{}", link[0]);
    let away = page.away().await?;
    let shown = page.sign_in(&link[0], None).await?;
    assert!(shown.text.contains("Do you want to allow access for admin@acme--uat.example?"), "{shown:?}");
    page.home(away).await?;
    page.tab_and("saw", SPACE).await?;
    page.until_words(".tasks", "Key, callback URL, scopes and PKCE are right").await?;
    page.tab_and("Continue: Create the profile", Key::Enter).await?;
    page.until_step("Create the profile").await?;
    page.tab_and_type("name", "Acme").await?;
    page.tab_and_type("apiKey", &good().api_key).await?;
    page.keys(Key::Enter).await?;
    let made = Typed { client_id: key, environment: "sandbox".into(), ..good() };
    page.until_created(&made).await?;

    page.tab_and_type("owner-id", "customer-7").await?;
    page.tab_and_type("owner-name", "Customer Seven").await?;
    page.tab_and_type("link-label", "First").await?;
    page.tab_and("Make a link", Key::Enter).await?;
    let link = page.until("the link", "return words($('#auth-link'))").await?;
    link_account(&page, link.as_str().unwrap_or_default()).await?;
    page.go(&page.url()).await?;
    let accounts: Value = page.ask_with(ACCOUNTS, json!(good().api_key)).await?;
    assert_eq!(accounts.as_array().map(Vec::len), Some(1), "{accounts}");
    assert_eq!([&accounts[0]["origin_owner_id"], &accounts[0]["label"]], ["customer-7", "First"]);
    assert_eq!(accounts[0]["connector_profile_id"], page.server.simulator().connector_profiles()[0].id.as_str());
    let posts = page.received("POST").into_iter().filter(|request| request.path == PROFILES).collect::<Vec<_>>();
    assert_eq!(posts.len(), 1);
    let credentials = json!({ "clientId": made.client_id, "clientSecret": secret });
    assert_eq!(posts[0].body["credentials"], credentials);
    Ok(())
}

/// All linked accounts.
const ACCOUNTS: &str =
    "return fetch('/stackone/accounts', { headers: { Authorization: `Basic ${btoa(`${input}:`)}` } })
    .then((answer) => answer.json())";

/// Opens the link in the page's tab and completes the Salesforce flow.
pub async fn link_account(page: &Page, link: &str) -> Result<()> {
    page.go(link).await?;
    page.follow("Connect").await?;
    page.follow("Log In").await?;
    page.follow("Allow").await?;
    let shown = page.shown().await?;
    anyhow::ensure!(shown.text.contains("Account linked"), "{shown:?}");
    Ok(())
}

/// Creates the app in the simulated Setup of a sandbox with the guide's values, and reads its key and secret.
async fn make_app(page: &Page, name: &str, callback: &str, labels: &[String]) -> Result<[String; 2]> {
    page.go(&format!("{}/salesforce/setup", page.server.origin())).await?;
    page.follow("New External Client App").await?;
    let values = "return input.map((label) => [...document.querySelectorAll('[name=scopes]')].find((one) =>
        one.parentElement.textContent.trim() === label).value)";
    let scopes: Vec<String> = page.ask_with(values, json!(labels)).await?;
    page.set(json!({
        "appName": name, "contactEmail": "admin@acme.example", "environment": ["sandbox"], "enableOAuth": true,
        "callbackUrl": callback, "scopes": scopes, "pkce": false,
    }))
    .await?;
    page.follow("Create").await?;
    page.follow("Consumer Key and Secret").await?;
    page.ask("return ['consumerKey', 'consumerSecret'].map((id) => document.getElementById(id).value)").await
}

/// The query string of the page.
async fn query(page: &Page) -> Result<String> {
    page.ask("return location.search + location.hash").await
}

/// Each step has a URL, *Back* and *Forward* move between them, and the URLs contain nothing that was typed.
async fn addresses(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    page.go(&format!("{}?step=nonsense", page.url())).await?;
    page.until_words("#step", "Before you start").await?;
    page.go(&format!("{}?step=credentials", page.url())).await?;
    page.until_words("#step", "Credentials").await?;
    let draft = good();
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    let typed = "return ['clientId', 'clientSecret'].map((name) => $(`[name=${name}]`)?.value)";

    page.press("Back").await?;
    page.until_step("OAuth settings").await?;
    assert_eq!(query(&page).await?, "?step=oauth-settings");
    page.press("Continue: Credentials").await?;
    page.until_step("Credentials").await?;
    page.press("Continue: Environment and scopes").await?;
    page.until_step("Environment and scopes").await?;
    assert_eq!(query(&page).await?, "?step=environment");
    let way = [("Credentials", "credentials"), ("OAuth settings", "oauth-settings"), ("Credentials", "credentials")];
    for (title, name) in way {
        page.web().back().await?;
        page.until_step(title).await?;
        assert_eq!(query(&page).await?, format!("?step={name}"));
    }
    for title in ["OAuth settings", "Credentials"] {
        page.web().forward().await?;
        page.until_step(title).await?;
    }
    let kept: [String; 2] = page.ask(typed).await?;
    assert_eq!(kept, [draft.client_id.as_str(), &draft.client_secret]);
    page.empty("clientSecret").await?;

    // Without a step in the URL, the guide opens at the last step.
    page.go(&page.url()).await?;
    page.until_words("#step", "Credentials").await?;
    page.press("Continue: Environment and scopes").await?;
    page.until_step("Environment and scopes").await?;
    page.web().back().await?;
    page.until_step("Credentials").await?;

    // Other parameters of the URL stay.
    page.go(&format!("{}?environment=sandbox&step=start", page.url())).await?;
    page.until_words("#step", "Before you start").await?;
    page.press("Continue: Create the app").await?;
    page.until_step("Create the app").await?;
    assert_eq!(query(&page).await?, "?step=create-app&environment=sandbox");
    Ok(())
}

/// The host page's events: steps, and the authorization URL when it is opened. Never a secret.
async fn events(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().before(STAY_HERE).open(&fixture).await?;
    let draft = good();
    page.go_to(4, "Credentials").await?;
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.press("Continue: Environment and scopes").await?;
    page.until_step("Environment and scopes").await?;
    page.press("Continue: Check with Salesforce").await?;
    page.until_step("Check with Salesforce").await?;
    assert_eq!(page.events("authorize").await?.len(), 0);
    page.press("Open Salesforce sign-in").await?;
    page.until("the event", "return window.seen.events.some((event) => event.name === 'authorize')").await?;
    let events = page.events("authorize").await?;
    let url = page.authorization_url().await?;
    assert!(url.contains(&draft.client_id), "{url}");
    assert_eq!(events.iter().map(|one| &one.detail).collect::<Vec<_>>(), [&json!({ "url": url })]);
    page.press("Continue: Create the profile").await?;
    page.until_step("Create the profile").await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.web().back().await?;
    page.until_step("Check with Salesforce").await?;
    let steps: Vec<_> = page.events("step").await?.into_iter().map(|one| one.detail).collect();
    let names = ["credentials", "environment", "check", "profile", "check"];
    assert_eq!(steps, names.map(|name| json!({ "step": name })));
    let all: String = page.ask("return JSON.stringify(window.seen.events)").await?;
    assert!(!all.contains(&draft.client_secret) && !all.contains(&draft.api_key), "{all}");
    Ok(())
}
