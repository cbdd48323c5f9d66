//! axe-core in every look, and no horizontal scrolling at 320 pixels. `every_state` checks every state this way. The
//! cases here check what is no state: a theme that differs from the system's, and the pages shown where the form cannot
//! run.

use std::fs;
use std::future::Future;
use std::pin::Pin;

use anyhow::{Result, ensure};
use browser_tests::{Case, Fixture, Look, Page, Site, hashed};
use harness::drivers::Engine;
use harness::setup::tools;
use harness::simulator::Answer;
use serde_json::{Value, json};

/// The width of a small phone, in pixels, and of a page at 400 % zoom.
const NARROW: u32 = 320;

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
    vec![
        theme("light").with_look(Look::Dark),
        theme("dark"),
        in_every_look(module_path!(), "no_module", |site, fixture| Box::pin(no_module(site, fixture)))
            .in_every_engine(),
    ]
}

async fn no_module(site: Site, fixture: Fixture) -> Result<Page> {
    let site = site.overlay(&hashed(".wasm")?, Answer::status(404)).with_failures().expecting("integrity");
    let page = site.show(&fixture).await?;
    page.until("the message", "return $('[data-failure]')").await?;
    Ok(page)
}

/// The way to a state of the page.
pub type Way = Pin<Box<dyn Future<Output = Result<Page>> + Send>>;

/// Engines break lines differently, so every engine lays these out at 320 pixels: the widest of each kind of content.
const WIDE_IN_EVERY_ENGINE: [&str; 8] =
    ["errors", "blocked", "unreadable", "created_twice", "create_app", "link_ready", "long_ids", "list"];

/// `name: "text on the page", steps that lead there`
macro_rules! looks {
    ($($name:ident: $says:literal, |$site:ident, $fixture:ident| $way:block)+) => {
        /// A case for each state.
        fn looks() -> Vec<Case> {
            vec![$($crate::accessibility::in_every_look(module_path!(), stringify!($name), |site, fixture| {
                Box::pin(async move {
                    let ($site, $fixture) = (site.with_failures(), fixture);
                    let page: anyhow::Result<Page> = async move { $way }.await;
                    let page = page?;
                    page.until_words(".scp", $says).await?;
                    Ok(page)
                })
            }),)+]
        }
    };
}
pub(crate) use looks;

/// A case that checks the state which `way` leads to in every look.
pub fn in_every_look(
    module: &str,
    name: &str,
    way: impl Fn(Site, Fixture) -> Way + Copy + Send + Sync + 'static,
) -> Case {
    let case =
        Case::new(module, name, move |fixture| async move { reach_in_every_look(&fixture, way).await.map(drop) });
    if needs_every_engine(name) { case.in_every_engine() } else { case }
}

/// Whether the state with this name is one that engines lay out differently.
pub fn needs_every_engine(name: &str) -> bool {
    WIDE_IN_EVERY_ENGINE.contains(&name)
}

/// Goes to a state at 320 pixels in a dark theme, then widens the page, then lights it. axe-core finds nothing in any of
/// these looks. Chromium alone can change its looks, and axe-core's result depends on the document alone, so the other
/// engines only show that nothing overflows.
pub async fn reach_in_every_look(fixture: &Fixture, way: impl Fn(Site, Fixture) -> Way) -> Result<Page> {
    if fixture.engine() != Engine::Chromium {
        let page = way(Site::new()?.narrow(), fixture.clone()).await?;
        no_sideways(&page).await?;
        return Ok(page);
    }
    let browser = &fixture.browser;
    browser.emulate(Look::Dark, Some(NARROW)).await?;
    let page = way(Site::new()?, fixture.clone()).await?;
    no_sideways(&page).await?;
    check(&page).await?;
    browser.emulate(Look::Dark, None).await?;
    check(&page).await?;
    browser.emulate(Look::Light, None).await?;
    check_rules(&page, json!({ "runOnly": COLORS })).await?;
    Ok(page)
}

/// The rules of axe-core that depend on colors. Another theme changes nothing else.
const COLORS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// Runs axe-core on what is shown.
pub async fn check(page: &Page) -> Result<()> {
    check_rules(page, json!({})).await
}

/// Runs axe-core with these options.
async fn check_rules(page: &Page, mut options: Value) -> Result<()> {
    // Waits for color transitions to end: axe-core would judge colors that are visible for a moment only.
    let still =
        "return ![document, root].some((tree) => tree.getAnimations().some((one) => one.playState === 'running'))";
    page.until("stillness", still).await?;
    if page.ask("return typeof axe === 'undefined'").await? {
        let axe = fs::read_to_string(tools::axe_core()?)?;
        page.web().execute(axe, Vec::<Value>::new()).await?;
    }
    options["resultTypes"] = json!(["violations"]);
    let script = "const reported = (node) => `${node.target}: ${node.failureSummary}`;
        return axe.run(document, input).then((found) =>
            found.violations.map(({ id, help, nodes }) => [id, help, ...nodes.map(reported)].join('\\n')))";
    let violations: Vec<String> = page.ask_with(script, options).await?;
    ensure!(violations.is_empty(), "{}", violations.join("\n\n"));
    Ok(())
}

/// Nothing overflows a page of 320 pixels, and the logo keeps its shape.
async fn no_sideways(page: &Page) -> Result<()> {
    let script = "const at = document.documentElement;
        const wide = $$('*').filter((node) => node.getBoundingClientRect().right > at.clientWidth + 1);
        const logo = document.querySelector('.logo')?.getBoundingClientRect();
        return [innerWidth, at.clientWidth, at.scrollWidth, wide.map((node) => node.outerHTML.slice(0, 90)).join(),
            !logo || logo.width === logo.height]";
    let (inner, client, scroll, wide, round): (u32, u32, u32, String, bool) = page.ask(script).await?;
    ensure!(inner == NARROW, "the frame is {inner} wide");
    ensure!(scroll <= client && wide.is_empty(), "it scrolls sideways: {scroll} in {client}, because of {wide}");
    ensure!(round, "the logo is squashed");
    Ok(())
}
