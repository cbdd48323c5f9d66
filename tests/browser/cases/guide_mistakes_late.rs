//! Mistakes that the sign-in does not reveal: those that a step rejects, and those that appear when an account is
//! linked, whose fix is below the link.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Shown, Step, cases, good};
use serde_json::json;

use crate::guide::link_account;
use crate::guide_mistakes::{open, paste, try_sign_in, type_keys};

cases! {
    chromium: key_and_secret_swapped, refresh_scope_left_out, secret_truncated, refresh_token_expires_at_once;
}

/// The step rejects it.
async fn key_and_secret_swapped(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let (key, secret) = (good().client_id, good().client_secret);
    page.register(&key, &secret, &json!({}))?;
    type_keys(&page, &secret, &key).await?;
    page.press("Continue").await?;
    page.until_focus("clientId").await?;
    page.until_words("#clientId-messages", "This looks like your Consumer Secret.").await?;
    page.press("Swap the two").await?;
    let typed = "return ['clientId', 'clientSecret'].map((name) => $(`[name=${name}]`).value).join()";
    assert_eq!(page.ask::<String>(typed).await?, format!("{key},{secret}"));
    page.press("Continue").await?;
    page.until_step(Step::Profile).await?;
    let shown = try_sign_in(&page, None).await?;
    ensure!(shown.text.contains("Do you want to allow access"), "{shown:?}");
    Ok(())
}

/// The step rejects this one, too.
async fn refresh_scope_left_out(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let draft = good();
    type_keys(&page, &draft.client_id, &draft.client_secret).await?;
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.open_advanced().await?;
    page.put_into("scopes", "api").await?;
    page.submit().await?;
    page.until_focus("scopes").await?;
    page.until_words("#scopes-messages", "Without it, StackOne can’t stay connected").await?;
    page.press("Add refresh_token").await?;
    page.until("the scope", "return $('[name=scopes]').value === 'api refresh_token'").await?;
    page.submit().await?;
    page.until_done().await
}

/// Creates the profile and a link, opens the link in another tab, and returns with the page that StackOne shows last.
async fn link(page: &Page) -> Result<(String, Shown)> {
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &good().api_key).await?;
    page.submit().await?;
    page.until_done().await?;
    page.make_link().await?;
    let link = page.until("the link", "return words($('#auth-link'))").await?;
    let link = link.as_str().unwrap_or_default().to_owned();
    let away = page.away().await?;
    let failed = link_account(page, &link).await;
    let shown = page.shown().await?;
    ensure!(failed.is_err() && shown.text.contains("Account not connected"), "{shown:?}");
    page.home(away).await?;
    page.press("Linking failed: find out why").await?;
    page.until_step(Step::Connect).await?;
    Ok((link, shown))
}

async fn links_now(page: &Page, link: &str) -> Result<()> {
    let away = page.away().await?;
    link_account(page, link).await?;
    page.home(away).await?;
    assert_eq!(page.server.simulator().accounts().len(), 1);
    Ok(())
}

async fn secret_truncated(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let (key, secret) = (good().client_id, good().client_secret);
    page.register(&key, &secret, &json!({}))?;
    type_keys(&page, &key, &secret[..60]).await?;
    let (link, shown) = link(&page).await?;
    paste(&page, &shown.text, "invalid_client: invalid client credentials", "Copy the Consumer Secret again").await?;
    page.press("Go to “Key and secret”").await?;
    page.until_step(Step::Credentials).await?;
    page.put_into("clientSecret", &secret).await?;
    page.go_to(Step::Profile).await?;
    assert_eq!(page.words("button[type=submit]").await?, "Save changes");
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.received("PATCH").len(), 1);
    assert_eq!(page.profiles().len(), 1);
    links_now(&page, &link).await
}

async fn refresh_token_expires_at_once(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let (key, secret) = (good().client_id, good().client_secret);
    page.register(&key, &secret, &json!({ "refreshExpiresAtOnce": true }))?;
    type_keys(&page, &key, &secret).await?;
    let (link, shown) = link(&page).await?;
    let says = "choose Refresh token is valid until revoked";
    paste(&page, &shown.text, "invalid_grant: expired access/refresh token", says).await?;
    page.press("Go to “Create the app”").await?;
    page.until_step(Step::CreateApp).await?;
    page.register(&key, &secret, &json!({}))?;
    links_now(&page, &link).await
}
