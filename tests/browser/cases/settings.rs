//! `config.json` and the query string: an unusable value is reported and its default applies; nothing secret is read.

use std::time::Duration;

use anyhow::Result;
use browser_tests::{Failed, Fixture, Page, Site, cases, good};
use harness::simulator::Answer;
use serde_json::json;

cases! {
    every engine: never_comes;
    chromium: malformed, missing, odd_values, not_an_object, no_key_to_type, another_shape, first_values, query;
}

async fn notice(site: Site, fixture: &Fixture, says: &str) -> Result<Page> {
    let page = site.with_failures().open(fixture).await?;
    page.until_words(".notice.is-warn[role=status]", says).await?;
    Ok(page)
}

/// The documented defaults: StackOne's own URL and a typed key. The policy of the page forbids that URL.
async fn has_defaults(page: &Page) -> Result<()> {
    let page = page.clone().expecting("connect-src").expecting("violates the document's Content Security Policy");
    let draft = good();
    page.fill(&draft).await?;
    page.submit().await?;
    let says = "blocks requests to https://api.stackone.com.";
    page.until_failed(1, Failed { code: "blocked", says, focus: "failure", retryable: false }, &draft).await?;
    let theme: String = page.ask("return $('.scp').dataset.theme").await?;
    assert_eq!(theme, "auto");
    Ok(())
}

async fn malformed(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.overlay("/config.json", Answer::new(200, "application/json", "{ \"apiBaseUrl\": "));
    has_defaults(&notice(site, &fixture, "(config.json) aren’t valid JSON, so the defaults are in use.").await?).await
}

async fn missing(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.overlay("/config.json", Answer::status(404));
    has_defaults(&notice(site, &fixture, "(config.json) couldn’t be read, so the defaults are in use.").await?).await
}

/// A server accepts the request and never answers: the form times out, here after a short time.
async fn never_comes(fixture: Fixture) -> Result<()> {
    let shorter = "const timeout = AbortSignal.timeout;
        AbortSignal.timeout = (time) => timeout.call(AbortSignal, time === 10000 ? 100 : time);";
    let late = Answer::json(&json!({ "apiBaseUrl": "/stackone" })).delayed(Duration::from_secs(600));
    let site = Site::new()?.before(shorter).overlay("/config.json", late);
    notice(site, &fixture, "(config.json) couldn’t be read, so the defaults are in use.").await.map(drop)
}

async fn not_an_object(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.overlay("/config.json", Answer::json(&json!(["/stackone"])));
    has_defaults(&notice(site, &fixture, "(config.json) aren’t valid JSON").await?).await
}

async fn odd_values(fixture: Fixture) -> Result<()> {
    let odd = json!({
        "apiBaseUrl": 5, "auth": "password", "theme": "pink", "timeoutSeconds": "soon",
        "create": { "method": "DELETE" }, "unknown": 1,
    });
    let site = Site::new()?.overlay("/config.json", Answer::json(&odd));
    let says = "(config.json) can’t be used: apiBaseUrl, auth, timeoutSeconds, create, theme.";
    has_defaults(&notice(site, &fixture, says).await?).await
}

/// `auth: none`: a proxy adds the header.
async fn no_key_to_type(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().config(json!({ "auth": "none" })).open(&fixture).await?;
    assert!(page.ask::<bool>("return !$('[name=apiKey]')").await?);
    // The simulator is no such proxy: it refuses, and the message addresses a person without a key.
    page.put_into("clientId", &good().client_id).await?;
    page.put_into("clientSecret", &good().client_secret).await?;
    page.submit().await?;
    page.until_words("#failure", "didn’t accept this page’s authorization").await?;
    let requests = page.server.simulator().requests();
    assert!(!requests.is_empty() && requests.iter().all(|request| !request.headers.contains_key("authorization")));
    Ok(())
}

/// Method, path and field names of the create can be changed without a build.
async fn another_shape(fixture: Fixture) -> Result<()> {
    let create = json!({
        "method": "PUT", "path": "/somewhere/else",
        "fields": { "clientId": "auth.id", "connectorKey": "provider", "default": "" },
    });
    let page = Site::new()?.with_failures().config(json!({ "create": create })).open(&fixture).await?;
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_focus("failure").await?;
    let sent = &page.received("PUT")[0];
    assert_eq!(sent.path, "/stackone/somewhere/else");
    assert_eq!((&sent.body["auth"]["id"], &sent.body["provider"]), (&json!(good().client_id), &json!("salesforce")));
    assert!(sent.body.get("default").is_none() && sent.body["credentials"].get("clientId").is_none());
    page.open_request().await?;
    page.until_words("#request-curl", "--request PUT 'https://api.stackone.com/somewhere/else'").await
}

async fn first_values(fixture: Fixture) -> Result<()> {
    let first = json!({ "environment": "sandbox", "scopes": "api refresh_token", "name": "From the file" });
    let page = Site::new()?.config(first).open(&fixture).await?;
    let typed = page.typed().await?;
    assert_eq!((typed.environment.as_str(), typed.scopes.as_str()), ("sandbox", "api refresh_token"));
    assert_eq!(typed.name, "From the file");
    Ok(())
}

async fn query(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let secrets = "clientSecret=x&client_secret=x&apiKey=x&clientId=x&name=x&scopes=x&apiBaseUrl=https://evil.example";
    for (query, environment) in
        [(format!("environment=sandbox&{secrets}"), "sandbox"), (format!("environment=moon&{secrets}"), "production")]
    {
        page.go(&format!("{}?{query}", page.url())).await?;
        page.until("the form", "return $('[name=clientId]')").await?;
        let typed = page.typed().await?;
        assert_eq!(typed.environment, environment);
        assert_eq!([typed.client_id, typed.client_secret, typed.scopes, typed.name, typed.api_key].concat(), "");
        assert!(!page.ask::<bool>("return !!$('.notice.is-warn')").await?);
    }
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_created(&good()).await
}
