//! How requests fail in a browser: each kind of transport failure on each request that behaves differently. Checks the
//! code and the message, that every field keeps its value, that one click writes at most once, and that the offered
//! next step succeeds once the fault is gone. `tests/native/matrix.rs` covers every request with every fault without a
//! browser.

use anyhow::{Context, Result, ensure};
use browser_tests::{Fixture, Page, cases};
use harness::drivers::Engine;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::matrix_expected::{Expected, Way, compare_undone};
use crate::matrix_faults::{How, SOON, Wrong, all};
use crate::matrix_requests::{CHANGE, COMPARE, CREATE, LIST, PIN, Request, SESSION, UNPIN};
use crate::matrix_setup::put;
use crate::unreachable::switch_network;

/// A case for each row.
macro_rules! rows {
    (every engine: $($every:ident $all:ident),+; chromium: $($one:ident $request:ident),+;) => {
        cases! {
            every engine: $($every),+;
            chromium: $($one),+;
        }

        $(async fn $every(fixture: Fixture) -> Result<()> {
            row(&fixture, &$all).await
        })+

        $(async fn $one(fixture: Fixture) -> Result<()> {
            row(&fixture, &$request).await
        })+
    };
}

rows! {
    every engine: list LIST, create CREATE, compare COMPARE;
    chromium: change CHANGE, session SESSION, pin PIN, unpin UNPIN;
}

/// One fault of each kind of transport failure.
const TRANSPORTS: [&str; 10] = [
    "500 well-formed",
    "429, Retry-After seconds",
    "hang",
    "drop-before",
    "drop-after",
    "truncate",
    "huge",
    "no-cors",
    "offline",
    "getAuthorization throws",
];

/// Runs one request with each of them.
async fn row(fixture: &Fixture, request: &Request) -> Result<()> {
    let page = request.open(fixture).await?;
    let wrongs: Vec<_> = all().into_iter().filter(|wrong| TRANSPORTS.contains(&wrong.name.as_str())).collect();
    ensure!(wrongs.len() == TRANSPORTS.len(), "some transport is of another name");
    for (number, wrong) in wrongs.iter().enumerate() {
        meet(&page, request, wrong, number).await.with_context(|| format!("{}: {}", request.name, wrong.name))?;
    }
    Ok(())
}

/// Runs one request with one fault.
async fn meet(page: &Page, request: &Request, wrong: &Wrong, number: usize) -> Result<()> {
    let mut name = request.ready(page, number).await.context("making ready")?;
    let undone = request.lost && number % 2 == 1;
    let mut expected = if undone { compare_undone(wrong.class) } else { (request.expected)(wrong.class) };
    let before = request.written(page);
    if request.lost {
        page.fault("GET", "delay", json!({ "ms": 0 }));
        page.fault("POST", if undone { "drop-before" } else { "drop-after" }, json!({}));
    }
    if spoil(page, request, wrong).await? && expected.sent == 1 {
        // Without a network nothing arrives.
        (expected.sent, expected.in_all) = (0, expected.in_all - 1);
    }
    let focus = if request.event { expected.focus() } else { "" };
    let outcome = press(page, request, None, expected.code != "done", focus).await.context("the first click")?;
    check_outcome(request, wrong, &expected, &outcome)?;
    let sent = request.written(page) - before;
    ensure!(sent == expected.sent, "{sent} requests to write arrived");
    remove_fault(page, wrong).await?;
    for (step, way) in expected.ways.iter().enumerate() {
        let last = step + 1 == expected.ways.len();
        let words = match way {
            Way::Rename => {
                page.until_with("the other way", RENAME, json!(way.words())).await?;
                page.until_focus("name").await?;
                name.push_str(" again");
                put(page, &[("[name=name]", &name)]).await?;
                None
            }
            _ => way.words(),
        };
        let outcome = press(page, request, words, !last, "").await;
        let outcome = outcome.with_context(|| format!("{way:?}"))?;
        if let (0, Some(seconds)) = (step, wrong.pause.as_ref().filter(|_| expected.code == "rate-limited")) {
            ensure!(!request.event || seconds.contains(&outcome.waited), "the pause was {} s", outcome.waited);
        }
        ensure!(outcome.words.is_empty() == last, "{way:?} led to {outcome:?}");
    }
    request.check(page, &name).await?;
    let sent = request.written(page) - before;
    ensure!(sent == expected.in_all, "{sent} requests to write arrived in all");
    if matches!(wrong.how, How::NoCors | How::Throws) {
        page.ask::<()>("Object.assign(host, { auth: null, apiBaseUrl: null })").await?;
    }
    Ok(())
}

