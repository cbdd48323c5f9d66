//! The first view of the page, which is shown before the module runs: it looks like what the module draws, and what was
//! typed into it is passed on.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Site, Step, cases, good, hashed};
use harness::drivers::Engine;
use harness::simulator::Answer;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::accessibility::check;

cases! {
    every engine: looks_like_what_follows, keeps_what_was_typed_into_the_form, keeps_what_was_typed_into_the_guide;
    chromium: other_views_are_not_known, follows_the_settings, says_why_nothing_follows, without_scripts;
}

/// Holds the module until `window.proceed()`, and notes what the page around the form hears of typing.
const HOLD: &str = "
    const proceeds = new Promise((resolve) => { window.proceed = resolve; });
    const fetchAtOnce = window.fetch;
    window.fetch = async (...request) => {
        if (String(request[0]).endsWith('.wasm')) await proceeds;
        return fetchAtOnce(...request);
    };
    window.heard = [];
    for (const name of ['keydown', 'input']) document.addEventListener(name, () => window.heard.push(name));";

/// `view`: the root of the first view.
const VIEW: &str = "const view = document.querySelector('.skeleton + div')?.shadowRoot;";

/// What is shown in a root, and where each element with an id is.
const SHOWN: &str =
    "const shown = (tree) => [words(tree.querySelector('.scp')), [...tree.querySelectorAll('[id]')].map((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        return [node.id, ...[left, top, width, height].map(Math.round)].join(' ');
    })];";

fn held(site: Site) -> Site {
    site.guided().before(HOLD)
}

/// Opens a view of the page, which waits for the module.
async fn first_view(fixture: &Fixture, query: &str, field: &str) -> Result<Page> {
    let page = held(Site::new()?).show(fixture).await?;
    if !query.is_empty() {
        page.go(&format!("{}{query}", page.url())).await?;
    }
    let script = format!("{VIEW} return view?.querySelector(`#${{input}}`)?.checkVisibility()");
    page.until_with("the first view", &script, field.into()).await?;
    let others =
        "return document.querySelector('.skeleton').checkVisibility({ visibilityProperty: true }) || !!$('form')";
    ensure!(!page.ask::<bool>(others).await?, "a skeleton or the form is shown");
    Ok(page)
}

async fn proceed(page: &Page) -> Result<()> {
    page.ask::<()>("window.proceed()").await?;
    page.until("the module's view", "return $('form') && !document.querySelector('.skeleton + div')").await.map(drop)
}

/// Types into a field of the first view.
async fn type_first(page: &Page, field: &str, text: &str) -> Result<()> {
    page.ask_with::<()>(&format!("{VIEW} view.getElementById(input).focus()"), field.into()).await?;
    page.keys(text).await
}

async fn looks_like_what_follows(fixture: Fixture) -> Result<()> {
    for (query, field) in [("", "myDomain"), ("?view=form", "clientId")] {
        let page = first_view(&fixture, query, field).await?;
        if fixture.engine() == Engine::Chromium {
            // Shows the text for a late form at once, which comes after eight seconds.
            page.ask::<()>("document.getAnimations().forEach((animation) => animation.finish())").await?;
            check(&page).await?;
        }
        let before: Value = page.ask(&format!("{VIEW} {SHOWN} return shown(view)")).await?;
        proceed(&page).await?;
        let after: Value = page.ask(&format!("{SHOWN} return shown(root)")).await?;
        ensure!(before == after, "before: {before}\nafter: {after}");
        ensure!(before[1].as_array().is_some_and(|places| places.len() > 8), "{before}");
    }
    Ok(())
}

async fn keeps_what_was_typed_into_the_form(fixture: Fixture) -> Result<()> {
    let page = first_view(&fixture, "?view=form", "clientId").await?;
    let draft = good();
    for (field, text) in [("clientId", &draft.client_id), ("clientSecret", &draft.client_secret), ("name", &draft.name)]
    {
        type_first(&page, field, text).await?;
    }
    page.ask::<()>(&format!("{VIEW} view.getElementById('sandbox').click()")).await?;
    let address: String = page.ask("return location.href").await?;
    type_first(&page, "apiKey", &draft.api_key).await?;
    page.keys(Key::Enter).await?;
    page.ask::<()>(&format!("{VIEW} window.first = ['clientSecret', 'apiKey'].map((id) => view.getElementById(id))"))
        .await?;
    proceed(&page).await?;
    page.until_focus("apiKey").await?;
    let left: Vec<String> = page.ask("return window.first.map((field) => field.value)").await?;
    ensure!(left == ["", ""], "the first view keeps {left:?}");
    ensure!(page.typed().await? == draft, "{:?}", page.typed().await?);
    ensure!(page.ask::<String>("return location.href").await? == address && page.posts() == 0, "Enter did something");
    let heard: Vec<String> = page.ask("return window.heard").await?;
    ensure!(heard.is_empty(), "the page heard {heard:?}");
    page.submit().await?;
    page.until_created(&draft).await
}

