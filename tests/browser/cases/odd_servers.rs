//! Servers that are not set up for a page like this: wrong types, the page in place of what is missing, no server at all.
//! Where nothing of the page's own can run, its HTML alone says what to do.

use anyhow::{Result, ensure};
use browser_tests::{Page, Site, Stage, built, cases, dist, good, hashed};
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
        page_in_place_of_the_settings;
}

/// The words in the skeleton wait their time, and are the only thing there then.
async fn says_what_to_do(page: &Page) -> Result<()> {
    const SEEN: &str = "return getComputedStyle(document.querySelector('.skeleton p')).visibility";
    page.until("the page", "return document.querySelector('.skeleton p') && document.readyState === 'complete'")
        .await?;
    let before: String = page.ask(SEEN).await?;
    ensure!(before == "hidden", "the words are there at once");
    page.ask::<()>("document.getAnimations().forEach((animation) => animation.finish())").await?;
    let after: String = page.ask(SEEN).await?;
    let words: String = page.ask("return words(document.querySelector('.skeleton'))").await?;
    ensure!(after == "visible" && words.contains("It needs a web server that sends .js as text/javascript"), "{words}");
    Ok(())
}

async fn every_script_as_text(stage: Stage) -> Result<()> {
    let mut site = Site::new()?.with_failures().expecting("MIME type").expecting("disallowed");
    let script = hashed(".js")?;
    for name in ["boot.js", "element-class.js", "failures.js", "loader.js", script.trim_start_matches('/')] {
        site = site.overlay(&format!("/{name}"), Answer::new(200, "text/plain", built(name)?));
    }
    says_what_to_do(&site.show(&stage).await?).await
}

async fn opened_as_a_file(stage: Stage) -> Result<()> {
    let page = Site::new()?.with_failures().expecting("CORS").expecting("cross origin").show(&stage).await?;
    let page = page.expecting("origin 'null'").expecting("Not allowed to load").expecting("Cross origin");
    page.go(&format!("file://{}", dist().join("index.html").display())).await?;
    says_what_to_do(&page).await
}

async fn loader_missing(stage: Stage) -> Result<()> {
    let site = Site::new()?.with_failures().expecting("MIME type").overlay("/loader.js", Answer::status(404));
    says_what_to_do(&site.show(&stage).await?).await
}

/// The page is plain then, and the form as it should be: its own look is in a script.
async fn style_as_text(stage: Stage) -> Result<()> {
    let path = hashed_style()?;
    let answer = Answer::new(200, "text/plain", built(path.trim_start_matches('/'))?);
    let site = Site::new()?.with_failures().expecting("MIME").overlay(&path, answer);
    works(&site.open(&stage).await?).await
}

async fn module_and_style_as_bytes(stage: Stage) -> Result<()> {
    let (module, style) = (hashed(".wasm")?, hashed_style()?);
    let bytes = |path: &str| std::fs::read(dist().join(path.trim_start_matches('/')));
    let answer = |path: &str| bytes(path).map(|bytes| Answer::new(200, "application/octet-stream", bytes));
    let site = Site::new()?.with_failures().expecting("MIME").overlay(&module, answer(&module)?);
    let page = site.overlay(&style, answer(&style)?).show(&stage).await?;
    fails(&page, "type", "The people who run the page can set it to application/wasm.").await
}

/// As servers do that are set up for pages with addresses of their own making.
fn page_for(site: Site, path: &str) -> Result<Site> {
    let site = site.with_failures().expecting("MIME").expecting("integrity");
    Ok(site.overlay(path, Answer::html(&built("index.html")?)))
}

async fn page_in_place_of_the_script(stage: Stage) -> Result<()> {
    let page = page_for(Site::new()?, &hashed(".js")?)?.show(&stage).await?;
    fails(&page, "script", "it is missing, or the server sends it with a wrong type").await
}

async fn page_in_place_of_the_module(stage: Stage) -> Result<()> {
    let page = page_for(Site::new()?, &hashed(".wasm")?)?.show(&stage).await?;
    fails(&page, "type", "The server sends the .wasm file with a wrong type.").await
}

async fn page_in_place_of_the_settings(stage: Stage) -> Result<()> {
    let page = page_for(Site::new()?, "/config.json")?.open(&stage).await?;
    page.until_words(".note.warn[role=status]", "config.json is not valid JSON").await
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
