//! axe-core on every step of the guide and its other states, in every look.

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;
use browser_tests::{Case, Fixture, Page, Site, good};
use serde_json::json;

use crate::accessibility::in_every_look;

type Way = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A state of the guide: its name, the number of its step, what to do there, and the text that appears.
type Guided = (&'static str, usize, fn(Page) -> Way, &'static str);

/// `name: step "text on the page", what to do`
macro_rules! looks {
    ($($name:ident: $step:literal $says:literal, |$page:ident| $way:block)+) => {
        const LOOKS: &[Guided] = &[$((
            stringify!($name), $step, |$page| Box::pin(async move { $way; Ok(()) }), $says,
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
    page.go_to(4, "Credentials").await?;
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.go_to(7, "Create the profile").await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.submit().await
}

looks! {
    start: 1 "This clears every step and field.", |page| { page.press("Start over").await? }
    steps_open: 1 "Check with Salesforce", |page| {
        if page.ask("return $('nav > button').checkVisibility()").await? {
            page.click("nav > button").await?;
        }
    }
    create_app: 2 "Open App Manager in your org", |page| {
        page.go_to(5, "Environment and scopes").await?;
        page.press("My org uses its own login address").await?;
        page.until_focus("myDomain").await?;
        page.keys("acme.my.salesforce.com").await?;
        page.go_to(2, "Create the app").await?;
    }
    oauth_settings: 3 "minutes to go", |page| {
        pkce(&page, 1).await?;
        page.until_words(".tasks", "Good. That is all here.").await?;
        page.press("I created it just now").await?;
    }
    pkce_locked: 3 "Please unlock it.", |page| { pkce(&page, 2).await? }
    pkce_org: 3 "An admin requires it for every app.", |page| { pkce(&page, 3).await? }
    credentials: 4 "This looks like your Consumer Secret", |page| {
        page.put_into("clientId", &good().client_secret).await?;
        page.submit().await?;
    }
    environment: 5 "Most people leave this blank", |_page| {}
    check_without_key: 6 "Appears when", |_page| {}
    consent: 6 "are right. The secret is tested only when an account is linked.", |page| {
        page.go_to(4, "Credentials").await?;
        page.put_into("clientId", &good().client_id).await?;
        page.go_to(6, "Check with Salesforce").await?;
        page.click("summary").await?;
        page.click("label:nth-child(1) [name=saw]").await?;
    }
    error_explained: 6 "Go to “OAuth settings”", |page| {
        show_error(&page, "error=redirect_uri_mismatch&error_description=redirect_uri+must+match+configuration").await?;
    }
    error_unknown: 6 "We do not know this error", |page| {
        show_error(&page, "error=WHATEVER_ELSE&error_description=nobody%20knows").await?;
    }
    profile: 7 "By hand instead", |_page| {}
    failed: 7 "does not accept this API key", |page| {
        page.fault("GET", "status", json!({ "status": 401 }));
        send(&page).await?;
    }
    link_without_owner: 7 "Fill in both, then make the link.", |page| {
        send(&page).await?;
        page.until_done().await?;
        page.press("Make a link").await?;
    }
    link_ready: 7 "Valid for 30 min.", |page| {
        send(&page).await?;
        page.until_done().await?;
        page.make_link().await?;
    }
}

async fn reach(site: Site, fixture: Fixture, (_, number, way, says): Guided) -> Result<Page> {
    let page = site.guided().with_failures().open(&fixture).await?;
    let titles = ["Before you start", "Create the app", "OAuth settings", "Credentials", "Environment and scopes"];
    let title = titles.into_iter().chain(["Check with Salesforce", "Create the profile"]).nth(number - 1);
    page.go_to(number, title.unwrap_or_default()).await?;
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
