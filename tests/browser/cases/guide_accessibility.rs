//! axe-core on every step of the guide and its other states, in every look.

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;
use browser_tests::{Case, Fixture, Page, Site, Step, good};
use serde_json::json;
use thirtyfour::Key;

use crate::accessibility::in_every_look;

type Way = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A state of the guide: its name, its step, what to do there, and the text that appears.
type Guided = (&'static str, Step, fn(Page) -> Way, &'static str);

/// `name: step "text on the page", what to do`
macro_rules! looks {
    ($($name:ident: $step:ident $says:literal, |$page:ident| $way:block)+) => {
        const LOOKS: &[Guided] = &[$((
            stringify!($name), Step::$step, |$page| Box::pin(async move { $way; Ok(()) }), $says,
        ),)+];
    };
}

async fn pkce(page: &Page, number: usize) -> Result<()> {
    page.click(&format!("label:nth-child({number}) [name=pkce]")).await
}

async fn show_error(page: &Page, text: &str) -> Result<()> {
    page.click("label:nth-child(2) [name=saw]").await?;
    page.put_into("pasted", text).await
}

async fn send(page: &Page) -> Result<()> {
    let draft = good();
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.go_to(Step::Profile).await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.submit().await
}

looks! {
    start: YourOrg "This clears every step and field.", |page| { page.press("Start over").await? }
    steps_open: YourOrg "Connect", |page| {
        if page.ask("return !$('.rail-list').checkVisibility()").await? {
            page.click(".stepper summary").await?;
        }
    }
    pkce_off: YourOrg "Good, StackOne can connect.", |page| { pkce(&page, 1).await? }
    pkce_locked: YourOrg "Please unlock it.", |page| { pkce(&page, 2).await? }
    pkce_org: YourOrg "Your org requires PKCE for every app.", |page| { pkce(&page, 3).await? }
    create_app: CreateApp "Open App Manager", |page| {
        page.go_to(Step::YourOrg).await?;
        page.put_into("myDomain", "https://acme--uat.sandbox.lightning.force.com/lightning/page/home").await?;
        page.go_to(Step::CreateApp).await?;
    }
    credentials: Credentials "This looks like your Consumer Secret", |page| {
        page.put_into("clientId", &good().client_secret).await?;
        page.submit().await?;
    }
    check_without_key: Connect "You’ll see it here once", |_page| {}
    consent: Connect "The secret is only tested when you connect.", |page| {
        page.go_to(Step::Credentials).await?;
        page.put_into("clientId", &good().client_id).await?;
        page.go_to(Step::Connect).await?;
        page.click("summary").await?;
        page.click("label:nth-child(1) [name=saw]").await?;
    }
    error_explained: Connect "Go to “Create the app”", |page| {
        show_error(&page, "error=redirect_uri_mismatch&error_description=redirect_uri+must+match+configuration").await?;
    }
    error_unknown: Connect "We don’t recognize this error", |page| {
        show_error(&page, "error=WHATEVER_ELSE&error_description=nobody%20knows").await?;
    }
    profile: Profile "Do it in StackOne instead", |_page| {}
    advanced: Profile "Your app must have these", |page| {
        page.open_advanced().await?;
        page.put_into("scopes", "api my_own refresh_token").await?;
    }
    failed: Profile "didn’t accept this API key", |page| {
        page.fault("GET", "status", json!({ "status": 401 }));
        send(&page).await?;
    }
    link_without_owner: Profile "Enter a customer ID and name.", |page| {
        send(&page).await?;
        page.until_done().await?;
        page.click(".link-account summary").await?;
        page.click("#owner-id").await?;
        page.until_focus("owner-id").await?;
        page.chord(Key::Control, 'a').await?;
        page.keys(Key::Delete).await?;
        page.keys(Key::Enter).await?;
        let color = "const color = (within) => getComputedStyle($(`.link-account .message.is-bad ${within}`)).color;
            return $('.link-account .message.is-bad') && color('svg') === color('span')";
        page.until("a sign as red as its text", color).await?;
    }
    link_ready: Profile "Expires in 30 min.", |page| {
        send(&page).await?;
        page.until_done().await?;
        page.make_link().await?;
    }
}

async fn reach(site: Site, fixture: Fixture, (_, step, way, says): Guided) -> Result<Page> {
    let page = site.guided().with_failures().open(&fixture).await?;
    page.go_to(step).await?;
    way(page.clone()).await?;
    page.until_words(".scp", says).await?;
    Ok(page)
}

/// A case for each state.
pub fn cases() -> Vec<Case> {
    let case = |look: &Guided| {
        let look = *look;
        in_every_look(module_path!(), look.0, move |site, fixture| Box::pin(reach(site, fixture, look)))
    };
    LOOKS.iter().map(case).collect()
}
