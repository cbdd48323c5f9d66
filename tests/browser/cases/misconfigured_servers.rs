//! Servers that are not configured for such a page: wrong content types, the page in place of missing files, no server
//! at all. Where no script can run, the HTML alone says what to do.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Site, built, cases, dist, good, hashed};
use harness::commands::brotli_11;
use harness::drivers::Engine;
use harness::simulator::Answer;

cases! {
    every engine:
        every_script_as_text,
        opened_as_a_file,
        loader_missing,
        style_as_text,
        module_and_style_as_bytes,
        page_in_place_of_the_script,
        page_in_place_of_the_module,
        page_in_place_of_the_settings,
        page_of_a_build_that_is_gone,
        module_refused_by_a_firewall,
        module_compressed_without_a_word,
        module_compressed_twice,
        module_without_a_length,
        scripts_put_off_on_the_way;
}

/// The message in the skeleton appears after a delay, and nothing else is shown.
async fn says_what_to_do(page: &Page) -> Result<()> {
    const SEEN: &str = "return getComputedStyle(document.querySelector('.skeleton p')).visibility";
    page.until("the page", "return document.querySelector('.skeleton p') && document.readyState === 'complete'")
        .await?;
    let before: String = page.ask(SEEN).await?;
    ensure!(before == "hidden", "the words are there at once");
    page.ask::<()>("document.getAnimations().forEach((animation) => animation.finish())").await?;
    let after: String = page.ask(SEEN).await?;
    let words: String = page.ask("return words(document.querySelector('.skeleton'))").await?;
    ensure!(
        after == "visible" && words.contains("the page needs a web server that sends .js as text/javascript"),
        "{words}"
    );
    Ok(())
}

async fn every_script_as_text(fixture: Fixture) -> Result<()> {
    let mut site = Site::new()?.with_failures().expecting("MIME type").expecting("disallowed");
    let script = hashed(".js")?;
    for name in
        ["boot.js", "element-class.js", "first-view.js", "loader.js", "styles.js", script.trim_start_matches('/')]
    {
        site = site.overlay(&format!("/{name}"), Answer::new(200, "text/plain", built(name)?));
    }
    says_what_to_do(&site.show(&fixture).await?).await
}

async fn opened_as_a_file(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().expecting("CORS").expecting("cross origin").show(&fixture).await?;
    let page = page.expecting("origin 'null'").expecting("Not allowed to load").expecting("Cross origin");
    page.go(&format!("file://{}", dist().join("index.html").display())).await?;
    says_what_to_do(&page).await
}

async fn loader_missing(fixture: Fixture) -> Result<()> {
    let site = Site::new()?.with_failures().expecting("MIME type").overlay("/loader.js", Answer::status(404));
    says_what_to_do(&site.show(&fixture).await?).await
}

/// The page is unstyled but the form is styled, because its styles are in a script.
async fn style_as_text(fixture: Fixture) -> Result<()> {
    let path = hashed_style()?;
    let answer = Answer::new(200, "text/plain", built(path.trim_start_matches('/'))?);
    let site = Site::new()?.with_failures().expecting("MIME").overlay(&path, answer);
    works(&site.open(&fixture).await?).await
}

async fn module_and_style_as_bytes(fixture: Fixture) -> Result<()> {
    let (module, style) = (hashed(".wasm")?, hashed_style()?);
    let bytes = |path: &str| std::fs::read(dist().join(path.trim_start_matches('/')));
    let answer = |path: &str| bytes(path).map(|bytes| Answer::new(200, "application/octet-stream", bytes));
    let site = Site::new()?.with_failures().expecting("MIME").overlay(&module, answer(&module)?);
    let page = site.overlay(&style, answer(&style)?).show(&fixture).await?;
    fails(&page, "type", "the site’s owner can set the type to application/wasm.").await
}

/// Answers with the page for unknown paths, as servers for single-page applications do.
fn page_for(site: Site, path: &str) -> Result<Site> {
    let site = site.with_failures().expecting("MIME").expecting("integrity");
    Ok(site.overlay(path, Answer::html(&built("index.html")?)))
}

async fn page_in_place_of_the_script(fixture: Fixture) -> Result<()> {
    let page = page_for(Site::new()?, &hashed(".js")?)?.show(&fixture).await?;
    fails(&page, "script", "it’s missing, or the server sends it with the wrong type").await
}

