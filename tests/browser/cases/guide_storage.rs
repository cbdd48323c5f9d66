//! The guide stores progress and values, but no key and no secret. Its clock keeps running while the page is closed.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, Step, cases, good};
use serde_json::{Value, json};

cases! {
    every engine: keeps_progress_but_no_secret, keeps_elsewhere_or_nowhere, leaving_asks_first;
    chromium: the_clock, a_link_runs_out;
}

/// Whether the page asks before it is left.
const ASKS: &str = "const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;";

/// A clock that the test sets.
const STILL: &str = "{
    const Real = Date;
    const now = () => Number(sessionStorage.getItem('now') ?? 1782907230000);
    window.Date = class extends Real {
        constructor(...parts) { super(...(parts.length ? parts : [now()])); }
        static now() { return now(); }
    };
}";

/// What the page stores in the browser, as text.
const KEPT: &str = "return JSON.stringify([localStorage, sessionStorage].map((one) => ({ ...one })))";

/// Reloads the page and waits for a step.
async fn again(page: &Page, step: Step) -> Result<()> {
    page.fixture.collect().await?;
    page.web().refresh().await?;
    page.until_shown(step).await
}

/// The steps that the person went on from.
async fn passed(page: &Page) -> Result<Vec<bool>> {
    page.ask("return $$('.rail-list li').map((step) => step.classList.contains('is-done'))").await
}

/// Goes to every step and enters something.
async fn work(page: &Page) -> Result<()> {
    let draft = good();
    page.put_into("myDomain", "acme--uat.sandbox.my.salesforce.com").await?;
    page.click("label:nth-child(1) [name=pkce]").await?;
    page.press("Continue").await?;
    page.until_step(Step::CreateApp).await?;
    page.press("Continue").await?;
    page.until_step(Step::Credentials).await?;
    page.go_to(Step::Profile).await?;
    page.open_advanced().await?;
    page.put_into("scopes", "api refresh_token").await?;
    page.put_into("name", "Acme").await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await
}

/// Whether the values are there. The key and the secrets never are.
async fn assert_there(page: &Page, there: bool) -> Result<()> {
    let values = |names: &'static str| {
        let script = format!("return {names}.map((name) => $(`[name=${{name}}]`).value)");
        async move { page.ask::<Vec<String>>(&script).await }
    };
    let or_blank = |text: &'static str| if there { text } else { "" };
    page.go_to(Step::Credentials).await?;
    assert_eq!(values("['clientId', 'clientSecret']").await?, ["", ""]);
    page.go_to(Step::YourOrg).await?;
    assert_eq!(passed(page).await?, [there, there, false, false, false]);
    let chosen: String = page.ask("return $('[name=environment]:checked').value").await?;
    assert_eq!(chosen, if there { "sandbox" } else { "production" });
    assert_eq!(values("['myDomain']").await?, [or_blank("acme--uat.sandbox.my.salesforce.com")]);
    assert_eq!(page.words("[name=pkce]:checked + span").await?, or_blank("Yes, I can clear it"));
    page.go_to(Step::Connect).await?;
    let clock = "return (words($('[role=timer]')) ?? '').includes('still be activating') === input";
    page.until_with("the clock", clock, there.into()).await?;
    page.go_to(Step::Profile).await?;
    page.open_advanced().await?;
    assert_eq!(values("['scopes']").await?, [or_blank("api refresh_token")]);
    assert_eq!(values("['name', 'apiKey']").await?, [or_blank("Acme"), ""]);
    Ok(())
}

fn assert_no_secret(kept: &str) {
    let draft = good();
    for secret in [&draft.client_id, &draft.client_secret, &draft.api_key] {
        assert!(!kept.contains(secret.as_str()), "{kept}");
    }
}

