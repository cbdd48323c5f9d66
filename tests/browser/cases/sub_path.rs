//! The page below a path, as on a static host that serves other things too.

use anyhow::Result;
use browser_tests::{Fixture, Site, built, cases, good};
use harness::simulator::Answer;

cases! {
    chromium: full_flow, without_the_slash;
}

async fn full_flow(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.below("/tools/salesforce").open(&fixture).await?;
    assert!(page.url().ends_with("/tools/salesforce/"));
    let loaded: Vec<String> =
        page.ask("return performance.getEntriesByType('resource').map((one) => one.name)").await?;
    assert!(loaded.len() > 4 && loaded.iter().all(|url| url.starts_with(&page.url())), "{loaded:?}");
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_created(&good()).await?;
    // Without the slash, the host redirects.
    page.go(page.url().trim_end_matches('/')).await?;
    page.until("the form", "return $('[name=clientId]')").await?;
    Ok(())
}

/// A host that also shows the page without the trailing slash: the relative URLs do not resolve, so only the HTML can
/// say so.
async fn without_the_slash(fixture: Fixture) -> Result<()> {
    let page = Site::new()?
        .with_failures()
        .expecting("MIME")
        .overlay("/tools/salesforce", Answer::html(&built("index.html")?));
    let page = page.show(&fixture).await?;
    page.go(&format!("{}tools/salesforce", page.url())).await?;
    let script = "return words(document.querySelector('.skeleton p')).includes(input)";
    page.until_with("the words", script, "If its address ends in a folder, add a slash at the end".into()).await?;
    Ok(())
}