/// Activates the fault. Returns whether the network is really off.
async fn spoil(page: &Page, request: &Request, wrong: &Wrong) -> Result<bool> {
    let soon: String = page.ask("return new Date(Date.now() + 5000).toUTCString()").await?;
    let fault = |kind: &str, more: &Value| {
        let mut more = more.clone();
        if more["retryAfter"] == SOON {
            more["retryAfter"] = json!(soon);
        }
        more["path"] = json!(request.path);
        more["times"] = json!(1_000_000);
        page.fault(request.method, kind, more);
    };
    match &wrong.how {
        How::Simulator(kind, more) => fault(kind, more),
        How::NoCors => {
            fault("no-cors", &json!({}));
            let other = page.server.origin().replace("127.0.0.1", "localhost");
            page.ask_with::<()>("host.apiBaseUrl = input", json!(format!("{other}/stackone"))).await?;
        }
        How::Offline if request.after == 0 && page.fixture.engine() == Engine::Chromium => {
            switch_network(&page.fixture, false).await?;
            return Ok(true);
        }
        How::Offline => {
            fault("drop-before", &json!({}));
            page.ask::<()>("document.documentElement.dataset.offline = ''").await?;
        }
        How::Throws => {
            let script = "delete document.documentElement.dataset.faultRemoved;
                let asked = 0;
                const getAuthorization = () => {
                    asked += 1;
                    if (asked > input && !('faultRemoved' in document.documentElement.dataset)) throw new Error('signed out');
                    return `Basic ${btoa('v1.eu1.host:')}`;
                };
                Object.assign(host, { getAuthorization, auth: 'host' });";
            page.ask_with::<()>(script, json!(request.after)).await?;
            // The form is drawn anew, without the field for the key.
            page.until("no field for the key", "return !$('[name=apiKey]')").await?;
        }
    }
    Ok(false)
}

/// Removes the fault.
async fn remove_fault(page: &Page, wrong: &Wrong) -> Result<()> {
    page.server.simulator().clear_faults();
    match wrong.how {
        How::Simulator(..) | How::NoCors => Ok(()),
        How::Offline if page.fixture.engine() == Engine::Chromium => {
            page.ask::<()>("delete document.documentElement.dataset.offline").await?;
            switch_network(&page.fixture, true).await
        }
        How::Offline => page.ask("delete document.documentElement.dataset.offline").await,
        How::Throws => page.ask("document.documentElement.dataset.faultRemoved = ''").await,
    }
}

/// The outcome of a click.
#[derive(Debug, Deserialize)]
struct Outcome {
    /// The names and details of the events.
    events: Vec<(String, Value)>,
    /// The text of the failure.
    words: String,
    /// The text of the page.
    page: String,
    /// Controls whose value changed.
    lost: Vec<String>,
    focus: String,
    /// Seconds of countdown before the button appeared.
    #[serde(skip)]
    waited: u64,
}

/// Presses a button that sends nothing.
const RENAME: &str = "const button = $$('button').find((node) => words(node) === input);
    button?.click();
    return !!button;";

/// A prelude for both scripts.
const SEEN: &str = "const received = () => window.seen.events.filter(({ name }) => name.startsWith('profile-'));
    const hold = (node) => /radio|checkbox/.test(node.type) ? node.checked : node.value;
    const name = (node) => `${node.name || node.id} ${node.type === 'radio' ? node.value : ''}`.trim();
    const controls = () => Object.fromEntries($$('input, textarea').map((node) => [name(node), hold(node)]));";

