//! How long the page takes to load under the conditions of Lighthouse's phone: a small screen, slow 4G, a processor
//! four times slower. Files are compressed with brotli 11, as by a host that compresses ahead of time. StackOne's own
//! web component, the Hub, is loaded the same way, and the page may take half of its time: milliseconds alone say as
//! much about the machine as about the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use axum::body::{Body, to_bytes};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hyper::{Request, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use serde_json::{Value, json};

use super::session::Session;
use crate::commands::compress::brotli_11;
use crate::drivers::{Driver, Engine};
use crate::setup::{self, tools};
use crate::simulator::{Answer, Builder, Server};
use crate::workspace;

/// The median counts.
const ROUNDS: usize = 5;
const SLOWER: u32 = 4;
/// Slow 4G: 1.6 Mbit/s down and 750 kbit/s up, in bytes per second, and the round-trip time in milliseconds.
const DOWN: u32 = 1_600_000 / 8;
const UP: u32 = 750_000 / 8;
const LATENCY: u32 = 150;
/// The limit for the page's first control, as a part of the Hub's time.
const PART: f64 = 0.5;
/// The cumulative layout shift that is not noticeable.
const SHIFT: f64 = 0.01;

/// What is loaded: its name, its path, and a selector for the first control that a person uses.
const SUBJECTS: [(&str, &str, &str); 3] = [
    ("page, guide", "", "button, input"),
    ("page, form", "?view=form", "[name=clientId]"),
    ("element", "host.html", "[name=clientId]"),
];

/// A host page with the element.
const HOST: &str = "<!doctype html><html lang=\"en\"><head><title>Host</title>\
    <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"icon.svg\">\
    <script type=\"module\" src=\"./element.js\"></script></head>\
    <body><h1>Settings</h1><stackone-connector-profile api-base-url=\"/stackone\"></stackone-connector-profile></body></html>";

/// The strictest policy under which the Hub works.
const HUB_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; \
    font-src data:; connect-src 'self'";

/// Records when the control is usable, the largest contentful paint, and the layout shifts.
const WATCH: &str = "
    window.reported = { field: 0, largest: 0, first: 0, shift: 0 };
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({ type, buffered: true });
    observe('largest-contentful-paint', ({ startTime }) => { reported.largest = startTime; });
    observe('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') reported.first = startTime; });
    observe('layout-shift', ({ value }) => { reported.shift += value; });
    const find = (top) => top.querySelector(sign)
        ?? [...top.querySelectorAll('*')].reduce((found, { shadowRoot }) => found ?? (shadowRoot && find(shadowRoot)), null);
    const look = () => {
        const tag = document.querySelector('stackone-connector-profile, stackone-hub');
        const control = tag && (find(tag) ?? (tag.shadowRoot && find(tag.shadowRoot)));
        if (control?.checkVisibility() && !control.disabled) reported.field = performance.now();
        else requestAnimationFrame(look);
    };
    look();
";

/// Milliseconds since the start of the navigation, and the layout shift.
#[derive(Clone, Copy, Deserialize)]
struct Load {
    field: f64,
    first: f64,
    largest: f64,
    shift: f64,
}

/// Measures and prints. True if everything is within the limits.
pub async fn run() -> Result<bool> {
    setup::npm::ensure("@stackone/hub")?;
    println!(
        "loading at 412 × 823, slow 4G, a processor {SLOWER} times slower; the middle one of {ROUNDS}, milliseconds:"
    );
    println!("  {:<12} {:>14} {:>8} {:>8} {:>8}", "", "first control", "FCP", "LCP", "CLS");
    let server = page()?.start().await?;
    let mut loads = Vec::new();
    for (name, path, sign) in SUBJECTS {
        loads.push(measured(name, &format!("{}{path}", server.url()), sign).await?);
    }
    let hub = hub().await?;
    let theirs = measured("StackOne Hub", &hub.url(), "button, input").await?;
    let shift = loads.iter().map(|load| load.shift).fold(0.0, f64::max);
    // The host page decides when the element loads, so it does not count.
    let part = loads.iter().take(2).map(|load| load.field / theirs.field).fold(0.0, f64::max);
    println!("limits: {PART} of the Hub's time for the page {part:.2}, {SHIFT} for CLS {shift:.4}");
    Ok(part <= PART && shift <= SHIFT)
}

