//! Mistakes that the sign-in does not reveal: those that a step rejects, and those that appear when an account is
//! linked, whose fix is below the link.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Shown, Step, cases, good};
use serde_json::json;

use crate::guide::link_account;
use crate::guide_mistakes::{open, try_sign_in, type_keys};

cases! {
    chromium: key_and_secret_swapped, refresh_scope_left_out, signing_in_connects_the_account, an_error_is_explained_without_pasting,
        refresh_token_expires_at_once;
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
    Ok((link, shown))
}

async fn links_now(page: &Page, link: &str) -> Result<()> {
    let away = page.away().await?;
    link_account(page, link).await?;
    page.home(away).await?;
    assert_eq!(page.server.simulator().accounts().len(), 1);
    Ok(())
}

/// The card opens Salesforce itself, waits, and says that the account is connected; a reload forgets nothing of it.
async fn signing_in_connects_the_account(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let draft = good();
    page.register(&draft.client_id, &draft.client_secret, &json!({}))?;
    type_keys(&page, &draft.client_id, &draft.client_secret).await?;
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.submit().await?;
    page.until_done().await?;
    let link: [String; 3] = serde_json::from_value(
        page.until(
            "the sign-in",
            "const a = $('[part=link] .foot a.is-primary'); return a && [a.href, a.target, a.rel]",
        )
        .await?,
    )?;
    assert_eq!(link[1..], ["_blank", "noopener noreferrer"]);
    page.press("Send a link to someone else").await?;
    let away = page.away().await?;
    link_account(&page, &link[0]).await?;
    page.home(away).await?;
    page.until_words("#link", "Connected to").await?;
    let account = page.server.simulator().accounts()[0].id.clone();
    assert_eq!(page.words("#account-id").await?, account);
    let told = page.events("account-linked").await?;
    let profile = page.server.simulator().connector_profiles()[0].id.clone();
    assert_eq!((told.len(), &told[0].detail), (1, &json!({ "accountId": account, "profileId": profile })));
    let kept: String = page.ask("return JSON.stringify({ ...sessionStorage })").await?;
    for secret in [&draft.client_secret, &draft.client_id, &draft.api_key] {
        assert!(!kept.contains(secret.as_str()), "{kept}");
    }
    page.fixture.collect().await?;
    Ok(())
}

/// What Salesforce said when StackOne exchanged the code is explained in the card. Nobody pastes anything.
async fn an_error_is_explained_without_pasting(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let (key, secret) = (good().client_id, good().client_secret);
    page.register(&key, &secret, &json!({}))?;
    type_keys(&page, &key, &secret[..60]).await?;
    link(&page).await?;
    page.until_words("#meaning", "invalid_client: invalid client credentials").await?;
    page.until_words("[part=explanation]", "Copy the Consumer Secret again").await?;
    page.until("another link", "return words($('[part=link] .foot a.is-primary')) === 'Try again'").await?;
    page.press("Update the profile").await?;
    page.press("Replace key or secret").await?;
    page.until("the field", "return $('[name=clientSecret]')").await?;
    page.put_into("clientId", &key).await?;
    page.put_into("clientSecret", &secret).await?;
    page.submit().await?;
    page.until_done().await?;
    page.make_link().await?;
    let link = page.words("#auth-link").await?;
    let away = page.away().await?;
    link_account(&page, &link).await?;
    page.home(away).await?;
    page.until_words("#link", "Connected to").await.map(drop)
}

async fn refresh_token_expires_at_once(fixture: Fixture) -> Result<()> {
    let page = open(&fixture).await?;
    let (key, secret) = (good().client_id, good().client_secret);
    page.register(&key, &secret, &json!({ "refreshExpiresAtOnce": true }))?;
    type_keys(&page, &key, &secret).await?;
    let (link, shown) = link(&page).await?;
    ensure!(shown.text.contains("invalid_grant"), "{shown:?}");
    page.until_words("#meaning", "invalid_grant: expired access/refresh token").await?;
    page.until_words("[part=explanation]", "choose Refresh token is valid until revoked").await?;
    page.press("Go to “Create the app”").await?;
    page.until_step(Step::CreateApp).await?;
    page.register(&key, &secret, &json!({}))?;
    links_now(&page, &link).await
}