async fn page_in_place_of_the_module(fixture: Fixture) -> Result<()> {
    let page = page_for(Site::new()?, &hashed(".wasm")?)?.show(&fixture).await?;
    fails(&page, "type", "The server sends the .wasm file with the wrong type.").await
}

async fn page_in_place_of_the_settings(fixture: Fixture) -> Result<()> {
    let page = page_for(Site::new()?, "/config.json")?.open(&fixture).await?;
    page.until_words(".notice.is-warn[role=status]", "(config.json) aren’t valid JSON").await
}

/// A cached page on a server that answers with the page for missing files. Both hashed files are gone.
async fn page_of_a_build_that_is_gone(fixture: Fixture) -> Result<()> {
    let page = page_for(page_for(Site::new()?, &hashed(".js")?)?, &hashed(".wasm")?)?.show(&fixture).await?;
    fails(&page, "script", "Reload the page. If that doesn’t help, the site’s owner can upload").await
}

async fn module_refused_by_a_firewall(fixture: Fixture) -> Result<()> {
    let refusal = Answer::new(403, "text/html", "<!doctype html><h1>Access denied</h1>");
    let page = Site::new()?.with_failures().overlay(&hashed(".wasm")?, refusal).show(&fixture).await?;
    fails(&page, "unreachable", "the server or a firewall may be blocking it").await
}

/// A module that was compressed ahead of time, long enough for a browser to notice that it is not WebAssembly.
fn compressed(headers: &[(&str, &str)]) -> Result<Site> {
    let path = hashed(".wasm")?;
    let bytes = brotli_11(&std::fs::read(dist().join(path.trim_start_matches('/')))?[..10_000])?;
    let answer = Answer::new(200, "application/wasm", bytes);
    let answer = headers.iter().fold(answer, |answer, (name, value)| answer.with_header(name, value));
    Ok(Site::new()?.with_failures().expecting("integrity").overlay(&path, answer))
}

async fn module_compressed_without_a_word(fixture: Fixture) -> Result<()> {
    // Otherwise the server compresses it.
    let page = compressed(&[("content-encoding", "identity")])?.show(&fixture).await?;
    fails(&page, "broken", "this form couldn’t start.").await
}

/// A host compresses it again and announces only its own encoding.
async fn module_compressed_twice(fixture: Fixture) -> Result<()> {
    fails(&compressed(&[])?.show(&fixture).await?, "broken", "this form couldn’t start.").await
}

/// As the server sends it anyway: compressed on the fly, in chunks.
async fn module_without_a_length(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let script = "return fetch(input).then(({ headers }) => headers.get('content-length'))";
    let length: Option<String> = page.ask_with(script, hashed(".wasm")?.into()).await?;
    // WebKit adds a length of its own.
    ensure!(length.is_none() || fixture.engine() == Engine::WebKit, "it has a length");
    works(&page).await
}

/// Cloudflare's Rocket Loader changes the type of every script and runs it later from its own script, which the policy
/// forbids. It skips scripts that opt out.
async fn scripts_put_off_on_the_way(fixture: Fixture) -> Result<()> {
    let asks = "<script data-cfasync=\"false\"";
    ensure!(built("embed.html")?.matches("<script").count() == built("embed.html")?.matches(asks).count(), "the frame");
    let site = Site::new()?.rewritten(|page| {
        let page = page.replace(asks, "<kept").replace("type=\"module\"", "type=\"0a1b2c3d-module\"");
        page.replace("<kept type=\"0a1b2c3d-module\"", &format!("{asks} type=\"module\""))
    });
    works(&site.open(&fixture).await?).await
}

async fn fails(page: &Page, code: &str, says: &str) -> Result<()> {
    page.until("a message", "return $('[data-failure]')").await?;
    let (found, words): (String, String) =
        page.ask("const at = $('[data-failure]'); return [at.dataset.failure, words(at)]").await?;
    ensure!(found == code && words.contains(says), "{found}: {words}");
    Ok(())
}

async fn works(page: &Page) -> Result<()> {
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_created(&good()).await
}

fn hashed_style() -> Result<String> {
    let names = std::fs::read_dir(dist())?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name = names.into_iter().find(|name| name.starts_with("page-") && name.ends_with(".css"));
    name.map(|name| format!("/{name}")).ok_or_else(|| anyhow::anyhow!("the page has no style"))
}
