//! The element is moved, removed and added again. A move loses nothing that was typed; a removal leaves nothing behind.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Site, cases, good};
use harness::drivers::Engine;
use serde::Deserialize;
use serde_json::json;

cases! {
    every engine:
        a_move_loses_nothing,
        nothing_is_left,
        nothing_is_tried_again,
        taken_away_by_its_own_event,
        never_the_form_before,
        two_hundred_times;
}

const BODY: &str = "<div id=\"here\"><stackone-connector-profile api-base-url=\"/stackone\"></stackone-connector-profile></div>\
    <div id=\"there\"></div><script type=\"module\" src=\"./element.js\"></script>";

async fn a_move_loses_nothing(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.host(BODY).open(&fixture).await?;
    page.fill(&good()).await?;
    let moves = [
        "there.append(host)",
        "here.prepend(host); there.append(host)",
        "here.moveBefore ? here.moveBefore(host, null) : here.append(host)",
    ];
    for moving in moves {
        page.ask::<()>(&format!(
            "const here = document.getElementById('here'), there = document.getElementById('there');
            {moving}"
        ))
        .await?;
        page.until("the form", "return $('[name=clientId]')").await?;
        assert_eq!(page.typed().await?, good(), "{moving}");
    }
    assert_eq!(page.events("ready").await?.len(), 1);
    page.submit().await?;
    page.until_created(&good()).await
}

/// Counts listeners outside the element, timers and requests.
const COUNTED: &str = "
    window.outside = 0; window.timers = new Set(); window.requests = [];
    for (const target of [window, document]) {
        for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
            const own = target[name];
            target[name] = function (...input) { window.outside += step; return own.apply(this, input); };
        }
    }
    const { setTimeout: start, fetch: send } = window;
    window.setTimeout = (run, ...rest) => {
        // WebKit's driver sets timers of a minute.
        if (rest[0] >= 60000) return start(run, ...rest);
        const timer = start(() => { window.timers.delete(timer); run(); }, ...rest);
        window.timers.add(timer);
        return timer;
    };
    window.fetch = (url, init) => { window.requests.push(init?.signal); return send(url, init); };";

async fn nothing_is_left(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.host(BODY).before(COUNTED).with_failures().open(&fixture).await?;
    let before: i64 = page.ask("return window.outside").await?;
    page.fault("GET", "hang", json!({}));
    page.fill(&good()).await?;
    page.submit().await?;
    page.until("the request", "return window.requests.some((signal) => signal && !signal.aborted)").await?;
    page.ask::<()>("window.gone = host; host.remove()").await?;
    page.until("no request", "return window.requests.every((signal) => !signal || signal.aborted)").await?;
    page.until("no timer", "return !window.timers.size").await?;
    page.until_with("no listener", "return window.outside === input", json!(before)).await?;
    let left: usize = page.ask("return window.gone.shadowRoot.childNodes.length").await?;
    assert_eq!(left, 0);
    // Added again, it starts empty.
    page.ask::<()>("document.getElementById('there').append(window.gone)").await?;
    page.until("the form", "return $('[name=clientId]')").await?;
    let typed = page.typed().await?;
    assert_eq!((typed.client_id.as_str(), typed.client_secret.as_str(), typed.api_key.as_str()), ("", "", ""));
    Ok(())
}

/// The form is removed while it waits to retry. Nothing is sent afterwards.
async fn nothing_is_tried_again(fixture: Fixture) -> Result<()> {
    for leave in ["host.remove()", "host.reset()"] {
        nothing_is_tried_after(leave, &fixture).await?;
    }
    Ok(())
}

async fn nothing_is_tried_after(leave: &str, fixture: &Fixture) -> Result<()> {
    let page = Site::new()?.host(BODY).before(COUNTED).with_failures().open(fixture).await?;
    page.fill(&good()).await?;
    page.until("no timer of the form", "return !window.timers.size").await?;
    page.fault("GET", "status", json!({ "status": 503, "retryAfter": 5 }));
    page.submit().await?;
    page.until("the pause", "return window.timers.size === 1").await?;
    let sent = "return window.requests.length";
    let before: usize = page.ask(sent).await?;
    page.ask::<()>(leave).await?;
    page.until("the end of the pause", "return !window.timers.size").await?;
    page.ask::<()>("return new Promise((resolve) => requestAnimationFrame(() => resolve()))").await?;
    assert_eq!((page.ask::<usize>(sent).await?, page.received("GET").len()), (before, 1), "{leave}");
    Ok(())
}

/// A host page may remove the element in response to any event.
async fn taken_away_by_its_own_event(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.host(BODY).open(&fixture).await?;
    page.until("the first validation", "return window.seen.events.some((event) => event.name === 'validation')")
        .await?;
    page.ask::<()>("host.addEventListener('validation', () => { host.theme = 'dark'; host.remove(); })").await?;
    page.type_into("clientId", "a").await?;
    page.until("no element", "return !host").await?;
    page.ask::<()>("document.getElementById('there').append(document.createElement('stackone-connector-profile'))")
        .await?;
    page.until("another form", "return $('[name=clientId]')").await?;
    assert_eq!(page.typed().await?.client_id, "");
    Ok(())
}

