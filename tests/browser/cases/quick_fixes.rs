//! Quick fixes: where the form can tell what was meant, a button next to the message applies it.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};

cases! {
    chromium:
        key_and_secret_swapped,
        scopes_without_refresh,
        a_page_of_the_org,
        the_other_environment,
        no_address_of_an_org;
}

async fn blank(fixture: &Fixture) -> Result<Page> {
    Site::new()?.open(fixture).await
}

async fn key_and_secret_swapped(fixture: Fixture) -> Result<()> {
    let page = blank(&fixture).await?;
    let draft = good();
    page.put_into("clientId", &draft.client_secret).await?;
    page.put_into("clientSecret", &draft.client_id).await?;
    page.enter("name").await?;
    page.until_words("#clientId-messages", "This looks like your Consumer Secret.").await?;
    page.until_words("#clientSecret-messages", "This looks like your Consumer Key.").await?;
    page.until_words("p.copy", "You’ll see it here once").await?;
    page.press("Swap the two").await?;
    page.until_focus("clientId").await?;
    let typed = page.typed().await?;
    assert_eq!((typed.client_id, typed.client_secret), (draft.client_id.clone(), draft.client_secret));
    page.until("no message", "return !$('#clientId-messages .message, #clientSecret-messages .message')").await?;
    page.until_words("#authorization-url", &draft.client_id).await
}

async fn scopes_without_refresh(fixture: Fixture) -> Result<()> {
    let page = blank(&fixture).await?;
    page.fill(&good()).await?;
    page.put_into("scopes", "api id").await?;
    page.until_words("p.copy", "You’ll see it here once").await?;
    page.enter("name").await?;
    page.until_words("#scopes-messages", "Without it, StackOne can’t stay connected").await?;
    page.press("Add refresh_token").await?;
    page.until_focus("scopes").await?;
    assert_eq!(page.typed().await?.scopes, "api id refresh_token");
    page.until_words("#authorization-url", "scope=api%20id%20refresh_token").await
}

async fn open_domain(page: &Page, address: &str) -> Result<()> {
    page.press("Add your org’s login address").await?;
    page.until_focus("myDomain").await?;
    page.keys(address).await?;
    page.enter("name").await
}

async fn my_domain(page: &Page) -> Result<String> {
    page.ask("return $('[name=myDomain]').value").await
}

async fn a_page_of_the_org(fixture: Fixture) -> Result<()> {
    let page = blank(&fixture).await?;
    let mut draft = good();
    draft.environment = "production".into();
    page.fill(&draft).await?;
    open_domain(&page, "http://acme.lightning.force.com/lightning/setup/SetupOneHome/home").await?;
    page.until_words("#myDomain-messages", "The address must start with https://.").await?;
    page.press("Use https://").await?;
    page.until_focus("myDomain").await?;
    page.until_words("#myDomain-messages", "We’ll use acme.my.salesforce.com.").await?;
    assert_eq!(my_domain(&page).await?, "https://acme.lightning.force.com/lightning/setup/SetupOneHome/home");
    page.until_words("#authorization-url", "https://acme.my.salesforce.com/services/oauth2/authorize?").await?;
    // The domain only affects the URL and is never sent.
    page.submit().await?;
    page.until_created(&draft).await?;
    assert!(!page.received("POST")[0].body.to_string().contains("acme.my"));
    Ok(())
}

async fn the_other_environment(fixture: Fixture) -> Result<()> {
    let page = blank(&fixture).await?;
    open_domain(&page, "acme--uat.sandbox.my.salesforce.com").await?;
    page.until_words("#myDomain-messages", "This address is for the other environment.").await?;
    page.press("Switch to Sandbox").await?;
    page.until("Sandbox", "return $('[value=sandbox]').checked").await?;
    page.until_words("#myDomain-messages .is-ok", "Got it: acme--uat.sandbox.my.salesforce.com.").await?;
    assert_eq!(page.focus().await?, "environment");
    Ok(())
}

async fn no_address_of_an_org(fixture: Fixture) -> Result<()> {
    let page = blank(&fixture).await?;
    open_domain(&page, "login.salesforce.com").await?;
    page.until_words("#myDomain-messages", "This is the login page everyone uses").await?;
    page.press("Clear field").await?;
    page.until_focus("myDomain").await?;
    assert_eq!(my_domain(&page).await?, "");
    page.until("no message", "return !$('#myDomain-messages').children.length").await?;
    Ok(())
}
