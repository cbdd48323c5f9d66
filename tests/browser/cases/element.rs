//! The element on other people's pages: under a strict policy, beside another element, with hostile styles, from
//! another origin. What it takes from its page and what it dispatches.

use std::collections::HashSet;
use std::sync::Arc;

use anyhow::{Result, ensure};
use browser_tests::{Fixture, PROFILES, Page, Site, cases, dist, good};
use harness::commands::bundle;
use harness::simulator::{Answer, CONTENT_SECURITY_POLICY, Server};
use serde_json::json;
use thirtyfour::Key;

cases! {
    every engine:
        two_on_a_page,
        styles_stay_apart,
        the_page_gives_the_look,
        an_attribute_changes,
        properties_before_the_definition,
        authorization_is_asked_each_time,
        authorization_that_fails,
        authorization_that_never_comes,
        focus_and_reset,
        escape_wants_to_close,
        the_authorization_url_is_taken_along,
        from_another_origin;
}

const DEFINE: &str = "<script type=\"module\" src=\"./element.js\"></script>";

/// Opens a host page with this body and waits until its first element shows a form.
async fn hosted(fixture: &Fixture, body: &str) -> Result<Page> {
    Site::new()?.host(&format!("{body}{DEFINE}")).open(fixture).await
}

/// An element for which only the form must be filled in.
const ONE: &str = "<stackone-connector-profile id=\"one\" api-base-url=\"/stackone\"></stackone-connector-profile>";

async fn two_on_a_page(fixture: Fixture) -> Result<()> {
    let two = "<stackone-connector-profile id=\"two\" api-base-url=\"/stackone\" name=\"Second\" environment=\"sandbox\">\
        </stackone-connector-profile>";
    let page = hosted(&fixture, &format!("<h1>Host</h1>{ONE}{two}")).await?;
    page.put_into("name", "First").await?;
    page.ask::<()>("document.getElementById('two').dataset.chosen = ''").await?;
    page.until("the second form", "return $('[name=clientId]')").await?;
    let shared =
        "const [one, two] = ['one', 'two'].map((id) => document.getElementById(id).shadowRoot.adoptedStyleSheets);
        return one.length === 1 && one[0] === two[0]";
    ensure!(page.ask::<bool>(shared).await?, "each has styles of its own");
    assert_eq!(page.typed().await?.name, "Second");
    let draft = good();
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    let created = page.events("profile-created").await?;
    assert_eq!(created.iter().map(|event| event.from.as_str()).collect::<Vec<_>>(), ["two"]);
    let mut ready: Vec<_> = page.events("ready").await?.into_iter().map(|event| event.from).collect();
    ready.sort();
    assert_eq!(ready, ["one", "two"]);
    page.ask::<()>("delete document.getElementById('two').dataset.chosen").await?;
    assert_eq!(page.typed().await?.name, "First");
    Ok(())
}

/// The host page's rules reach the element and what inherits from it, but nothing inside.
async fn styles_stay_apart(fixture: Fixture) -> Result<()> {
    let hostile = "* { letter-spacing: 9px !important; text-transform: uppercase !important; line-height: 3 !important;
            font: 40px cursive !important; color: red !important; text-align: right !important; }
        button, input, label { display: none !important; } .card { padding: 77px !important; }";
    let body = format!("<link rel=\"stylesheet\" href=\"./hostile.css\">{ONE}<p class=\"card\" id=\"theirs\">Host</p>");
    let site =
        Site::new()?.host(&format!("{body}{DEFINE}")).overlay("/hostile.css", Answer::new(200, "text/css", hostile));
    let page = site.open(&fixture).await?;
    let script = "const of = (node) => { const style = getComputedStyle(node);
            return [style.letterSpacing, style.textTransform, style.fontSize, style.textAlign, style.display]; };
        return [of($('label')), of($('[part=submit]'))];";
    let [label, button]: [[String; 5]; 2] = page.ask(script).await?;
    assert_eq!(label[..3], ["normal", "none", "14px"]);
    assert_eq!((label[3].as_str(), label[4].as_str()), ("start", "block"));
    assert_eq!((button[0].as_str(), button[2].as_str()), ("normal", "15px"));
    assert_ne!(button[4], "none");
    let theirs: [String; 2] = page
        .ask("const s = getComputedStyle(document.getElementById('theirs')); return [s.paddingTop, s.borderTopStyle]")
        .await?;
    assert_eq!(theirs, ["77px", "none"], "the form's rules reach out");
    Ok(())
}

