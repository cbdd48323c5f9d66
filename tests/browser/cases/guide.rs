//! The guide from an empty org to a linked account, by keyboard alone on a dark screen of 320 pixels. Also its URLs and
//! its events.

use anyhow::Result;
use browser_tests::{CALLBACK, Case, Fixture, Look, PROFILES, Page, STAY_HERE, Site, Step, Typed, good};
use serde_json::{Value, json};
use thirtyfour::Key;

const SPACE: Key = Key::Space;

/// The cases of this file.
pub fn cases() -> Vec<Case> {
    vec![
        Case::new(module_path!(), "addresses", addresses).in_every_engine(),
        Case::new(module_path!(), "events", events),
        Case::new(module_path!(), "from_the_form_and_the_list", from_the_form_and_the_list),
        Case::new(module_path!(), "opens_at_its_top", opens_at_its_top).in_every_engine(),
        Case::new(module_path!(), "happy_loop", happy_loop).with_look(Look::Dark).in_every_engine(),
    ]
}

/// From an org without an app to a linked account, with the page alone.
async fn happy_loop(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().narrow().before(STAY_HERE).open(&fixture).await?;
    page.until("the frame's focus", "window.focus(); return document.hasFocus()").await?;
    page.tab_and_type("myDomain", "https://acme--uat.sandbox.lightning.force.com/lightning/page/home").await?;
    page.until("Sandbox", "return $('[value=sandbox]').checked").await?;
    page.tab_and("pkce", SPACE).await?;
    page.until_words("[name=pkce]:checked + span", "Yes, I can clear it").await?;
    page.tab_and("Continue", Key::Enter).await?;
    page.until_step(Step::CreateApp).await?;
    page.tab_to("app-name").await?;
    let name = page.words("#app-name").await?;
    let callback = page.words("#callback-url").await?;
    assert_eq!(callback, CALLBACK);
    let labels: Vec<String> = page.ask("return $$('.scopes li').map(words)").await?;

    // In the same tab: the guide is left, and comes back with everything but the secrets.
    let [key, secret] = make_app(&page, &name, &callback, &labels).await?;
    page.go(&format!("{}narrow.html", page.url())).await?;
    page.web().enter_frame(0).await?;
    page.until_shown(Step::CreateApp).await?;
    page.until("the frame's focus", "window.focus(); return document.hasFocus()").await?;
    page.tab_and("Continue", Key::Enter).await?;
    page.until_step(Step::Credentials).await?;
    page.tab_and_type("clientId", &key).await?;
    page.tab_and_type("clientSecret", &secret).await?;
    page.tab_and("Continue", Key::Enter).await?;
    page.until_step(Step::Profile).await?;

    // The sign-in can be tested before there is a profile.
    page.go_to(Step::Connect).await?;
    page.until_words("[role=timer]", "still be activating").await?;
    page.tab_and("Open Salesforce sign-in", Key::Enter).await?;
    page.until("the event", "return window.seen.events.some((event) => event.name === 'authorize')").await?;
    let link: [String; 3] = page.ask("return [root.activeElement].map((a) => [a.href, a.target, a.rel])[0]").await?;
    assert_eq!(link[1..], ["_blank", "noopener noreferrer"]);
    assert!(
        link[0].starts_with("https://acme--uat.sandbox.my.salesforce.com/services/oauth2/authorize?"),
        "{}",
        link[0]
    );
    let away = page.away().await?;
    let shown = page.sign_in(&link[0], None).await?;
    assert!(shown.text.contains("Do you want to allow access for admin@acme--uat.example?"), "{shown:?}");
    page.home(away).await?;
    page.tab_and("saw", SPACE).await?;
    page.until_words(".tasks", "Your key, Callback URL, scopes, and PKCE setting are correct").await?;
    page.tab_and("Back to Create profile", Key::Enter).await?;
    page.until_step(Step::Profile).await?;
    page.tab_and_type("name", "Acme").await?;
    page.tab_and_type("apiKey", &good().api_key).await?;
    page.keys(Key::Enter).await?;
    let made = Typed { client_id: key, environment: "sandbox".into(), ..good() };
    page.until_created(&made).await?;

    page.until("the sign-in link", "return $('[part=link] .foot a')").await?;
    page.tab_and("Send a link to someone else", Key::Enter).await?;
    let link = page.until("the link", "return words($('#auth-link'))").await?;
    link_account(&page, link.as_str().unwrap_or_default()).await?;
    page.go(&page.url()).await?;
    let accounts: Value = page.ask_with(ACCOUNTS, json!(good().api_key)).await?;
    assert_eq!(accounts.as_array().map(Vec::len), Some(1), "{accounts}");
    assert_eq!([&accounts[0]["origin_owner_id"], &accounts[0]["origin_owner_name"]], ["acme--uat", "acme--uat"]);
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
    anyhow::ensure!(shown.text.contains("Account connected"), "{shown:?}");
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
    page.until_shown(Step::YourOrg).await?;
    // The older names of steps lead to where their contents are now.
    let older = [
        ("oauth-settings", Step::CreateApp),
        ("environment", Step::YourOrg),
        ("scopes", Step::Profile),
        ("check", Step::Connect),
        // Values are percent-decoded.
        ("create%2Dapp", Step::CreateApp),
    ];
    for (name, step) in older {
        page.go(&format!("{}?step={name}", page.url())).await?;
        page.until_shown(step).await?;
    }
    page.go(&format!("{}?step=credentials", page.url())).await?;
    page.until_shown(Step::Credentials).await?;
    let draft = good();
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    let typed = "return ['clientId', 'clientSecret'].map((name) => $(`[name=${name}]`)?.value)";

    page.press("Back").await?;
    page.until_step(Step::CreateApp).await?;
    assert_eq!(query(&page).await?, "?step=create-app");
    page.press("Continue").await?;
    page.until_step(Step::Credentials).await?;
    page.press("Continue").await?;
    page.until_step(Step::Profile).await?;
    assert_eq!(query(&page).await?, "?step=profile");
    assert_eq!(page.ask::<String>("return document.title").await?, "Create profile (4 of 5) · Connect Salesforce");
    let way = [(Step::Credentials, "credentials"), (Step::CreateApp, "create-app"), (Step::Credentials, "credentials")];
    for (step, name) in way {
        page.web().back().await?;
        page.until_step(step).await?;
        assert_eq!(query(&page).await?, format!("?step={name}"));
    }
    assert_eq!(page.ask::<String>("return document.title").await?, "Key and secret (3 of 5) · Connect Salesforce");
    for step in [Step::CreateApp, Step::Credentials] {
        page.web().forward().await?;
        page.until_step(step).await?;
    }
    // The list of profiles is one step of the way.
    page.press("View existing profiles").await?;
    page.until_words("h2", "Salesforce profiles").await?;
    assert_eq!(query(&page).await?, "?view=profiles");
    page.web().back().await?;
    page.until_step(Step::Credentials).await?;
    assert_eq!(query(&page).await?, "?step=credentials");
    page.web().forward().await?;
    page.until_words("h2", "Salesforce profiles").await?;
    page.web().back().await?;
    page.until_step(Step::Credentials).await?;
    let kept: [String; 2] = page.ask(typed).await?;
    assert_eq!(kept, [draft.client_id.as_str(), &draft.client_secret]);
    page.empty("clientSecret").await?;
    page.empty("clientId").await?;

    // Without a step in the URL, the guide opens at the last step.
    page.go(&page.url()).await?;
    page.until_shown(Step::Credentials).await?;
    page.press("Continue").await?;
    page.until_step(Step::Profile).await?;
    page.web().back().await?;
    page.until_step(Step::Credentials).await?;

    // Other parameters of the URL stay.
    page.go(&format!("{}?environment=sandbox&step=start", page.url())).await?;
    page.until_shown(Step::YourOrg).await?;
    page.press("Continue").await?;
    page.until_step(Step::CreateApp).await?;
    assert_eq!(query(&page).await?, "?step=create-app&environment=sandbox");
    Ok(())
}

