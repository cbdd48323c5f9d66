//! The browser hides the answer from the page: another origin without CORS, a policy that forbids it, no network. The
//! form tells these apart where it can, and offers the request to send it manually.

use anyhow::Result;
use browser_tests::{Failed, Fixture, Page, Site, Typed, VIOLATIONS, cases, good};
use harness::drivers::Engine;
use harness::simulator::{CONTENT_SECURITY_POLICY, Fault, Server};
use serde_json::json;

cases! {
    every engine:
        another_origin,
        refused_by_cors,
        refused_by_cors_later,
        forbidden_by_the_policy, violations_of_others,
        only_reported_by_the_policy,
        another_script_is_blocked,
        server_gone,
        says_offline,
        offline;
}

const BLOCKED: Failed<'static> =
    Failed { code: "blocked", says: "Your browser couldn’t reach StackOne", focus: "failure", retryable: true };

/// Opens a page whose API is on another origin, and returns that origin.
async fn apart(fixture: &Fixture, allowed: bool, before: &str) -> Result<(Page, Typed, Server)> {
    let api = Server::builder("/nonexistent").start().await?;
    let connect = format!("connect-src 'self' {}", api.origin());
    let policy =
        CONTENT_SECURITY_POLICY.replace("connect-src 'self'", if allowed { &connect } else { "connect-src 'self'" });
    let site = Site::new()?.csp(&policy).config(json!({ "apiBaseUrl": format!("{}/stackone", api.origin()) }));
    let page = site.with_failures().expecting("CORS policy").before(before).open(fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    Ok((page, draft, api))
}

fn fault(api: &Server, method: &str, kind: &str, times: u32) {
    let fault = json!({ "method": method, "path": browser_tests::PROFILES, "kind": kind, "times": times });
    api.simulator().add_fault(Fault::from_json(fault).expect("a fault"));
}

fn posts(api: &Server) -> usize {
    api.simulator()
        .requests()
        .iter()
        .filter(|request| request.method == "POST" && request.path == browser_tests::PROFILES)
        .count()
}

/// With CORS, another origin works like the page's own.
async fn another_origin(fixture: Fixture) -> Result<()> {
    let (page, draft, api) = apart(&fixture, true, "").await?;
    page.submit().await?;
    page.until_done().await?;
    let profiles = api.simulator().connector_profiles();
    assert_eq!((posts(&api), profiles.len(), profiles[0].name.as_str()), (1, 1, draft.name.as_str()));
    Ok(())
}

async fn refused_by_cors(fixture: Fixture) -> Result<()> {
    let (page, draft, api) = apart(&fixture, true, "").await?;
    fault(&api, "GET", "no-cors", 3);
    page.submit().await?;
    page.until_failed(1, BLOCKED, &draft).await?;
    page.until_words("#failure", "StackOne is probably refusing requests that come straight from a browser (CORS)")
        .await?;
    page.until_words("#failure", "\"apiBaseUrl\": \"/stackone\"").await?;
    let command = format!("curl --request POST '{}/stackone/connector_profiles'", api.origin());
    page.open_request().await?;
    page.until_words("#request-curl", &command).await?;
    assert_eq!(posts(&api), 0);
    page.press("Try again").await?;
    page.until_done().await?;
    assert_eq!(posts(&api), 1);
    Ok(())
}

/// Violations for other requests, or of report-only policies, do not matter: a failed list is read again, and after a
/// create the list shows the outcome.
async fn violations_of_others(fixture: Fixture) -> Result<()> {
    let before = "window.fetch = (url, init) => {
            const sent = send(url, init);
            if (String(url).includes('connector_profiles')) violations(url);
            return sent;
        };";
    let site = Site::new()?.hurried().with_failures().expecting("connect-src").before(VIOLATIONS);
    lost_and_found(&site.before(before).open(&fixture).await?).await
}

/// The list is read at the third try, the answer to the create gets lost, and the list shows the outcome. An unrelated
/// violation must not turn that into "nothing was sent".
async fn lost_and_found(page: &Page) -> Result<()> {
    page.fill(&good()).await?;
    page.fault("GET", "drop-before", json!({ "times": 2 }));
    page.fault("POST", "drop-after", json!({}));
    page.submit().await?;
    page.press("This one’s mine").await?;
    page.until_done().await?;
    let reported: Vec<String> = page.ask("return window.seen.violations").await?;
    assert!(!reported.is_empty(), "no policy was violated");
    assert_eq!((page.posts(), page.profiles().len(), page.failures().await?.len()), (1, 1, 1));
    Ok(())
}

