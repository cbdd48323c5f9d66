//! axe-core, and at 320 pixels nothing that makes the page scroll sideways: what every state is held to
//! (`every_state`), and the looks that are no state – a theme against the system's, what stands where the form cannot.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Case, Fixture, Look, Page, Site, hashed};
use harness::drivers::Engine;
use harness::setup::tools;
use harness::simulator::Answer;
use serde_json::{Value, json};

/// All cases of this file.
pub fn cases() -> Vec<Case> {
    let theme = |theme: &'static str| {
        let name = format!("theme_{theme}_against_the_system");
        Case::new(module_path!(), &name, move |fixture| async move {
            let page = Site::new()?.config(json!({ "theme": theme })).open(&fixture).await?;
            page.submit().await?;
            page.until("messages", "return $('.message')").await?;
            check(&page).await
        })
    };
    let no_module = |name: &str, narrow: bool| {
        Case::new(module_path!(), &format!("no_module_{name}"), move |fixture| no_module(fixture, narrow))
    };
    vec![
        theme("light").with_look(Look::Dark),
        theme("dark"),
        no_module("light", false),
        no_module("narrow", true).in_every_engine(),
        no_module("dark", false).with_look(Look::Dark),
    ]
}

async fn no_module(fixture: Fixture, narrow: bool) -> Result<()> {
    let site = if narrow { Site::new()?.narrow() } else { Site::new()? };
    let site = site.overlay(&hashed(".wasm")?, Answer::status(404)).with_failures().expecting("integrity");
    let page = site.show(&fixture).await?;
    page.until("the message", "return $('[data-failure]')").await?;
    if narrow { check_narrow(&page).await } else { check(&page).await }
}

/// Holds what is shown to axe-core.
pub async fn check(page: &Page) -> Result<()> {
    // Colours that are on their way to others would be judged at a moment nobody sees.
    let still =
        "return ![document, root].some((tree) => tree.getAnimations().some((one) => one.playState === 'running'))";
    page.until("stillness", still).await?;
    let axe = fs::read_to_string(tools::axe_core()?)?;
    page.web().execute(axe, Vec::<Value>::new()).await?;
    let script = "const told = (node) => `${node.target}: ${node.failureSummary}`;
        return axe.run(document, { resultTypes: ['violations'] }).then((found) =>
            found.violations.map(({ id, help, nodes }) => [id, help, ...nodes.map(told)].join('\\n')))";
    let violations: Vec<String> = page.ask(script).await?;
    ensure!(violations.is_empty(), "{}", violations.join("\n\n"));
    Ok(())
}

/// What a screen of 320 pixels shows: nothing stands out of it, in no engine. What axe-core says of it is of the document,
/// which is the same in each, so Chromium alone asks.
pub async fn check_narrow(page: &Page) -> Result<()> {
    no_sideways(page).await?;
    if page.fixture.engine() == Engine::Chromium { check(page).await } else { Ok(()) }
}

/// Nothing stands out of a page of 320 pixels.
async fn no_sideways(page: &Page) -> Result<()> {
    let script = "const at = document.documentElement;
        const wide = $$('*').filter((node) => node.getBoundingClientRect().right > at.clientWidth + 1);
        return [innerWidth, at.clientWidth, at.scrollWidth, wide.map((node) => node.outerHTML.slice(0, 90)).join()]";
    let (inner, client, scroll, wide): (u32, u32, u32, String) = page.ask(script).await?;
    ensure!(inner == 320, "the frame is {inner} wide");
    ensure!(scroll <= client && wide.is_empty(), "it scrolls sideways: {scroll} in {client}, because of {wide}");
    Ok(())
}