async fn keeps_progress_but_no_secret(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    work(&page).await?;
    let kept: String = page.ask(KEPT).await?;
    assert_no_secret(&kept);
    assert!(kept.starts_with("[{},") && kept.contains("api refresh_token"), "{kept}");
    again(&page, Step::Credentials).await?;
    assert_there(&page, true).await?;

    page.press("Start over").await?;
    page.until_words(".scp", "This clears every step and field.").await?;
    page.press("Clear everything").await?;
    page.until_step(Step::YourOrg).await?;
    assert_there(&page, false).await?;
    page.press("Start over").await?;
    page.press("Clear everything").await?;
    page.until_step(Step::YourOrg).await?;
    assert_eq!(page.ask::<String>(KEPT).await?, "[{},{}]");
    again(&page, Step::YourOrg).await?;
    assert_there(&page, false).await
}

async fn keeps_elsewhere_or_nowhere(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().config(json!({ "storage": "none" })).open(&fixture).await?;
    work(&page).await?;
    assert_eq!(page.ask::<String>(KEPT).await?, "[{},{}]");
    // The URL still names the step.
    again(&page, Step::Credentials).await?;
    assert_there(&page, false).await?;

    let page = Site::new()?.guided().config(json!({ "storage": "local" })).open(&fixture).await?;
    work(&page).await?;
    let kept: String = page.ask(KEPT).await?;
    assert_no_secret(&kept);
    assert!(kept.ends_with(",{}]") && kept.contains("api refresh_token"), "{kept}");
    again(&page, Step::Credentials).await?;
    assert_there(&page, true).await
}

async fn leaving_asks_first(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().open(&fixture).await?;
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", &good().client_id).await?;
    assert!(!page.ask::<bool>(ASKS).await?);
    page.put_into("clientSecret", &good().client_secret).await?;
    assert!(page.ask::<bool>(ASKS).await?);
    page.empty("clientSecret").await?;
    assert!(!page.ask::<bool>(ASKS).await?);
    page.keys(good().client_secret.as_str()).await?;
    assert!(page.ask::<bool>(ASKS).await?);
    // Once the profile exists, the secret is no longer in the page.
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &good().api_key).await?;
    page.submit().await?;
    page.until_done().await?;
    assert!(!page.ask::<bool>(ASKS).await?);
    Ok(())
}

/// Sets the clock to this many seconds after 12:00:30.
async fn put(page: &Page, seconds: u64) -> Result<()> {
    page.ask_with("sessionStorage.setItem('now', 1782907230000 + input * 1000)", json!(seconds)).await
}

async fn the_clock(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.guided().before(STILL).open(&fixture).await?;
    page.go_to(Step::Connect).await?;
    assert!(page.ask::<bool>("return !$('[role=timer]')").await?);
    page.go_to(Step::CreateApp).await?;
    page.press("Continue").await?;
    page.go_to(Step::Connect).await?;
    let said = |minutes: u32| format!("Your app may still be activating (about {minutes} min left).");
    page.until_words("[role=timer]", &said(20)).await?;
    put(&page, 301).await?;
    page.until_words("[role=timer]", &said(15)).await?;
    again(&page, Step::Connect).await?;
    page.until_words("[role=timer]", &said(15)).await?;
    put(&page, 1140).await?;
    page.until_words("[role=timer]", &said(1)).await?;
    put(&page, 1200).await?;
    let over = "Your app should be active now.";
    page.until_words("[role=timer]", over).await?;
    again(&page, Step::Connect).await?;
    page.until_words("[role=timer]", over).await?;
    let kept: Value = serde_json::from_str(&page.ask::<String>(KEPT).await?)?;
    assert!(kept[1].to_string().contains("1782907230"), "{kept}");
    Ok(())
}

/// The page says how long the link is valid and removes it when it expires, by the device's clock.
async fn a_link_runs_out(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.before(STILL).open(&fixture).await?;
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_done().await?;
    page.make_link().await?;
    let link = page.words("#auth-link").await?;
    page.until_words("[part=link]", "Expires in 30 min.").await?;
    put(&page, 301).await?;
    page.until_words("[part=link]", "Expires in 25 min.").await?;
    put(&page, 1799).await?;
    page.until_words("[part=link]", "Expires in 1 min.").await?;
    put(&page, 1800).await?;
    page.until("no link for somebody else", "return !$('#auth-link')").await?;
    // Another session is made by itself.
    page.make_link().await?;
    page.until_words("[part=link]", "Expires in 30 min.").await?;
    assert_ne!(page.words("#auth-link").await?, link);
    Ok(())
}
