//! The mistakes that people make with an app, each made in the simulator. The page that Salesforce shows is pasted into
//! the guide, the explanation leads to the fix in at most two clicks, and then the consent page or an account appears.

use std::future::Future;
use std::pin::Pin;

use anyhow::{Result, ensure};
use browser_tests::{CALLBACK, Case, Fixture, Page, STAY_HERE, Shown, Site, Step, good};
use serde_json::{Value, json};

type Way = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// What is copied from Salesforce's page.
#[derive(Clone, Copy)]
enum Copied {
    Address,
    Text,
}

/// What fixes a mistake.
#[derive(Clone, Copy)]
enum Fix {
    /// Other settings in Setup.
    Setup(fn() -> Value),
    /// A change that the simulated Setup has no control for: the app is registered without the mistake.
    Admin,
    /// Waiting this many seconds.
    Wait(u64),
    /// Signing in with a user of the app's org.
    User,
    /// Other values in the form, at the step that the explanation led to.
    Form(fn(Page) -> Way),
}

/// A mistake that appears before the consent.
#[derive(Clone, Copy)]
struct Mistake {
    name: &'static str,
    /// What is wrong with the app.
    app: fn() -> Value,
    /// The key as it is typed.
    typed: fn(&str) -> &str,
    /// The org of the user who signs in, if it is not the app's.
    user_of: Option<&'static str>,
    copied: Copied,
    /// Error and description, as the explanation names them.
    named: &'static str,
    /// A part of the explanation's fix.
    says: &'static str,
    /// The buttons to press, and the step that they lead to.
    clicks: &'static [&'static str],
    step: Step,
    fix: Fix,
}

/// A valid app and a user who makes no mistake.
const NONE: Mistake = Mistake {
    name: "",
    app: || json!({}),
    typed: |key| key,
    user_of: None,
    copied: Copied::Address,
    named: "",
    says: "",
    clicks: &[],
    step: Step::YourOrg,
    fix: Fix::Admin,
};

const TO_ORG: &[&str] = &["Go to “Your org”"];
const TO_APP: &[&str] = &["Go to “Create the app”"];
const TO_CREDENTIALS: &[&str] = &["Go to “Key and secret”"];
const TO_PROFILE: &[&str] = &["Go to “Create profile”"];

const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "sandbox_user_at_the_production_host",
        app: || json!({ "org": "acme--uat.sandbox.my.salesforce.com" }),
        copied: Copied::Text,
        named: "check your username and password",
        says: "Check that you chose the right environment (Production or Sandbox).",
        clicks: TO_ORG,
        step: Step::YourOrg,
        fix: Fix::Form(|page| {
            Box::pin(async move {
                page.click("label[for=sandbox]").await?;
                page.until("Sandbox", "return $('[value=sandbox]').checked").await.map(drop)
            })
        }),
        ..NONE
    },
    Mistake {
        name: "pkce_on",
        app: || json!({ "pkceRequired": true }),
        named: "invalid_request: missing required code challenge",
        says: "In the app, clear Require Proof Key for Code Exchange (PKCE)",
        clicks: TO_APP,
        step: Step::CreateApp,
        fix: Fix::Setup(|| json!({ "pkce": false })),
        ..NONE
    },
    Mistake {
        name: "app_not_active_yet",
        app: || json!({ "activeInSeconds": 900 }),
        copied: Copied::Text,
        named: "invalid_client_id: client identifier invalid",
        says: "If you just created or changed the app, wait 20 minutes and try again.",
        clicks: TO_CREDENTIALS,
        step: Step::Credentials,
        fix: Fix::Wait(900),
        ..NONE
    },
    Mistake {
        name: "callback_with_a_slash",
        app: || json!({ "callbacks": [format!("{CALLBACK}/")] }),
        copied: Copied::Text,
        named: "redirect_uri_mismatch: redirect_uri must match configuration",
        says: "with no slash at the end",
        clicks: TO_APP,
        step: Step::CreateApp,
        fix: Fix::Setup(|| json!({ "callbackUrl": CALLBACK })),
        ..NONE
    },
    Mistake {
        name: "app_not_installed",
        app: || json!({ "installed": false }),
        named: "invalid_client: app must be installed into org",
        says: "click Install next to the app",
        clicks: TO_APP,
        step: Step::CreateApp,
        ..NONE
    },
    Mistake {
        name: "app_blocked",
        app: || json!({ "blocked": true }),
        copied: Copied::Text,
        named: "OAUTH_APP_BLOCKED: this app is blocked by admin",
        says: "click Unblock or Install next to the app",
        clicks: TO_APP,
        step: Step::CreateApp,
        ..NONE
    },
    Mistake {
        name: "signed_in_to_another_org",
        user_of: Some("other.my.salesforce.com"),
        named: "OAUTH_AUTHORIZATION_BLOCKED: Cross-org OAuth flows are not supported",
        says: "Open a private window and sign in to the org that has the app.",
        clicks: TO_ORG,
        step: Step::YourOrg,
        fix: Fix::User,
        ..NONE
    },
    Mistake {
        name: "scope_missing_in_the_app",
        app: || json!({ "scopes": ["api"] }),
        named: "invalid_scope: the requested scope is not allowed",
        says: "add every scope listed here to Selected OAuth Scopes",
        clicks: TO_PROFILE,
        step: Step::Profile,
        fix: Fix::Setup(|| json!({ "scopes": ["api", "refresh_token"] })),
        ..NONE
    },
    Mistake {
        name: "key_truncated",
        typed: |key| key.get(..60).unwrap_or_default(),
        copied: Copied::Text,
        named: "invalid_client_id: client identifier invalid",
        says: "Copy the whole Consumer Key again",
        clicks: TO_CREDENTIALS,
        step: Step::Credentials,
        fix: Fix::Form(|page| {
            Box::pin(async move {
                page.empty("clientId").await?;
                page.keys(good().client_id.as_str()).await
            })
        }),
        ..NONE
    },
    Mistake {
        name: "my_domain_required",
        app: || json!({ "genericHosts": "login-refused" }),
        copied: Copied::Text,
        named: "check your username and password",
        says: "Add your org’s address under My Domain",
        clicks: TO_ORG,
        step: Step::YourOrg,
        fix: Fix::Form(type_my_domain),
        ..NONE
    },
    Mistake {
        name: "my_domain_required_after_the_sign_in",
        app: || json!({ "genericHosts": "app-not-found" }),
        named: "OAUTH_EC_APP_NOT_FOUND: External client app is not installed in this org",
        says: "sign in to that org instead",
        clicks: TO_APP,
        step: Step::CreateApp,
        fix: Fix::Form(|page| {
            Box::pin(async move {
                page.go_to(Step::YourOrg).await?;
                type_my_domain(page).await
            })
        }),
        ..NONE
    },
];