/// The focus is on the heading of the step that is left, far above the window.
async fn opens_at_its_top(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    page.go_to(Step::CreateApp).await?;
    page.ask::<()>("scrollTo(0, document.documentElement.scrollHeight)").await?;
    page.until("the end of the page", "return scrollY > 200").await?;
    page.click("[part=submit]").await?;
    page.until_step(Step::Credentials).await?;
    let seen = "const { top, bottom } = $('#step').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight";
    page.until("the heading in the window", seen).await.map(drop)
}

/// Who embeds the form alone still leads people to an app, and who embeds the list to a new profile.
async fn from_the_form_and_the_list(fixture: Fixture) -> Result<()> {
    let body = "<h1>Connect Salesforce</h1><stackone-connector-profile heading=\"none\" api-base-url=\"/stackone\">\
        </stackone-connector-profile><script type=\"module\" src=\"./element.js\"></script>";
    let page = Site::new()?.host(body).open(&fixture).await?;
    let height: f64 = page.ask("return $('#title').getBoundingClientRect().height").await?;
    assert!(height <= 1.0, "the host page has a title: {height}");
    page.press("Don’t have these yet? Set up step by step").await?;
    page.until_step(Step::YourOrg).await?;
    page.ask::<()>("host.view = 'profiles'").await?;
    page.until_words("#step", "Salesforce profiles").await?;
    page.press("New profile").await?;
    page.until_step(Step::YourOrg).await
}

/// The host page's events: steps, and the authorization URL when it is opened. Never a secret.
async fn events(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().before(STAY_HERE).open(&fixture).await?;
    let draft = good();
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.press("Continue").await?;
    page.until_step(Step::Profile).await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.go_to(Step::Connect).await?;
    assert_eq!(page.events("authorize").await?.len(), 0);
    page.press("Open Salesforce sign-in").await?;
    page.until("the event", "return window.seen.events.some((event) => event.name === 'authorize')").await?;
    let events = page.events("authorize").await?;
    let url = page.authorization_url().await?;
    assert!(url.contains(&draft.client_id), "{url}");
    assert_eq!(events.iter().map(|one| &one.detail).collect::<Vec<_>>(), [&json!({ "url": url })]);
    page.web().back().await?;
    page.until_step(Step::Profile).await?;
    let steps: Vec<_> = page.events("step").await?.into_iter().map(|one| one.detail).collect();
    let names = ["credentials", "profile", "connect", "profile"];
    assert_eq!(steps, names.map(|name| json!({ "step": name })));
    let all: String = page.ask("return JSON.stringify(window.seen.events)").await?;
    assert!(!all.contains(&draft.client_secret) && !all.contains(&draft.api_key), "{all}");
    Ok(())
}
