//! StackOne's published web component, the Hub, on a page of another origin. With nothing but the token of a connect
//! session, it offers the profile that the form created, opens Salesforce in a new window, and reports the outcome.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Fixture, Page, Site, Typed, cases, good};
use harness::setup::tools;
use harness::simulator::{Answer, Server};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use tokio::time::sleep;

cases! {
    chromium: links_an_account_with_the_chosen_profile, tells_what_salesforce_refuses;
}

const PATIENCE: Duration = Duration::from_secs(15);

/// Records the Hub's events.
const HOST: &str = "window.received = [];
    for (const name of ['success', 'close']) {
        addEventListener(name, ({ detail }) => window.received.push({ name, detail }));
    }";

/// Finds an element in the Hub: in the page and in the shadow trees of its parts.
const HUB: &str = "const trees = (top) =>
        [top, ...[...top.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? trees(shadowRoot) : [])];
    const all = (selector) =>
        trees(document.querySelector('stackone-hub')).flatMap((tree) => [...tree.querySelectorAll(selector)]);";

fn draft() -> Typed {
    Typed { environment: "production".into(), ..good() }
}

/// Creates a profile with the form and returns its id.
async fn created(page: &Page, draft: &Typed) -> Result<String> {
    page.fill(draft).await?;
    page.submit().await?;
    page.until_created(draft).await?;
    let events = page.events("profile-created").await?;
    Ok(events[0].detail["profile"]["id"].as_str().context("a profile has an id")?.to_owned())
}

/// The token of a new connect session.
async fn session(page: &Page, more: Value) -> Result<String> {
    let mut body = json!({ "origin_owner_id": "customer-1", "origin_owner_name": "Customer One" });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    let script = "return fetch('/stackone/connect_sessions', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('v1.other:')}` },
            body: JSON.stringify(input),
        }).then((answer) => answer.json()).then(({ token }) => token)";
    page.ask_with(script, body).await
}

/// Shows the Hub on a page of another origin, which is served until the returned server is dropped.
async fn show(page: &Page, token: &str) -> Result<Arc<Server>> {
    let script = |text: Vec<u8>| Answer::new(200, "text/javascript", text);
    let api = page.server.origin();
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <script src=\"recorder.js\"></script><script src=\"host.js\"></script>\
         <script src=\"webcomponent.js\" defer></script></head>\
         <body><stackone-hub token=\"{token}\" base-url=\"{api}/stackone\" height=\"300px\"></stackone-hub></body></html>"
    );
    let host = Server::builder("/nonexistent")
        // The minimum that the Hub needs: it adds style elements to the page, and embeds its images and fonts.
        .csp(&format!(
            "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; \
             connect-src {api}; base-uri 'none'; form-action 'none'"
        ))
        .overlay("/favicon.ico", Answer::status(204))
        .overlay("/recorder.js", script(include_str!("../src/recorder.js").into()))
        .overlay("/host.js", script(HOST.into()))
        .overlay("/webcomponent.js", script(fs::read(tools::hub()?)?))
        .overlay("/index.html", Answer::html(&html));
    let host = Arc::new(host.start().await?);
    // The Hub checks whether `eval` is allowed and works without it.
    page.fixture.expect("script-src eval");
    page.go(&host.url()).await?;
    Ok(host)
}

/// Waits for a button of the Hub whose label contains this text and whose position is stable, then clicks it.
async fn press(page: &Page, words: &str) -> Result<()> {
    // `element.click()` fails in WebKit, which reports an element in a shadow tree as covered by its host.
    let middle = format!(
        "{HUB} const button = all('button').find((node) => node.textContent.includes(input) && !node.disabled);
         button?.scrollIntoView({{ block: 'center', behavior: 'instant' }});
         const {{ x, y, width, height }} = button?.getBoundingClientRect() ?? {{}};
         return button ? [Math.round(x + width / 2), Math.round(y + height / 2), button.matches(':hover')] : null"
    );
    let start = Instant::now();
    let mut before = None;
    while start.elapsed() < PATIENCE {
        let at: Option<(i64, i64, bool)> = page.ask_with(&middle, json!(words)).await?;
        match at {
            Some((x, y, true)) if before == Some((x, y)) => return Ok(page.input().click().perform().await?),
            Some((x, y, _)) => page.input().move_to(x, y).perform().await?,
            None => sleep(Duration::from_millis(20)).await,
        }
        before = at.map(|(x, y, _)| (x, y));
    }
    bail!("the pointer does not get to a button {words:?} of the Hub")
}

