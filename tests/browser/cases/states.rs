//! Every state of the page and the steps that lead there: the list that accessibility and secrecy are checked against.

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, Typed};
use harness::simulator::Answer;
use serde_json::json;

type Way = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// A state.
#[derive(Clone, Copy)]
pub struct State {
    pub name: &'static str,
    /// A part of the text that the state shows.
    says: &'static str,
    site: fn(Site) -> Site,
    way: fn(Page, Typed) -> Way,
}

impl State {
    /// Brings a page into the state, with this draft typed where the state has one.
    pub async fn reach(self, site: Site, fixture: &Fixture, typed: &Typed) -> Result<Page> {
        let page = (self.site)(site.with_failures()).open(fixture).await?;
        (self.way)(page.clone(), typed.clone()).await?;
        page.until_words(".scp", self.says).await?;
        Ok(page)
    }
}

/// `name: "text on the page" => steps`; `with` replaces the site.
macro_rules! states {
    ($($name:ident: $says:literal $(with $site:expr)?, |$page:ident, $typed:ident| $way:block)+) => {
        pub const STATES: &[State] = &[$(State {
            name: stringify!($name),
            says: $says,
            site: {
                let site: fn(Site) -> Site = |site| site;
                $(let _ = site; let site: fn(Site) -> Site = $site;)?
                site
            },
            way: |$page, $typed| Box::pin(async move { $way; Ok(()) }),
        },)+];
    };
}

/// Submits the draft with these faults active: method, kind, and further fields of the fault.
async fn submit(page: &Page, typed: &Typed, faults: &[(&str, &str, serde_json::Value)]) -> Result<()> {
    page.fill(typed).await?;
    for (method, kind, more) in faults {
        page.fault(method, kind, more.clone());
    }
    page.submit().await
}

fn status(status: u16) -> serde_json::Value {
    json!({ "status": status })
}

states! {
    empty: "Create profile", |_page, _typed| {}
    filled: "Copy", |page, typed| { page.fill(&typed).await? }
    config_notice: "(config.json) aren’t valid JSON" with |site| {
        site.overlay("/config.json", Answer::new(200, "application/json", "{"))
    }, |_page, _typed| {}
    errors: "Fix 3 fields to continue", |page, _typed| { page.submit().await? }
    warnings: "Most keys start with 3MVG9", |page, typed| {
        let odd = Typed {
            client_id: "set.by.hand".into(),
            client_secret: "set-by-hand".into(),
            scopes: "API, refresh_token, my_own".into(),
            api_key: "unusual-key".into(),
            ..typed
        };
        page.fill(&odd).await?;
        page.press("Add your org’s login address").await?;
        page.until_focus("myDomain").await?;
        page.keys("https://acme--uat.sandbox.lightning.force.com/x").await?;
        for field in ["clientId", "clientSecret", "scopes", "apiKey", "name"] {
            page.enter(field).await?;
        }
        page.until_words("#myDomain-messages", "Got it.").await?;
    }
    copying_impossible: "Your browser blocked copying" with |site| {
        site.before("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
            Document.prototype.execCommand = () => false;")
    }, |page, typed| {
        page.fill(&typed).await?;
        page.press("Copy").await?;
    }
    secrets_in_clear: "Hide", |page, typed| {
        page.fill(&typed).await?;
        page.click("#clientSecret ~ button").await?;
        page.click("#apiKey ~ button").await?;
    }
    busy: "Checking existing profiles…", |page, typed| {
        submit(&page, &typed, &[("GET", "hang", json!({}))]).await?;
    }
    creating: "Creating profile…", |page, typed| {
        submit(&page, &typed, &[("POST", "hang", json!({}))]).await?;
    }
    unauthorized: "didn’t accept this API key", |page, typed| {
        submit(&page, &typed, &[("GET", "status", status(401))]).await?;
    }
    forbidden: "didn’t allow this request", |page, typed| {
        submit(&page, &typed, &[("POST", "status", status(403))]).await?;
    }
    not_offered: "doesn’t accept the request", |page, typed| {
        submit(&page, &typed, &[("POST", "status", status(404))]).await?;
    }
    conflict: "This profile already exists", |page, typed| {
        page.add_profile(&typed.name, "production").await?;
        submit(&page, &typed, &[("POST", "status", status(409))]).await?;
    }
    changing: "Edit “", |page, typed| {
        page.add_profile(&typed.name, "production").await?;
        submit(&page, &typed, &[("POST", "status", status(409))]).await?;
        page.press("Edit it").await?;
    }
    rejected: "didn’t accept these details", |page, typed| {
        let echo = format!("{} with {} is not what {} may", typed.client_id, typed.client_secret, typed.api_key);
        let body = json!({ "statusCode": 422, "message": echo });
        submit(&page, &typed, &[("POST", "status", json!({ "status": 422, "body": body }))]).await?;
    }
    rejected_field: "StackOne says:", |page, typed| {
        let body = json!({ "statusCode": 422, "message": ["clientSecret is wrong", "name is taken"] });
        submit(&page, &typed, &[("POST", "status", json!({ "status": 422, "body": body }))]).await?;
    }
    rate_limited: "You can try again in", |page, typed| {
        submit(&page, &typed, &[("POST", "status", json!({ "status": 429, "retryAfter": 60 }))]).await?;
    }
    nothing_sent: "StackOne isn’t available right now", |page, typed| {
        submit(&page, &typed, &[("GET", "status", json!({ "times": 3, "status": 500 }))]).await?;
    }
    unknown: "We’re not sure", |page, typed| {
        let good = ("GET", "delay", json!({ "ms": 0 }));
        let silent = ("GET", "status", json!({ "times": 3, "status": 503 }));
        submit(&page, &typed, &[good, silent, ("POST", "drop-after", json!({}))]).await?;
    }
    not_listed: "We don’t see your profile in StackOne", |page, typed| {
        submit(&page, &typed, &[("POST", "drop-before", json!({}))]).await?;
    }
    several: "Is one of these yours?" with |site| site.config(json!({ "timeoutSeconds": 1 })), |page, typed| {
        submit(&page, &typed, &[("POST", "hang", json!({ "afterWork": true }))]).await?;
        page.until_words("button[type=submit]", "Creating").await?;
        page.add_profile(&typed.name, &typed.environment).await?;
    }
    blocked: "blocks requests to" with |site| {
        site.config(json!({ "apiBaseUrl": "https://api.stackone.com" }))
            .expecting("connect-src")
            .expecting("violates the document's Content Security Policy")
    }, |page, typed| { submit(&page, &typed, &[]).await? }
    unreadable: "sent an unexpected answer", |page, typed| {
        let echo = format!("{} {} {}", typed.client_id, typed.client_secret, typed.api_key.repeat(3));
        submit(&page, &typed, &[("POST", "status", json!({ "status": 200, "body": echo }))]).await?;
    }
    done: "Your profile is ready", |page, typed| { submit(&page, &typed, &[]).await? }
    created_twice: "StackOne has 2 new profiles", |page, typed| {
        submit(&page, &typed, &[("POST", "hold", json!({ "afterWork": true }))]).await?;
        page.until_profiles(1).await?;
        page.add_profile(&typed.name, &typed.environment).await?;
        page.release();
    }
}
