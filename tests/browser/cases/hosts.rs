//! The whole flow through the web servers that `static/hosting` has recipes for, with these very files: with a typed
//! key, with a key that the server adds, and with the element on a page of another origin.

use anyhow::{Result, ensure};
use browser_tests::{Case, Fixture, PROFILES, Page, Site, dist, good};
use harness::hosts::{Host, Running};
use harness::simulator::{Answer, CONTENT_SECURITY_POLICY};
use serde_json::json;

/// `v1.eu1.end-to-end:` and `v1.eu1.server:` in base64.
const TYPED: &str = "Basic djEuZXUxLmVuZC10by1lbmQ6";
const ADDED: &str = "Basic djEuZXUxLnNlcnZlcjo=";

/// Three cases for each server.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for host in Host::ALL {
        cases.push(Case::new(module_path!(), &format!("{host}_with_a_typed_key"), move |fixture| typed(fixture, host)));
        cases.push(Case::new(module_path!(), &format!("{host}_with_its_own_key"), move |fixture| added(fixture, host)));
        cases.push(Case::new(module_path!(), &format!("{host}_for_a_page_elsewhere"), move |fixture| {
            lent(fixture, host)
        }));
    }
    cases.push(Case::new(module_path!(), "nginx_dies_during_a_create", killed).in_every_engine());
    cases
}

/// nginx's worker is killed after StackOne receives the create and before it answers. One profile results, or two that
/// are both reported, and the person picks theirs. `WORKER_KILLS` sets the number of kills.
async fn killed(fixture: Fixture) -> Result<()> {
    let times: usize = std::env::var("WORKER_KILLS").map_or(Ok(2), |times| times.parse())?;
    let mut made = Vec::new();
    for _ in 0..times {
        let page = Site::new()?.with_failures().behind(Host::Nginx, None).open(&fixture).await?;
        page.fill(&good()).await?;
        page.fault("POST", "hold", json!({ "afterWork": true }));
        page.submit().await?;
        page.until_received("POST", 1).await?;
        page.kill_workers();
        page.press("This one’s mine").await?;
        page.until_done().await?;
        let ids: Vec<_> = page.server.simulator().connector_profiles().into_iter().map(|profile| profile.id).collect();
        assert_eq!(page.posts(), ids.len());
        if ids.len() > 1 {
            let reported =
                page.until("the reported profiles", "return $('[part=notice]')?.innerText").await?.to_string();
            assert!(ids.iter().all(|id| reported.contains(id)), "{reported} of {ids:?}");
        }
        assert_eq!(
            (page.events("profile-created").await?.len(), page.failures().await?),
            (1, vec!["outcome-unknown".to_owned()])
        );
        made.push(ids.len());
    }
    println!("profiles of one click in {}, nginx killed: {made:?}", fixture.engine());
    Ok(())
}

async fn typed(fixture: Fixture, host: Host) -> Result<()> {
    let page = Site::new()?.behind(host, None).open(&fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    arrived(&page, TYPED)
}

async fn added(fixture: Fixture, host: Host) -> Result<()> {
    let page = Site::new()?.behind(host, Some("v1.eu1.server")).open(&fixture).await?;
    ensure!(page.ask::<bool>("return !$('[name=apiKey]')").await?, "the form asks for a key");
    let draft = good();
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.click("label[for=sandbox]").await?;
    page.put_into("name", &draft.name).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    arrived(&page, ADDED)
}

/// The page and the API are on the simulator's origin. Script and module come from the server.
async fn lent(fixture: Fixture, host: Host) -> Result<()> {
    let lender = Running::start(host, &dist(), "http://127.0.0.1:9", None).await?;
    let from = lender.url();
    let html = format!(
        "<!doctype html><html lang=\"en\"><title>Elsewhere</title><link rel=\"icon\" href=\"icon.svg\"><script src=\"recorder.js\"></script>\
         <script type=\"module\" src=\"{from}element.js\" crossorigin></script>\
         <stackone-connector-profile api-base-url=\"/stackone\"></stackone-connector-profile>"
    );
    let policy = CONTENT_SECURITY_POLICY.replace("-src 'self'", &format!("-src 'self' {from}"));
    // The page loads only what allows it.
    let elsewhere = Answer::html(&html).with_header("cross-origin-embedder-policy", "require-corp");
    let page = Site::new()?.csp(&policy).overlay("/elsewhere.html", elsewhere).open(&fixture).await?;
    page.go(&format!("{}elsewhere.html", page.url())).await?;
    page.until("the form", "return $('[name=clientId]')").await?;
    let draft = good();
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    let loaded: Vec<String> =
        page.ask("return performance.getEntriesByType('resource').map((one) => one.name)").await?;
    assert!(loaded.iter().any(|url| url.starts_with(&from) && url.ends_with(".wasm")), "{loaded:?}");
    Ok(())
}

/// One profile was created, and the API received only valid requests.
fn arrived(page: &Page, authorization: &str) -> Result<()> {
    assert_eq!((page.profiles(), page.posts()), (vec!["Acme".to_owned()], 1));
    let requests = page.server.simulator().requests();
    assert!(requests.len() > 1);
    for request in requests {
        // With the result the form makes a session that connects an account.
        let known = [PROFILES, "/stackone/connect_sessions", "/stackone/accounts"];
        assert!(known.iter().any(|path| request.path.starts_with(path)), "{}", request.path);
        assert_eq!(request.headers["authorization"], authorization);
        for name in ["origin", "referer", "cookie"] {
            assert!(!request.headers.contains_key(name), "{name}");
        }
    }
    Ok(())
}