/// Waits until the Hub shows this text.
async fn says(page: &Page, words: &str) -> Result<()> {
    let script = format!("{HUB} return all('div').some((node) => node.innerText.includes(input))");
    page.until_with(&format!("{words:?} in the Hub"), &script, json!(words)).await.map(drop)
}

/// Waits until this many windows are open.
async fn windows(page: &Page, count: usize) -> Result<Vec<WindowHandle>> {
    let start = Instant::now();
    loop {
        let windows = page.web().windows().await?;
        if windows.len() == count {
            return Ok(windows);
        }
        ensure!(start.elapsed() < PATIENCE, "{} windows in place of {count}", windows.len());
        sleep(Duration::from_millis(20)).await;
    }
}

/// Signs in at Salesforce in the window that the Hub opens, and allows access. The Hub closes the window.
async fn sign_in(page: &Page) -> Result<()> {
    let home = page.web().window().await?;
    press(page, "Connect").await?;
    let windows_now = windows(page, 2).await?;
    let other = windows_now.into_iter().find(|window| *window != home).context("another window")?;
    page.web().switch_to_window(other).await?;
    page.until("the sign-in", "return document.querySelector('#username')").await?;
    page.follow("Log In").await?;
    // The window may close right after the click, so the page is checked first.
    page.until("the consent", "return document.querySelector('[value=allow]')").await?;
    page.ask::<Value>("setTimeout(() => document.querySelector('[value=allow]').click())").await?;
    page.web().switch_to_window(home).await?;
    windows(page, 1).await.map(drop)
}

async fn links_an_account_with_the_chosen_profile(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = draft();
    page.add_profile("Another customer's", "production").await?;
    let id = created(&page, &draft).await?;
    page.register(&draft.client_id, &draft.client_secret, &json!({}))?;
    let token = session(&page, json!({ "label": "First" })).await?;
    let _host = show(&page, &token).await?;

    says(&page, "Another customer's").await?;
    press(&page, &draft.name).await?;
    sign_in(&page).await?;
    let events = page.until("the event", "return window.received.length > 0 && window.received").await?;
    says(&page, "Account successfully connected to Salesforce").await?;

    let accounts = page.server.simulator().accounts();
    assert_eq!(accounts.len(), 1);
    let account = &accounts[0];
    assert_eq!((account.connector_profile_id.as_str(), account.status.as_str()), (id.as_str(), "active"));
    assert_eq!((account.origin_owner_id.as_str(), account.label.as_deref()), ("customer-1", Some("First")));
    assert_eq!(events, json!([{ "name": "success", "detail": { "id": account.id, "provider": "salesforce" } }]));

    // The log shows the published version, the token as the only credential, and the complete flow.
    let requests = page.server.simulator().requests();
    let (from_hub, others): (Vec<_>, Vec<_>) =
        requests.iter().partition(|request| request.path.starts_with("/stackone/hub/") && request.method != "OPTIONS");
    assert!(from_hub.len() >= 4, "settings, connectors, the attempt and its outcome");
    for request in from_hub {
        assert_eq!(request.headers["x-hub-session-token"], token);
        assert!(!request.headers.contains_key("authorization") && !request.headers.contains_key("cookie"));
        assert!(tools::hub()?.to_string_lossy().contains(&request.headers["x-hub-version"]));
    }
    for path in [format!("/stackone/connect/oauth2/{id}"), "/stackone/connect/oauth2/salesforce/callback".to_owned()] {
        assert_eq!(others.iter().filter(|request| request.path == path).count(), 1, "{path}");
    }
    Ok(())
}

/// A session for one profile offers no choice. A wrong secret is reported where the linking started.
async fn tells_what_salesforce_refuses(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = draft();
    page.add_profile("Another customer's", "production").await?;
    let id = created(&page, &draft).await?;
    page.register(&draft.client_id, &"9".repeat(16), &json!({}))?;
    let token = session(&page, json!({ "connector_profile_id": id })).await?;
    // The window's page reports it.
    fixture.expect("the server responded with a status of 400");
    let _host = show(&page, &token).await?;
    sign_in(&page).await?;
    says(&page, "invalid client credentials").await?;
    assert!(page.server.simulator().accounts().is_empty());
    assert_eq!(page.ask::<usize>("return window.received.length").await?, 0);

    // Once the app is fixed in Salesforce, the same Hub links it.
    page.register(&draft.client_id, &draft.client_secret, &json!({}))?;
    sign_in(&page).await?;
    says(&page, "Account successfully connected to Salesforce").await?;
    assert_eq!(page.server.simulator().accounts().len(), 1);
    Ok(())
}
