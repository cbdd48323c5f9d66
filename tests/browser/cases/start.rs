//! The form cannot start: the page shows the reason and what to do, in place of the skeleton.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Site, VIOLATIONS, built, cases, dist, hashed};
use harness::drivers::Engine;
use harness::simulator::{Answer, CONTENT_SECURITY_POLICY};

cases! {
    every engine:
        module_missing,
        module_of_the_wrong_type,
        module_forbidden_by_the_policy,
        violations_of_others,
        no_webassembly,
        script_missing,
        script_of_the_wrong_type,
        module_out_of_reach,
        module_cut_short,
        module_spoiled,
        device_offline,
        server_answers_with_an_error,
        module_loaded_once,
        works_after_a_reload;
}

const OFFLINE: &str = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });";

/// Opens the page and expects this failure instead of the form.
async fn fails(fixture: &Fixture, site: Site, code: &str, says: &str) -> Result<Page> {
    // With integrity checks, the console reports any file that differs.
    let page = site.with_failures().expecting("integrity").show(fixture).await?;
    page.until("a message", "return $('[data-failure]')").await?;
    let (found, role, words): (String, String, String) = page
        .ask("const at = $('[data-failure]'); return [at.dataset.failure, at.getAttribute('role'), words(at)]")
        .await?;
    ensure!((found.as_str(), role.as_str()) == (code, "alert") && words.contains(says), "{found} {role}: {words}");
    let skeleton: bool = page.ask("return document.querySelector('.skeleton').checkVisibility()").await?;
    ensure!(!skeleton, "the skeleton still shows");
    ensure!(page.failures().await? == [code], "the host page received {:?}", page.failures().await?);
    Ok(page)
}

async fn module_missing(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.overlay(&hashed(".wasm")?, Answer::status(404));
    fails(&fixture, site, "missing", "a file is missing on the server (404).").await.map(drop)
}

async fn module_of_the_wrong_type(fixture: Fixture) -> Result<()> {
    let path = hashed(".wasm")?;
    let bytes = fs::read(dist().join(path.trim_start_matches('/')))?;
    let site = Site::new()?.overlay(&path, Answer::new(200, "application/octet-stream", bytes));
    fails(&fixture, site, "type", "the site’s owner can set the type to application/wasm.").await.map(drop)
}

async fn module_forbidden_by_the_policy(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.csp(&CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ""));
    let site = site.expecting("script-src").expecting("WebAssembly").expecting("wasm-eval");
    fails(&fixture, site, "blocked", "can add 'wasm-unsafe-eval'").await.map(drop)
}

/// A violation of a report-only policy or for another file is not the reason that the module is missing.
async fn violations_of_others(fixture: Fixture) -> Result<()> {
    let before = "window.fetch = (url, init) => {
        if (String(url).endsWith('.wasm')) violations(url);
        return send(url, init);
    };";
    let site = Site::new()?.overlay(&hashed(".wasm")?, Answer::status(404)).expecting("connect-src");
    let site = site.before(VIOLATIONS).before(before);
    fails(&fixture, site, "missing", "a file is missing on the server (404).").await.map(drop)
}

async fn no_webassembly(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.before("delete window.WebAssembly;");
    fails(&fixture, site, "no-webassembly", "This browser has no WebAssembly").await.map(drop)
}

async fn script_missing(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.overlay(&hashed(".js")?, Answer::status(404));
    fails(&fixture, site, "script", "it’s missing, or the server sends it with the wrong type").await.map(drop)
}

async fn script_of_the_wrong_type(fixture: Fixture) -> Result<()> {
    let path = hashed(".js")?;
    let answer = Answer::new(200, "text/html", built(path.trim_start_matches('/'))?);
    let site = Site::new()?.overlay(&path, answer).expecting("MIME type");
    fails(&fixture, site, "script", "it’s missing, or the server sends it with the wrong type").await.map(drop)
}

/// The request for the module ends without an answer: it is redirected to a closed port.
fn nowhere(site: Site) -> Result<Site> {
    let away = Answer::new(302, "text/plain", "").with_header("location", "http://127.0.0.1:9/");
    let policy = CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:9");
    Ok(site.csp(&policy).overlay(&hashed(".wasm")?, away).expecting("CORS policy"))
}

async fn module_out_of_reach(fixture: Fixture) -> Result<()> {
    fails(&fixture, nowhere(Site::new()?)?, "unreachable", "Check your connection, then reload the page.")
        .await
        .map(drop)
}

async fn device_offline(fixture: Fixture) -> Result<()> {
    let site = nowhere(Site::new()?)?.before(OFFLINE);
    fails(&fixture, site, "offline", "You’re offline.").await.map(drop)
}

/// The connection breaks in the middle of the module.
async fn module_cut_short(fixture: Fixture) -> Result<()> {
    let path = hashed(".wasm")?;
    let bytes = fs::read(dist().join(path.trim_start_matches('/')))?;
    let half = Answer::new(200, "application/wasm", &bytes[..bytes.len() / 2])
        .with_header("content-length", &bytes.len().to_string())
        .with_header("content-encoding", "identity");
    let site = Site::new()?.overlay(&path, half);
    fails(&fixture, site, "unreachable", "Check your connection, then reload the page.").await.map(drop)
}

/// The file is no module, whatever its content type.
async fn module_spoiled(fixture: Fixture) -> Result<()> {
    let path = hashed(".wasm")?;
    let mut bytes = fs::read(dist().join(path.trim_start_matches('/')))?;
    bytes[0] ^= 1;
    let site = Site::new()?.overlay(&path, Answer::new(200, "application/wasm", bytes));
    let page = fails(&fixture, site, "broken", "this form couldn’t start.").await?;
    assert!(page.ask::<bool>("return !$('form')").await?);
    Ok(())
}

/// The preload and the loader request the same file, which is loaded once.
async fn module_loaded_once(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    // WebKitGTK 2.50 does not pass a preload to `fetch` and loads it twice. Without the preload, the other engines
    // would start loading the module one round trip later.
    let times = if fixture.engine() == Engine::WebKit { 2 } else { 1 };
    assert_eq!(page.server.served(&hashed(".wasm")?), times);
    Ok(())
}

async fn server_answers_with_an_error(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.overlay(&hashed(".wasm")?, Answer::status(503));
    fails(&fixture, site, "unreachable", "We couldn’t load one of the form’s files.").await.map(drop)
}

/// The suggested fix works.
async fn works_after_a_reload(fixture: Fixture) -> Result<()> {
    let path = hashed(".wasm")?;
    let missing = Answer::status(404).with_header("cache-control", "no-store");
    let page = fails(&fixture, Site::new()?.overlay(&path, missing), "missing", "(404)").await?;
    page.server.set_overlay(&path, None);
    page.reload().await?;
    assert!(page.ask::<bool>("return !$('[data-failure]')").await?);
    Ok(())
}
