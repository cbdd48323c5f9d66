//! The page below a path of its host, as on a static host that serves other things too.

use anyhow::Result;
use browser_tests::{Site, Stage, cases, good};

cases! {
    chromium: whole_job;
}

async fn whole_job(stage: Stage) -> Result<()> {
    let page = Site::new()?.below("/tools/salesforce").open(&stage).await?;
    assert!(page.url().ends_with("/tools/salesforce/"));
    let loaded: Vec<String> =
        page.ask("return performance.getEntriesByType('resource').map((one) => one.name)").await?;
    assert!(loaded.len() > 4 && loaded.iter().all(|url| url.starts_with(&page.url())), "{loaded:?}");
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_created(&good()).await?;
    // Without the slash the host leads on to it.
    page.go(page.url().trim_end_matches('/')).await?;
    page.until("the form", "return $('[name=clientId]')").await?;
    Ok(())
}