/// A second, report-only policy forbids every request.
async fn only_reported_by_the_policy(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.hurried().with_failures().expecting("connect-src").expecting("Report Only");
    let site = site.header("content-security-policy-report-only", "connect-src 'none'").expecting("report-only");
    lost_and_found(&site.open(&fixture).await?).await
}

/// Next to each request to StackOne, another script sends one that the policy forbids.
async fn another_script_is_blocked(fixture: Fixture) -> Result<()> {
    let before = "const send = window.fetch;
        window.fetch = (url, init) => {
            if (String(url).includes('connector_profiles')) send('https://elsewhere.example/counter').catch(() => {});
            return send(url, init);
        };";
    let site = Site::new()?.hurried().with_failures().expecting("connect-src").before(before);
    let site = site.expecting("violates the").expecting("elsewhere.example").expecting("Refused to connect");
    lost_and_found(&site.open(&fixture).await?).await
}

/// The list can be read but the create is blocked by CORS. The outcome is unknown, so the list decides.
async fn refused_by_cors_later(fixture: Fixture) -> Result<()> {
    let (page, draft, api) = apart(&fixture, true, "").await?;
    fault(&api, "POST", "no-cors", 1);
    page.submit().await?;
    let says = "We don’t see your profile in StackOne";
    page.until_failed(1, Failed { code: "outcome-unknown", says, ..BLOCKED }, &draft).await?;
    page.open_request().await?;
    page.until_words("#request-curl", "curl --request POST").await?;
    assert_eq!(posts(&api), 0);
    page.press("Try again").await?;
    page.until_done().await?;
    assert_eq!((posts(&api), api.simulator().connector_profiles().len()), (1, 1));
    Ok(())
}

async fn forbidden_by_the_policy(fixture: Fixture) -> Result<()> {
    let (page, draft, api) = apart(&fixture, false, "").await?;
    let page = page.expecting("connect-src").expecting("violates the document's Content Security Policy");
    page.submit().await?;
    page.until_failed(1, Failed { retryable: false, ..BLOCKED }, &draft).await?;
    let says = format!("This page’s security policy blocks requests to {}/stackone.", api.origin());
    page.until_words("#failure", &says).await?;
    page.until_words("#failure", "\"apiBaseUrl\": \"/stackone\"").await?;
    page.open_request().await?;
    page.until_words("#request-curl", "curl --request POST").await?;
    assert!(api.simulator().requests().is_empty());
    Ok(())
}

async fn server_gone(fixture: Fixture) -> Result<()> {
    let (page, draft, api) = apart(&fixture, true, "").await?;
    drop(api);
    page.submit().await?;
    page.until_failed(1, BLOCKED, &draft).await?;
    page.until_words("#failure", "Check your connection.").await
}

/// A device that reports that it is offline.
async fn says_offline(fixture: Fixture) -> Result<()> {
    let flag = "let offline = false;
        Object.defineProperty(Navigator.prototype, 'onLine', { get: () => !offline });
        window.addEventListener('go-offline', () => { offline = true; });";
    let (page, draft, api) = apart(&fixture, true, flag).await?;
    drop(api);
    page.ask::<bool>("return dispatchEvent(new Event('go-offline'))").await?;
    page.submit().await?;
    page.until_failed(1, BLOCKED, &draft).await?;
    page.until_words("#failure", "You’re offline. Nothing was sent.").await
}

/// The driver really switches the network off, where it can.
async fn offline(fixture: Fixture) -> Result<()> {
    if fixture.engine() != Engine::Chromium {
        return Ok(());
    }
    let page = Site::new()?.with_failures().open(&fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    switch_network(&fixture, false).await?;
    page.submit().await?;
    page.until_failed(1, BLOCKED, &draft).await?;
    page.until_words("#failure", "You’re offline. Nothing was sent.").await?;
    assert!(page.server.simulator().requests().is_empty());
    switch_network(&fixture, true).await?;
    page.press("Try again").await?;
    page.until_created(&draft).await?;
    assert_eq!(page.posts(), 1);
    Ok(())
}

/// Switches Chromium's network off or on.
pub async fn switch_network(fixture: &Fixture, on: bool) -> Result<()> {
    fixture.browser.chromium("Network.enable", json!({})).await?;
    let conditions = json!({ "offline": !on, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    fixture.browser.chromium("Network.emulateNetworkConditions", conditions).await.map(drop)
}