/// The median of all loads.
async fn measured(name: &str, url: &str, sign: &str) -> Result<Load> {
    let mut loads = Vec::new();
    for _ in 0..ROUNDS {
        loads.push(load(url, sign).await?);
    }
    let middle = |of: fn(&Load) -> f64| {
        let mut all: Vec<_> = loads.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[ROUNDS / 2]
    };
    let load = Load {
        field: middle(|load| load.field),
        first: middle(|load| load.first),
        largest: middle(|load| load.largest),
        shift: middle(|load| load.shift),
    };
    let Load { field, first, largest, shift } = load;
    println!("  {name:<12} {field:>14.0} {first:>8.0} {largest:>8.0} {shift:>8.4}");
    Ok(load)
}

/// One load in a fresh browser.
async fn load(url: &str, sign: &str) -> Result<Load> {
    let driver = Driver::start(Engine::Chromium).await?;
    let session = Session::start(&driver).await?;
    let screen = json!({ "width": 412, "height": 823, "deviceScaleFactor": 1.75, "mobile": true });
    session.chromium("Emulation.setDeviceMetricsOverride", screen).await?;
    session.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    session.chromium("Network.enable", json!({})).await?;
    let network = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP });
    session.chromium("Network.emulateNetworkConditions", network).await?;
    let script = format!("if (self === top) {{ const sign = {sign:?}; {WATCH} }}");
    session.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    session.go(url).await?;
    session.until("window.reported?.field").await?;
    let reported = session.script("return window.reported").await?;
    serde_json::from_value(reported).context("the page reports no loading time")
}

/// The page with every file compressed ahead of time, and a host page.
fn page() -> Result<Builder> {
    let dist = workspace::dist();
    let mut builder = Server::builder(&dist);
    for entry in fs::read_dir(&dist).context("there is no built page; `cargo bundle` makes it")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        builder = builder.overlay(&format!("/{name}"), compressed(&path)?);
    }
    Ok(builder.overlay("/host.html", Answer::html(HOST)))
}

/// A page with the Hub, in a project with a profile.
async fn hub() -> Result<Server> {
    let script = compressed(&tools::hub()?)?;
    let server = Server::builder("/nonexistent").csp(HUB_POLICY).overlay("/webcomponent.js", script).start().await?;
    let post = async |path: &str, body: Value| -> Result<Value> {
        let client: Client<HttpConnector, Body> = Client::builder(TokioExecutor::new()).build_http();
        let request = Request::post(format!("{}/stackone/{path}", server.origin()))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Basic {}", STANDARD.encode("v1.bench:")))
            .body(Body::from(body.to_string()))?;
        let answer = client.request(request).await?;
        Ok(serde_json::from_slice(&to_bytes(Body::new(answer.into_body()), usize::MAX).await?)?)
    };
    let profile = json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "production",
        "name": "Bench", "credentials": { "clientId": "an id of some length", "clientSecret": "a secret of some length" },
    });
    post("connector_profiles", profile).await?;
    let owner = json!({ "origin_owner_id": "customer-1", "origin_owner_name": "Customer One" });
    let session = post("connect_sessions", owner).await?;
    let token = session["token"].as_str().context("the simulator gives no token")?;
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><script src=\"webcomponent.js\" defer></script></head>\
         <body><stackone-hub token=\"{token}\" base-url=\"{}/stackone\" height=\"300px\"></stackone-hub></body></html>",
        server.origin()
    );
    server.set_overlay("/index.html", Some(Answer::html(&html)));
    Ok(server)
}

fn compressed(path: &Path) -> Result<Answer> {
    let kind = match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    Ok(Answer::new(200, kind, brotli_11(&fs::read(path)?)?).with_header("content-encoding", "br"))
}