async fn the_page_gives_the_look(fixture: Fixture) -> Result<()> {
    let look = "stackone-connector-profile { --scp-accent: rgb(1, 2, 3); --scp-radius: 3px; --scp-gap: 11px; --scp-height: 60px }
        stackone-connector-profile::part(submit) { text-transform: uppercase }
        stackone-connector-profile::part(label) { font-weight: 300 }";
    let body = format!("<link rel=\"stylesheet\" href=\"./look.css\">{ONE}{DEFINE}");
    let page = Site::new()?.host(&body).overlay("/look.css", Answer::new(200, "text/css", look)).open(&fixture).await?;
    let script = "const of = (part) => getComputedStyle($(`[part=${part}]`));
        return [of('submit').backgroundColor, of('submit').textTransform, of('label').fontWeight, getComputedStyle($('.section')).rowGap,
            getComputedStyle($('.input')).borderTopLeftRadius, `${$('.input').offsetHeight}`];";
    let found: [String; 6] = page.ask(script).await?;
    assert_eq!(found, ["rgb(1, 2, 3)", "uppercase", "300", "11px", "3px", "60"]);
    Ok(())
}

async fn an_attribute_changes(fixture: Fixture) -> Result<()> {
    let page = hosted(&fixture, ONE).await?;
    page.fill(&good()).await?;
    page.ask::<()>("host.setAttribute('theme', 'dark'); host.name = 'Offered'; host.auth = 'none'").await?;
    page.until("no key to type", "return !$('[name=apiKey]') && $('.scp').dataset.theme === 'dark'").await?;
    page.ask::<()>("host.removeAttribute('auth')").await?;
    page.until("the key again", "return $('[name=apiKey]')").await?;
    assert_eq!(page.typed().await?, good());
    assert_eq!(page.events("ready").await?.len(), 1, "it was mounted again");
    // A reset uses the first values again.
    page.ask::<()>("host.reset()").await?;
    page.until("the offered name", "return $('[name=name]').value === 'Offered'").await?;
    Ok(())
}

/// Frameworks set properties before the element is defined.
async fn properties_before_the_definition(fixture: Fixture) -> Result<()> {
    let script = "const host = document.getElementById('one');
        Object.assign(host, { apiBaseUrl: '/stackone', auth: 'host', messages: { title: 'Own title' },
            getAuthorization: () => `Basic ${btoa('v1.eu1.host:')}` });
        import('./element.js');";
    let body = "<stackone-connector-profile id=\"one\"></stackone-connector-profile>\
        <script type=\"module\" src=\"./own.js\"></script>";
    let site = Site::new()?.host(body).overlay("/own.js", Answer::new(200, "text/javascript", script));
    let page = site.open(&fixture).await?;
    page.until_words("h2", "Own title").await?;
    assert!(
        page.ask::<bool>("return !$('.scp').hasAttribute('lang')").await?,
        "the language of custom messages is unknown"
    );
    assert!(page.ask::<bool>("return !$('[name=apiKey]') && host.getAttribute('auth') === 'host'").await?);
    assert!(page.ask::<bool>("return host.outerHTML.indexOf('Basic') < 0 && host.profileId === ''").await?);
    page.put_into("clientId", &good().client_id).await?;
    page.put_into("clientSecret", &good().client_secret).await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.profiles(), ["Salesforce (Production)"]);
    Ok(())
}

/// Fills in a form whose page provides the authorization.
async fn with_a_host(fixture: &Fixture, function: &str) -> Result<Page> {
    let one = "<stackone-connector-profile auth=\"host\" api-base-url=\"/stackone\"></stackone-connector-profile>";
    let page = Site::new()?.host(&format!("{one}{DEFINE}")).with_failures().open(fixture).await?;
    page.ask::<()>(&format!("host.getAuthorization = {function}")).await?;
    page.put_into("clientId", &good().client_id).await?;
    page.put_into("clientSecret", &good().client_secret).await?;
    Ok(page)
}

async fn authorization_is_asked_each_time(fixture: Fixture) -> Result<()> {
    let function = "async () => {
        const asked = window.asked = (window.asked ?? 0) + 1;
        await new Promise(requestAnimationFrame);
        return `Basic ${btoa(`v1.eu1.asked-${asked}:`)}`;
    }";
    let page = with_a_host(&fixture, function).await?;
    page.submit().await?;
    page.until_done().await?;
    let script = "return input.map((header) => atob(header.split(' ')[1]))";
    // The list before the create, the create, and the list after it.
    page.until_received("GET", 2).await?;
    let sent = [page.received("GET"), page.received("POST")].concat();
    let sent: Vec<_> = sent.into_iter().map(|sent| sent.headers["authorization"].clone()).collect();
    let sent: HashSet<String> = page.ask_with(script, json!(sent)).await?;
    // Each asked for its own, and so did the session that connects an account.
    assert!(sent.len() == 3 && sent.contains("v1.eu1.asked-1:") && sent.contains("v1.eu1.asked-2:"), "{sent:?}");
    Ok(())
}

