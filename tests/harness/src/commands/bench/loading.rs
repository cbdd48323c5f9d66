//! How long the page takes to load, as Lighthouse's phone does it: a small screen, slow 4G, a processor four times slower.
//! Every file comes under brotli 11, as a host sends it that compresses in advance.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::session::Session;
use crate::commands::compress::brotli_11;
use crate::drivers::{Driver, Engine};
use crate::simulator::{Answer, Server};
use crate::workspace;

/// The middle one counts.
const ROUNDS: usize = 5;
const SLOWER: u32 = 4;
/// Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, in bytes a second; milliseconds for the way there and back.
const DOWN: u32 = 1_600_000 / 8;
const UP: u32 = 750_000 / 8;
const LATENCY: u32 = 150;
/// Half of what StackOne's own web component takes, in milliseconds.
const FIRST_FIELD: f64 = 2_000.0;
/// The cumulative layout shift that nobody sees.
const SHIFT: f64 = 0.01;

/// What is loaded: its name, the path, and the control that a person uses first.
const SUBJECTS: [(&str, &str, &str); 3] = [
    ("page, guide", "", "button, input"),
    ("page, form", "?view=form", "[name=clientId]"),
    ("element", "host.html", "[name=clientId]"),
];

/// A page of somebody else with the element in it.
const HOST: &str = "<!doctype html><html lang=\"en\"><head><title>Host</title>\
    <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"icon.svg\">\
    <script type=\"module\" src=\"./element.js\"></script></head>\
    <body><h1>Settings</h1><stackone-connector-profile api-base-url=\"/stackone\"></stackone-connector-profile></body></html>";

/// Notes when the control is there and can be used, what was painted last and largest, and how far things moved.
const WATCH: &str = "
    window.told = { field: 0, largest: 0, first: 0, shift: 0 };
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({ type, buffered: true });
    observe('largest-contentful-paint', ({ startTime }) => { told.largest = startTime; });
    observe('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') told.first = startTime; });
    observe('layout-shift', ({ value }) => { told.shift += value; });
    const look = () => {
        const control = document.querySelector('stackone-connector-profile')?.shadowRoot?.querySelector(sign);
        if (control?.checkVisibility() && !control.disabled) told.field = performance.now();
        else requestAnimationFrame(look);
    };
    look();
";

/// Milliseconds since the navigation began, and the layout shift.
#[derive(Clone, Copy, Deserialize)]
struct Load {
    field: f64,
    first: f64,
    largest: f64,
    shift: f64,
}

/// Measures, prints, and says whether all of it is within the limits.
///
/// # Errors
/// When there is no built page, or the browser does not show it.
pub async fn run() -> Result<bool> {
    let server = server()?.start().await?;
    let mut good = true;
    println!(
        "loading at 412 × 823, slow 4G, a processor {SLOWER} times slower; the middle one of {ROUNDS}, milliseconds:"
    );
    println!("  {:<12} {:>12} {:>8} {:>8} {:>8}", "", "first field", "FCP", "LCP", "CLS");
    for (name, path, sign) in SUBJECTS {
        let mut loads = Vec::new();
        for _ in 0..ROUNDS {
            loads.push(load(&format!("{}{path}", server.url()), sign).await?);
        }
        let middle = |of: fn(&Load) -> f64| {
            let mut all: Vec<_> = loads.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all[ROUNDS / 2]
        };
        let (field, shift) = (middle(|load| load.field), middle(|load| load.shift));
        let (first, largest) = (middle(|load| load.first), middle(|load| load.largest));
        println!("  {name:<12} {field:>12.0} {first:>8.0} {largest:>8.0} {shift:>8.4}");
        good &= field <= FIRST_FIELD && shift <= SHIFT;
    }
    println!("limits: {FIRST_FIELD} for the first field, {SHIFT} for CLS");
    Ok(good)
}

/// One load, in a browser that has seen nothing yet.
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
    session.until("window.told?.field").await?;
    let told = session.script("return window.told").await?;
    serde_json::from_value(told).context("the page does not tell when it was loaded")
}

/// The page with every file compressed in advance, and a page of somebody else beside it.
fn server() -> Result<crate::simulator::Builder> {
    let dist = workspace::dist();
    let mut builder = Server::builder(&dist);
    for entry in fs::read_dir(&dist).context("there is no built page; `cargo bundle` makes it")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        builder = builder.overlay(&format!("/{name}"), answer(&path)?);
    }
    let index = dist.join("index.html");
    ensure!(index.is_file(), "there is no built page; `cargo bundle` makes it");
    Ok(builder.overlay("/", answer(&index)?).overlay("/host.html", Answer::html(HOST)))
}

fn answer(path: &Path) -> Result<Answer> {
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