/// An address counts more than an environment that was chosen before it.
async fn keeps_what_was_typed_into_the_guide(fixture: Fixture) -> Result<()> {
    let page = first_view(&fixture, "", "myDomain").await?;
    page.ask::<()>(&format!("{VIEW} view.getElementById('sandbox').click()")).await?;
    type_first(&page, "myDomain", "acme.my.salesforce.com").await?;
    page.keys(Key::Home + Key::Right).await?;
    proceed(&page).await?;
    page.until_focus("myDomain").await?;
    page.until("the environment", "return $('#production').checked").await?;
    let caret: u32 = page.ask("return $('#myDomain').selectionStart").await?;
    ensure!(caret == 1, "the caret is at {caret}");
    page.keys(Key::Enter).await?;
    page.until_step(Step::CreateApp).await
}

/// With an address, other settings or kept progress, the form may look different.
async fn other_views_are_not_known(fixture: Fixture) -> Result<()> {
    let stays_away =
        "return document.querySelector('.skeleton').checkVisibility() && document.readyState === 'complete'
        && customElements.get('stackone-connector-profile') && !document.querySelector('.skeleton + div')";
    let page = held(Site::new()?).show(&fixture).await?;
    for query in ["?step=credentials", "?environment=sandbox", "?profile-id=p1", "?view=profiles"] {
        page.go(&format!("{}{query}", page.url())).await?;
        page.until(query, stays_away).await?;
    }
    page.go(&page.url()).await?;
    proceed(&page).await?;
    page.press("Continue").await?;
    page.until_step(Step::CreateApp).await?;
    page.go(&page.url()).await?;
    page.until("kept progress", stays_away).await?;
    for settings in [
        json!({ "auth": "none" }),
        json!({ "storage": "none" }),
        json!({ "name": "Sales" }),
        json!({ "messages": { "title": "Ours" } }),
    ] {
        let page = held(Site::new()?).config(settings.clone()).show(&fixture).await?;
        page.until(&settings.to_string(), stays_away).await?;
    }
    Ok(())
}

async fn follows_the_settings(fixture: Fixture) -> Result<()> {
    let page = held(Site::new()?).config(json!({ "view": "form", "theme": "dark" })).show(&fixture).await?;
    let script = format!(
        "{VIEW} return view?.getElementById('clientId')?.checkVisibility()
            && [view.querySelector('.scp'), document.documentElement].map((one) => getComputedStyle(one).colorScheme)"
    );
    let schemes = page.until("the form", &script).await?;
    ensure!(schemes == json!(["dark", "dark"]), "{schemes}");
    Ok(())
}

/// The message replaces the view.
async fn says_why_nothing_follows(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().with_failures().overlay(&hashed(".wasm")?, Answer::status(404));
    let page = page.show(&fixture).await?;
    page.until("a message", "return $('[data-failure=missing]')?.checkVisibility()").await?;
    ensure!(page.ask::<bool>(&format!("{VIEW} return !view")).await?, "what was typed is still there");
    Ok(())
}

/// A person reads what to turn on, and no skeleton promises that something follows. Only Chromium can turn scripts off;
/// the others show that they know the rule.
async fn without_scripts(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().show(&fixture).await?;
    if fixture.engine() != Engine::Chromium {
        let rule = "return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
            .some((rule) => rule.media?.mediaText === '(scripting: none)' && rule.cssText.includes('.skeleton'))";
        return page.until("the rule", rule).await.map(drop);
    }
    let scripts = |off: bool| fixture.browser.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": off }));
    scripts(true).await?;
    page.go(&page.url()).await?;
    let seen: Result<(String, bool)> = page
        .ask("return [words(document.querySelector('main')), document.querySelector('.skeleton').checkVisibility()]")
        .await;
    scripts(false).await?;
    let (words, skeleton) = seen?;
    ensure!(words == "Turn on JavaScript to use this page, then reload." && !skeleton, "{words} {skeleton}");
    Ok(())
}