async fn authorization_that_fails(fixture: Fixture) -> Result<()> {
    let functions = [
        ("() => { throw new Error('no, not today') }", "no, not today"),
        ("() => Promise.reject('no, never')", "no, never"),
        ("() => undefined", ""),
        ("() => 'Basic \\u20ac'", ""),
        ("() => 'Basic a\\nb'", ""),
        ("() => 'Basic abc\\u2003'", ""),
        ("undefined", ""),
    ];
    for (function, says) in functions {
        let page = with_a_host(&fixture, function).await?;
        page.submit().await?;
        page.until_words("#failure", "couldn’t get its authorization for StackOne").await?;
        assert_eq!(page.words("#failure blockquote").await?, says, "{function}");
        assert_eq!((page.failures().await?, page.posts()), (vec!["unauthorized".to_owned()], 0), "{function}");
        page.ask::<()>("host.getAuthorization = () => `Basic ${btoa('v1.eu1.corrected:')}`").await?;
        page.submit().await?;
        page.until_done().await?;
        assert_eq!(page.received("POST")[0].body["credentials"]["clientId"], good().client_id, "{function}");
    }
    Ok(())
}

/// The host page's authorization has the same timeout as an answer.
async fn authorization_that_never_comes(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.config(json!({ "auth": "host", "timeoutSeconds": 1 })).open(&fixture).await?;
    page.ask::<()>("host.getAuthorization = () => new Promise(() => {})").await?;
    page.put_into("clientId", &good().client_id).await?;
    page.put_into("clientSecret", &good().client_secret).await?;
    page.submit().await?;
    page.until_words("#failure", "couldn’t get its authorization for StackOne").await?;
    page.ask::<()>("host.getAuthorization = () => `Basic ${btoa('v1.eu1.late:')}`").await?;
    page.submit().await?;
    page.until_done().await
}

async fn focus_and_reset(fixture: Fixture) -> Result<()> {
    let page = hosted(&fixture, &format!("<button id=\"theirs\">Theirs</button>{ONE}")).await?;
    page.ask::<()>("document.getElementById('theirs').focus(); host.focus()").await?;
    page.until_focus("clientId").await?;
    assert_eq!(page.ask::<String>("return $('.scp').lang").await?, "en");
    assert!(page.ask::<bool>("return document.activeElement === host").await?);
    page.fill(&good()).await?;
    page.ask::<()>("host.reset()").await?;
    page.until(
        "an empty form",
        "return ['clientId', 'clientSecret', 'apiKey'].every((name) => !$(`[name=${name}]`).value)",
    )
    .await?;
    page.until_focus("clientId").await
}

async fn escape_wants_to_close(fixture: Fixture) -> Result<()> {
    let page = hosted(&fixture, ONE).await?;
    page.put_into("clientId", "abc").await?;
    let cancels_a_word = "const event = { key: 'Escape', isComposing: true, bubbles: true, composed: true };
        $('#clientId').dispatchEvent(new KeyboardEvent('keydown', event));
        return window.seen.events.some((event) => event.name === 'close')";
    assert!(!page.ask::<bool>(cancels_a_word).await?, "the word isn't finished");
    page.keys(Key::Escape).await?;
    page.until("the event", "return window.seen.events.some((event) => event.name === 'close')").await?;
    let leaks: Vec<String> = page.ask("return window.seen.leaks").await?;
    assert_eq!(leaks, [""; 0], "keys reach the host page");
    assert_eq!(page.typed().await?.client_id, "abc");
    Ok(())
}

async fn the_authorization_url_is_taken_along(fixture: Fixture) -> Result<()> {
    let page = hosted(&fixture, ONE).await?;
    page.fill(&good()).await?;
    page.until_words("#authorization-url", "https://test.salesforce.com/").await?;
    let shown = page.authorization_url().await?;
    page.press("Copy").await?;
    page.until("the event", "return window.seen.events.some((event) => event.name === 'authorize')").await?;
    assert_eq!(page.events("authorize").await?[0].detail, json!({ "url": shown }));
    Ok(())
}

/// One tag: the script and the module come from another origin, requests go to the page's own.
async fn from_another_origin(fixture: Fixture) -> Result<()> {
    let elsewhere = Arc::new(Server::builder(dist()).start().await?);
    let origin = elsewhere.origin();
    let tag = bundle::tag()?.replace("src=\"", &format!("src=\"{origin}/"));
    let policy = CONTENT_SECURITY_POLICY
        .replace("script-src 'self'", &format!("script-src 'self' {origin}"))
        .replace("connect-src 'self'", &format!("connect-src 'self' {origin}"));
    let page = Site::new()?.host(&format!("{ONE}{tag}")).csp(&policy).open(&fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    let from: Vec<String> = page
        .ask("return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => /wasm/.test(name))")
        .await?;
    ensure!(!from.is_empty() && from.iter().all(|url| url.starts_with(origin)), "{from:?}");
    let (ours, theirs) = (page.server.simulator().requests(), elsewhere.simulator().requests());
    assert!(ours.iter().any(|sent| sent.path == PROFILES) && theirs.is_empty());
    Ok(())
}