fn type_my_domain(page: Page) -> Way {
    Box::pin(async move { page.put_into("myDomain", "acme.my.salesforce.com").await })
}

/// A case for each mistake. `guide_mistakes_late` has those that appear after the sign-in.
pub fn cases() -> Vec<Case> {
    let case = |mistake: Mistake| Case::new(module_path!(), mistake.name, move |fixture| make(fixture, mistake));
    MISTAKES.iter().copied().map(case).collect()
}

/// Opens the guide and allows the errors that Salesforce's refusals cause.
pub async fn open(fixture: &Fixture) -> Result<Page> {
    Site::new()?.guided().before(STAY_HERE).with_failures().open(fixture).await
}

/// Types key and secret at their step.
pub async fn type_keys(page: &Page, key: &str, secret: &str) -> Result<()> {
    page.go_to(Step::Credentials).await?;
    page.put_into("clientId", key).await?;
    page.put_into("clientSecret", secret).await
}

/// Opens the guide's authorization URL in another tab, signs in, and returns.
pub async fn try_sign_in(page: &Page, org: Option<&str>) -> Result<Shown> {
    page.go_to(Step::Connect).await?;
    let url = page.until("the authorization URL", "return $('a[href*=authorize]').href").await?;
    let away = page.away().await?;
    let shown = page.sign_in(url.as_str().unwrap_or_default(), org).await?;
    page.home(away).await?;
    Ok(shown)
}

/// Pastes the error and waits for the explanation.
pub async fn paste(page: &Page, text: &str, named: &str, says: &str) -> Result<()> {
    page.cut(text).await?;
    page.enter("pasted").await?;
    page.paste().await?;
    page.until_words("#meaning", named).await?;
    page.until_words("[part=explanation]", says).await
}

async fn make(fixture: Fixture, mistake: Mistake) -> Result<()> {
    let page = open(&fixture).await?;
    let (key, secret) = (good().client_id, good().client_secret);
    page.register(&key, &secret, &(mistake.app)())?;
    type_keys(&page, (mistake.typed)(&key), &secret).await?;
    let shown = try_sign_in(&page, mistake.user_of).await?;
    ensure!(!shown.text.contains("allow access"), "no mistake: {shown:?}");
    page.click("label:nth-child(2) [name=saw]").await?;
    let copied = match mistake.copied {
        Copied::Address => &shown.address,
        Copied::Text => &shown.text,
    };
    paste(&page, copied, mistake.named, mistake.says).await?;
    ensure!(mistake.clicks.len() <= 2, "it takes {} clicks", mistake.clicks.len());
    for words in mistake.clicks {
        page.press(words).await?;
    }
    page.until_shown(mistake.step).await?;
    match mistake.fix {
        Fix::Admin => page.register(&key, &secret, &json!({}))?,
        Fix::Wait(seconds) => page.server.simulator().advance_clock(std::time::Duration::from_secs(seconds)),
        Fix::User => {}
        Fix::Form(way) => way(page.clone()).await?,
        Fix::Setup(values) => {
            let away = page.away().await?;
            page.change_app(values()).await?;
            page.home(away).await?;
        }
    }
    let shown = try_sign_in(&page, None).await?;
    ensure!(shown.text.contains("Do you want to allow access for admin@acme"), "not fixed: {shown:?}");
    page.click("label:nth-child(1) [name=saw]").await?;
    page.until_words(".tasks", "Your key, Callback URL, scopes, and PKCE setting are correct.").await
}
