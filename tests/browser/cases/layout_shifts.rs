//! Nothing moves while the page loads: the form appears where the skeleton was.

use anyhow::{Result, ensure};
use browser_tests::{Case, Fixture, Look, Site};
use harness::drivers::Engine;
use serde::Deserialize;

/// The widths of a phone, a larger phone and a desktop, in pixels.
const WIDTHS: [u32; 3] = [320, 412, 1280];
const HEIGHT: u32 = 823;
/// The cumulative layout shift that is not noticeable.
const LIMIT: f64 = 0.01;

/// Records every shift and the position of the element, and delays the module until the skeleton is painted.
const WATCH: &str = "
    const place = () => {
        const { left, top, width } = document.querySelector('stackone-connector-profile').getBoundingClientRect();
        return [left, top, width];
    };
    window.shifts = [];
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
        new PerformanceObserver((list) => {
            for (const { value } of list.getEntries()) window.shifts.push(value);
        }).observe({ type: 'layout-shift', buffered: true });
    }
    window.twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const fetchAtOnce = window.fetch;
    window.fetch = async (...request) => {
        if (!String(request[0]).endsWith('.wasm')) return fetchAtOnce(...request);
        await window.twoFrames();
        window.before = place();
        return fetchAtOnce(...request);
    };
    window.outcome = async () => {
        await window.twoFrames();
        return { shifts: window.shifts, before: window.before, after: place() };
    };
";

#[derive(Deserialize)]
struct Outcome {
    shifts: Vec<f64>,
    before: [f64; 3],
    after: [f64; 3],
}

/// The guide and the form, at each width, in a light and a dark theme.
pub fn cases() -> Vec<Case> {
    [Look::Light, Look::Dark]
        .into_iter()
        .flat_map(|look| WIDTHS.map(|width| (look, width)))
        .map(|(look, width)| {
            let name = format!("{width}_{}", if look == Look::Dark { "dark" } else { "light" });
            let case = Case::new(module_path!(), &name, move |fixture| nothing_moves(fixture, width)).with_look(look);
            // Only Chromium reports shifts. In other engines the position of the element is compared.
            if look == Look::Light { case.in_every_engine() } else { case }
        })
        .collect()
}

async fn nothing_moves(fixture: Fixture, width: u32) -> Result<()> {
    let page = Site::new()?.guided().framed(width, HEIGHT).before(WATCH).open(&fixture).await?;
    for view in ["guide", "form"] {
        if view == "form" {
            page.ask::<()>("location.search = '?view=form'").await?;
            page.until("the form", "return $('[name=clientId]')").await?;
        }
        let Outcome { shifts, before, after } = page.ask("return window.outcome()").await?;
        let sum: f64 = shifts.iter().sum();
        ensure!(sum <= LIMIT, "{view}: moved by {sum}: {shifts:?}");
        ensure!(before == after, "{view}: the element was at {before:?} and is at {after:?}");
        ensure!(before[2] <= f64::from(width), "{view}: {before:?}");
        let lefts: Vec<f64> =
            page.ask("return [...$('.scp').children].map((one) => one.getBoundingClientRect().left)").await?;
        ensure!(lefts.iter().all(|left| *left == lefts[0]), "{view}: blocks start at {lefts:?}");
    }
    let observed: bool = page.ask("return PerformanceObserver.supportedEntryTypes.includes('layout-shift')").await?;
    ensure!(observed || fixture.engine() != Engine::Chromium, "Chromium reports no layout shifts");
    Ok(())
}
