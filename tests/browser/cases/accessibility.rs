//! axe-core, and no horizontal scrolling at 320 pixels. `every_state` checks every state this way. The cases here check
//! what is no state: a theme that differs from the system's, and the pages shown where the form cannot run.

use std::fs;
use std::future::Future;
use std::pin::Pin;

use anyhow::{Result, ensure};
use browser_tests::{Case, Fixture, Look, Page, Site, hashed};
use harness::drivers::Engine;
use harness::setup::tools;
use harness::simulator::Answer;
use serde_json::{Value, json};

/// The cases of this file.
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

/// The way to a state of the page.
pub type Way = Pin<Box<dyn Future<Output = Result<Page>> + Send>>;

/// `name: "text on the page", steps that lead there`
macro_rules! looks {
    ($($name:ident: $says:literal, |$site:ident, $fixture:ident| $way:block)+) => {
        /// Two cases for each state.
        fn looks() -> Vec<Case> {
            let mut cases = Vec::new();
            $(cases.extend($crate::accessibility::in_both_looks(module_path!(), stringify!($name), |site, fixture| {
                Box::pin(async move {
                    let ($site, $fixture) = (site.with_failures(), fixture);
                    let page: anyhow::Result<Page> = async move { $way }.await;
                    let page = page?;
                    page.until_words(".scp", $says).await?;
                    Ok(page)
                })
            }));)+
            cases
        }
    };
}
pub(crate) use looks;

/// The state in a light theme, and in a dark one at 320 pixels without overflow.
pub fn in_both_looks(
    module: &str,
    name: &str,
    way: impl Fn(Site, Fixture) -> Way + Copy + Send + Sync + 'static,
) -> [Case; 2] {
    let light = move |fixture: Fixture| async move { check(&way(Site::new()?, fixture).await?).await };
    let narrow = move |fixture: Fixture| async move { check_narrow(&way(Site::new()?.narrow(), fixture).await?).await };
    [
        Case::new(module, &format!("{name}_light"), light),
        Case::new(module, &format!("{name}_narrow_dark"), narrow).with_look(Look::Dark).in_every_engine(),
    ]
}

/// Runs axe-core on what is shown.
pub async fn check(page: &Page) -> Result<()> {
    // Waits for color transitions to end: axe-core would judge colors that are visible for a moment only.
    let still =
        "return ![document, root].some((tree) => tree.getAnimations().some((one) => one.playState === 'running'))";
    page.until("stillness", still).await?;
    let axe = fs::read_to_string(tools::axe_core()?)?;
    page.web().execute(axe, Vec::<Value>::new()).await?;
    let script = "const reported = (node) => `${node.target}: ${node.failureSummary}`;
        return axe.run(document, { resultTypes: ['violations'] }).then((found) =>
            found.violations.map(({ id, help, nodes }) => [id, help, ...nodes.map(reported)].join('\\n')))";
    let violations: Vec<String> = page.ask(script).await?;
    ensure!(violations.is_empty(), "{}", violations.join("\n\n"));
    Ok(())
}

/// Checks a screen of 320 pixels in every engine. axe-core's result depends on the document alone, so Chromium runs it.
pub async fn check_narrow(page: &Page) -> Result<()> {
    no_sideways(page).await?;
    if page.fixture.engine() == Engine::Chromium { check(page).await } else { Ok(()) }
}

/// Nothing overflows a page of 320 pixels.
async fn no_sideways(page: &Page) -> Result<()> {
    let script = "const at = document.documentElement;
        const wide = $$('*').filter((node) => node.getBoundingClientRect().right > at.clientWidth + 1);
        return [innerWidth, at.clientWidth, at.scrollWidth, wide.map((node) => node.outerHTML.slice(0, 90)).join()]";
    let (inner, client, scroll, wide): (u32, u32, u32, String) = page.ask(script).await?;
    ensure!(inner == 320, "the frame is {inner} wide");
    ensure!(scroll <= client && wide.is_empty(), "it scrolls sideways: {scroll} in {client}, because of {wide}");
    Ok(())
}