/// Presses a button by script, because there are hundreds of presses. Other cases cover pointer and keyboard.
const PRESS: &str = "const found = $$('button').find((node) => words(node) === input.words);
    const button = input.words ? found : $(input.main);
    if (!button) return null;
    const waited = window.pauses.splice(0).filter((time) => time === 1000).length;
    const before = { count: received().length, held: controls(), waited };
    button.click();
    return before;";

/// Returns the outcome once there is one.
const TELL: &str = "const said = words($(input.place));
    const events = received().slice(input.count).map(({ name, detail }) => [name, detail]);
    const focus = root.activeElement?.name || root.activeElement?.id || '';
    if ($('[aria-busy=true], [aria-disabled=true]')) return null;
    // The host page gets the event before the screen changes.
    if ((input.event && !events.length) || input.fails !== !!said) return null;
    if (input.focus && input.focus !== focus) return null;
    const now = controls();
    const lost = Object.keys(input.held).filter((name) => now[name] !== input.held[name]);
    return { events, words: said, page: words($('.scp')), lost, focus };";

/// Waits for a button, presses it and waits for the outcome, given whether it is a failure and where the focus goes.
async fn press(page: &Page, request: &Request, words: Option<&str>, fails: bool, focus: &str) -> Result<Outcome> {
    let input = json!({ "words": words, "main": request.main });
    let what = format!("the button {}", words.unwrap_or(request.main));
    let received = request.received(page);
    let mut before = page.until_with(&what, &format!("{SEEN}{PRESS}"), input).await?;
    if !request.event && !fails {
        // The page looks the same after each success.
        request.until_received(page, received).await?;
    }
    before["place"] = json!(request.place);
    before["event"] = json!(request.event);
    before["fails"] = json!(fails);
    before["focus"] = json!(focus);
    let waited = before["waited"].as_u64().unwrap_or_default();
    let outcome = page.until_with("what comes of it", &format!("{SEEN}{TELL}"), before).await?;
    Ok(Outcome { waited, ..serde_json::from_value(outcome)? })
}

/// Compares the outcome of a click with the expected one.
fn check_outcome(request: &Request, wrong: &Wrong, expected: &Expected, outcome: &Outcome) -> Result<()> {
    if expected.code == "done" {
        ensure!(outcome.words.is_empty() && outcome.page.contains(expected.and), "{outcome:?}");
        ensure!(outcome.events.iter().all(|(name, _)| name != "profile-failed"), "{:?}", outcome.events);
        return Ok(());
    }
    let said = outcome.words.strip_prefix(request.prefix).unwrap_or_default().trim_start();
    let says = match (expected.code, request.event, wrong.explained) {
        ("rejected", false, true) => "StackOne says: ",
        _ => expected.says,
    };
    ensure!(said.starts_with(says) && said.contains(expected.and), "it says {:?}", outcome.words);
    if expected.code == "rejected" {
        ensure!(!request.event || said.contains("It didn’t say why") != wrong.explained, "it says {:?}", outcome.words);
    }
    ensure!(outcome.lost.is_empty(), "lost: {:?}", outcome.lost);
    let [(name, detail)] = outcome.events.as_slice() else {
        ensure!(outcome.events.is_empty() && !request.event, "there are the events {:?}", outcome.events);
        return Ok(());
    };
    ensure!(request.event && name == "profile-failed", "the event {name}");
    ensure!(detail["code"] == expected.code, "the code is {}", detail["code"]);
    ensure!(detail["message"].as_str().is_some_and(|words| words.starts_with(expected.says)), "{detail}");
    let offered = expected.ways.first().is_some_and(|way| matches!(way, Way::Again | Way::Look));
    ensure!(detail["retryable"] == offered, "{detail}");
    ensure!(outcome.focus == expected.focus(), "the focus is on {:?}", outcome.focus);
    Ok(())
}