/// Records each time that a form without an API key field shows one, on a page so busy that Yew draws late: its scheduler
/// yields when 16 ms have passed.
const NOTED: &str = "
    window.keys = 0;
    let now = Date.now();
    Date.now = () => now += 20;
    const own = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
        const root = own.call(this, init);
        new MutationObserver(() => {
            if (this.getAttribute('auth') === 'none' && root.querySelector('[name=apiKey]')) window.keys += 1;
        }).observe(root, { childList: true, subtree: true });
        return root;
    };";

/// An element shows its own settings from the first frame, even when it reuses the root of an element with other
/// settings.
async fn never_the_form_before(fixture: Fixture) -> Result<()> {
    let page = Site::new()?
        .host(&BODY.replace("api-base-url", "auth=\"none\" api-base-url"))
        .before(NOTED)
        .with_failures()
        .open(&fixture)
        .await?;
    for auth in ["api-key", "none"] {
        let script = "host.remove();
            setTimeout(() => {
                const next = document.createElement('stackone-connector-profile');
                next.setAttribute('auth', input);
                next.setAttribute('api-base-url', '/stackone');
                document.getElementById('there').append(next);
            });";
        page.ask_with::<()>(script, auth.into()).await?;
        page.until_with("the next form", "return host?.auth === input && $('[name=clientId]')", auth.into()).await?;
    }
    assert_eq!(page.ask::<u32>("return window.keys").await?, 0);
    Ok(())
}

/// What the page holds, as Chromium counts it after a garbage collection.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Counters {
    nodes: u64,
    js_event_listeners: u64,
}

async fn counters(page: &Page) -> Result<(Counters, u64)> {
    let frames = "return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))";
    page.ask::<()>(frames).await?;
    let browser = &page.fixture.browser;
    // Chromium logs a form with a password field in its console, as a hint for developers. Under WebDriver, its console keeps
    // what it logs.
    browser.chromium("Runtime.discardConsoleEntries", json!({})).await?;
    browser.chromium("HeapProfiler.collectGarbage", json!({})).await?;
    let counters = serde_json::from_value(browser.chromium("Memory.getDOMCounters", json!({})).await?)?;
    let heap = browser.chromium("Runtime.getHeapUsage", json!({})).await?;
    Ok((counters, heap["usedSize"].as_f64().unwrap_or_default() as u64))
}

/// Mounts and removes elements one after the other, and returns the number of roots. If that never ends, says what is
/// waited for.
async fn come_and_go(page: &Page, times: u32) -> Result<usize> {
    let script = "return (async () => {
            window.roots ??= new Set();
            for (let n = 0; n < input; n++) {
                const element = document.createElement('stackone-connector-profile');
                const ready = new Promise((resolve) => element.addEventListener('ready', resolve));
                window.awaited = `element ${n} to be ready`;
                document.getElementById('there').append(element);
                await ready;
                const root = element.shadowRoot.firstElementChild;
                window.roots.add(root);
                window.awaited = `the root of element ${n} to be empty`;
                element.remove();
                // A root is used again once it is empty. On a busy machine Yew empties it later.
                do await new Promise((resolve) => setTimeout(resolve)); while (root.firstElementChild);
            }
            window.awaited = 'the driver to say that it is done';
            // Excludes what the test itself has recorded.
            window.seen.events.length = 0;
            return window.roots.size;
        })()";
    match page.ask_with(script, json!(times)).await {
        Ok(roots) => Ok(roots),
        Err(error) => {
            let awaited: String = page.ask("return `${window.awaited} (${document.visibilityState})`").await?;
            Err(error.context(format!("waited in vain for {awaited}")))
        }
    }
}

/// No round leaves a node behind.
async fn two_hundred_times(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.host(BODY).open(&fixture).await?;
    come_and_go(&page, 10).await?;
    if fixture.engine() != Engine::Chromium {
        // A root's listeners are never removed, so the number of roots must not grow in any engine.
        for _ in 0..10 {
            let roots = come_and_go(&page, 19).await?;
            ensure!(roots == 1, "the elements took {roots} roots");
        }
        return Ok(());
    }
    let (first, heap_before) = counters(&page).await?;
    let (mut before, mut growth) = (first, Vec::new());
    for _ in 0..10 {
        let roots = come_and_go(&page, 19).await?;
        ensure!(roots == 1, "the elements took {roots} roots");
        let (after, _) = counters(&page).await?;
        growth.push(after.nodes.saturating_sub(before.nodes));
        before = after;
    }
    let (after, heap) = counters(&page).await?;
    println!(
        "after 10: {first:?}, {heap_before} bytes; after 200: {after:?}, {heap} bytes; nodes by round: {growth:?}"
    );
    ensure!(growth.iter().all(|nodes| *nodes == 0), "19 elements leave nodes behind: {growth:?}");
    ensure!(after.js_event_listeners <= first.js_event_listeners + 5, "{first:?} became {after:?}");
    ensure!(heap <= heap_before + heap_before / 10, "{heap_before} bytes became {heap}");
    Ok(())
}
