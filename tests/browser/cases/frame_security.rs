//! The frame ignores and counts foreign messages: from other origins, malformed ones, floods. Also a frame that does
//! not load or refuses its host.

use anyhow::Result;
use browser_tests::{Fixture, Framing, Site, cases, good, hashed};
use harness::simulator::{Answer, Server};
use serde_json::json;

cases! {
    every engine:
        flood,
        malformed,
        two,
        gone_elsewhere,
        host_not_listed,
        config_never_comes,
        secrets_sent_elsewhere,
        missing,
        not_to_be_framed,
        files_missing,
        alone,
        page_that_admits_only_what_says_so;
}

/// Messages that are malformed or from an origin that is not allowed.
const FORGED: &str = "const forged = [
    null, 1, 'text', [], {}, { type: null }, { type: {} }, { type: 'stackone-connector-profile/1:' },
    { type: 'stackone-connector-profile/0:hello' }, { type: 'stackone-connector-profile/1:hello' },
    { type: 'stackone-connector-profile/1:welcome' }, { type: 'stackone-connector-profile/1:welcome', attributes: {} },
    { type: 'stackone-connector-profile/1:welcome', attributes: null, messages: 5 },
    { type: 'event', name: 'profile-created', detail: {} }, { type: 'height', height: 1 }, { type: 'reset' },
    { type: 'configure', attributes: { name: 'forged' } }, { type: 'authorize', id: 1 },
];\n";

/// A page of an origin that is not allowed. It sends messages to its parent and records what it receives.
async fn stranger(script: &str) -> Result<Server> {
    let page = "<!doctype html><html lang=\"en\"><title>Stranger</title><script src=\"stranger.js\"></script></html>";
    let policy = "default-src 'none'; script-src 'self'; img-src 'self'";
    Server::builder("/nonexistent")
        .csp(policy)
        .overlay("/stranger.html", Answer::html(page))
        .overlay("/stranger.js", Answer::new(200, "text/javascript", format!("{FORGED}{script}")))
        .start()
        .await
}

/// 10,000 messages from a stranger to the host page and 10,000 from the host page to the frame, while a person types.
async fn flood(fixture: Fixture) -> Result<()> {
    let stranger =
        stranger("for (let at = 0; at < 10_000; at += 1) parent.postMessage(forged[at % forged.length], '*');").await?;
    let framed = Framing::new("").showing(stranger.origin()).open(&fixture).await?;
    framed.form.put_into("clientId", &good().client_id).await?;
    framed
        .at_host(&format!(
            "{FORGED}const other = document.createElement('iframe');
            other.src = '{}/stranger.html';
            document.body.append(other);
            for (let at = 0; at < 10_000; at += 1) {{
                frame.contentWindow.postMessage(forged[at % forged.length], '*', [new MessageChannel().port2]);
            }}",
            stranger.origin()
        ))
        .await?;
    framed.until_at_host("all counted at the host", "return frame.dataset.ignored === '10000'").await?;
    framed.inside().await?;
    let counted = "return document.documentElement.dataset.ignored === '10000'";
    framed.form.until("all counted in the frame", counted).await?;
    framed.form.fill(&good()).await?;
    framed.form.submit().await?;
    framed.form.until_created(&good()).await?;
    framed.outside().await?;
    assert_eq!(framed.events("profile-created").await?.len(), 1);
    assert_eq!(framed.events("ready").await?.len(), 1);
    Ok(())
}

/// A host page without our script sends malformed messages, then a valid one.
async fn malformed(fixture: Fixture) -> Result<()> {
    let framed = Framing::with_body("<iframe src=\"FORMembed.html\" title=\"Form\"></iframe>").show(&fixture).await?;
    framed
        .until_at_host("the greeting", "return window.received.messages.some((text) => text.includes('hello'))")
        .await?;
    framed
        .at_host(&format!(
            "{FORGED}window.sent = 0;
            for (const [at, message] of forged.entries()) {{
                frame.contentWindow.postMessage(message, '*', at % 2 ? [] : [new MessageChannel().port2]);
                window.sent += 1;
            }}
            const welcome = {{ type: 'stackone-connector-profile/1:welcome', attributes: {{ onclick: 'x', name: 5 }} }};
            for (const ports of [[], [new MessageChannel().port2, new MessageChannel().port2]]) {{
                frame.contentWindow.postMessage(welcome, '*', ports);
                window.sent += 1;
            }}"
        ))
        .await?;
    let sent: u32 = framed.host.ask("return window.sent").await?;
    framed.inside().await?;
    let counted = "return document.documentElement.dataset.ignored === String(input)";
    framed.form.until_with("all counted", counted, json!(sent)).await?;
    // The frame's own origin is always allowed, its own window is not.
    let from_itself = "postMessage({ type: 'stackone-connector-profile/1:welcome', attributes: {} }, '*',
        [new MessageChannel().port2])";
    framed.form.ask::<Option<()>>(from_itself).await?;
    let sent = sent + 1;
    framed.form.until_with("that too", counted, json!(sent)).await?;
    assert!(framed.form.ask::<bool>("return !root").await?);

    framed
        .at_host(
            "const { port1, port2 } = new MessageChannel();
            const welcome = { type: 'stackone-connector-profile/1:welcome', attributes: { onclick: 'x', name: 5 } };
            frame.contentWindow.postMessage(welcome, '*', [port2]);
            for (const data of [null, 'text', {}, { type: 'configure' }, { type: 'configure', attributes: null }]) {
                port1.postMessage(data);
            }
            port1.postMessage({ type: 'authorization', id: 99, value: 'unasked' });",
        )
        .await?;
    framed.inside().await?;
    framed.until_form().await?;
    framed.form.until_with("all counted", counted, json!(sent + 5)).await?;
    let attributes: Vec<String> = framed.form.ask("return host.getAttributeNames()").await?;
    assert!(!attributes.iter().any(|name| name == "onclick" || name == "name"), "{attributes:?}");
    Ok(())
}

/// Two forms on a page do not react to each other's messages.
async fn two(fixture: Fixture) -> Result<()> {
    let element = "<stackone-connector-profile-frame></stackone-connector-profile-frame>";
    let framed = Framing::with_body(&element.repeat(2)).open(&fixture).await?;
    framed
        .until_at_host("both", "return window.received.events.filter(({ name }) => name === 'ready').length === 2")
        .await?;
    let ignored = "return [...document.querySelectorAll('stackone-connector-profile-frame')].map((one) =>
        one.shadowRoot.querySelector('iframe').dataset.ignored)";
    assert_eq!(framed.host.ask::<[String; 2]>(ignored).await?, ["1", "1"]);
    framed.inside().await?;
    framed.form.fill(&good()).await?;
    framed.form.submit().await?;
    framed.form.until_created(&good()).await?;
    framed.outside().await?;
    assert_eq!(framed.events("profile-created").await?.len(), 1);
    Ok(())
}

/// The frame navigates to another origin, which gets no answer.
async fn gone_elsewhere(fixture: Fixture) -> Result<()> {
    let script = "window.got = 0;
        addEventListener('message', () => { window.got += 1; });
        for (const message of forged) parent.postMessage(message, '*', [new MessageChannel().port2]);";
    let stranger = stranger(script).await?;
    let framed = Framing::new("").showing(stranger.origin()).open(&fixture).await?;
    framed.at_host(&format!("frame.src = '{}/stranger.html'", stranger.origin())).await?;
    let ignored =
        framed.until_at_host("all counted", "return frame.dataset.ignored > 9 && frame.dataset.ignored").await?;
    assert_eq!(ignored, "18");
    framed.at_host("element.focus(); element.reset(); element.theme = 'dark';").await?;
    assert_eq!(framed.events("profile-created").await?.len(), 0);
    framed.inside().await?;
    assert_eq!(framed.form.ask::<u32>("return window.got").await?, 0);
    Ok(())
}

/// The host page is not in `frameOrigins`: the form says so and does not start.
async fn host_not_listed(fixture: Fixture) -> Result<()> {
    let config = json!({ "frameOrigins": ["https://app.example", "http://127.0.0.1"] });
    let framed = Framing::new("").config(config).show(&fixture).await?;
    refused(&framed, "isn’t set up for pages on http://127.0.0.1:").await
}

/// The frame gives up its settings after five seconds. Then no page is listed.
async fn config_never_comes(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("").never_sends("/config.json").show(&fixture).await?;
    refused(&framed, "isn’t set up for pages on http://127.0.0.1:").await
}

async fn refused(framed: &browser_tests::Framed, says: &str) -> Result<()> {
    framed.until_at_host("the failure", "return window.received.events.length").await?;
    let failed = framed.events("profile-failed").await?;
    assert_eq!(failed[0].detail["code"], "refused");
    assert!(failed[0].detail["message"].as_str().is_some_and(|words| words.contains(says)), "{failed:?}");
    framed.inside().await?;
    let script = "const note = host.querySelector('[role=alert]'); return note?.innerText";
    let words = framed.form.until("the words", script).await?;
    assert_eq!(words, failed[0].detail["message"]);
    assert!(framed.form.ask::<bool>("return document.documentElement.dataset.ignored === '1' && !root").await?);
    framed.at_host("element.focus()").await?;
    framed.until_at_host("the focus on the words", "return document.activeElement === element").await.map(drop)
}

/// A host page that must not see the secrets must not redirect them to itself.
async fn secrets_sent_elsewhere(fixture: Fixture) -> Result<()> {
    for url in ["https://evil.example", "//evil.example", "/\\\\evil.example", "https://127.0.0.1@evil.example/"] {
        let framed = Framing::new(&format!("api-base-url=\"{url}\"")).show(&fixture).await?;
        refused(&framed, "This form doesn’t send anything to ").await?;
    }
    // Whitespace that a browser treats as part of a path hides nothing: the checked URL is the one that is used.
    let framed = Framing::new("api-base-url=\"\u{a0}https://evil.example\"").open(&fixture).await?;
    framed.inside().await?;
    let used: String = framed.form.ask("return host.apiBaseUrl").await?;
    let own: String = framed.form.ask("return location.origin").await?;
    assert!(used.starts_with(&format!("{own}/")), "{used}");
    // While the form runs, the change is refused and the form keeps its settings.
    let framed = Framing::new("api-base-url=\"/stackone/\"").open(&fixture).await?;
    framed.at_host("element.apiBaseUrl = 'https://evil.example'").await?;
    framed
        .until_at_host("the refusal", "return window.received.events.some(({ detail }) => detail.code === 'refused')")
        .await?;
    framed.inside().await?;
    framed.form.fill(&good()).await?;
    framed.form.submit().await?;
    framed.form.until_created(&good()).await
}

async fn unreachable(fixture: &Fixture, in_its_place: Answer) -> Result<()> {
    let framed = Framing::new("").in_its_place(in_its_place).show(fixture).await?;
    let note = "return element.shadowRoot.querySelector('[data-failure=unreachable][role=alert]')?.innerText";
    let words = framed.until_at_host("words in place of the form", note).await?;
    let hidden = "return getComputedStyle(frame).display === 'none'";
    framed.until_at_host("no empty frame", hidden).await?;
    let failed = framed.events("profile-failed").await?;
    assert!(failed.len() == 1 && failed[0].detail["code"] == "unreachable", "{failed:?}");
    assert_eq!(failed[0].detail["message"], words);
    assert!(words.as_str().is_some_and(|words| words.contains("isn’t responding. Reload the page")), "{words}");
    // It loads after all, and the message disappears.
    framed.let_in()?;
    framed.at_host("frame.src = frame.src").await?;
    framed.inside().await?;
    framed.until_form().await?;
    framed
        .until_at_host("the frame alone", "return frame.checkVisibility() && !element.shadowRoot.querySelector('p')")
        .await?;
    Ok(())
}

async fn missing(fixture: Fixture) -> Result<()> {
    fixture.expect("Failed to load resource");
    fixture.expect("frame-ancestors");
    unreachable(&fixture, Answer::status(404)).await
}

async fn not_to_be_framed(fixture: Fixture) -> Result<()> {
    for part in ["frame-ancestors", "refused to connect", "X-Frame-Options"] {
        fixture.expect(part);
    }
    // The page itself, with its policy that forbids framing.
    unreachable(&fixture, Answer::html(&browser_tests::built("embed.html")?)).await
}

/// The frame loads but its script does not. It says so, and its height fits the message.
async fn files_missing(fixture: Fixture) -> Result<()> {
    for part in ["Failed to load resource", "not loaded: ", "integrity"] {
        fixture.expect(part);
    }
    for (path, code) in [("/element.js".to_owned(), "script"), (hashed(".wasm")?, "missing")] {
        let framed = Framing::new("").without(&path).show(&fixture).await?;
        framed.until_at_host("the failure", "return window.received.events.length").await?;
        assert_eq!(framed.events("profile-failed").await?[0].detail["code"], code);
        framed.inside().await?;
        let fits = "const note = root?.querySelector('[role=alert]') ?? host.querySelector('[role=alert]');
            const { height } = document.body.getBoundingClientRect();
            return note?.checkVisibility() && height < 200 && innerHeight === Math.ceil(height)";
        framed.form.until("a frame that fits the words", fits).await?;
    }
    Ok(())
}

/// A person opens the frame's page directly.
async fn alone(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.show(&fixture).await?;
    page.go(&format!("{}embed.html", page.url())).await?;
    let words = page.until("the words", "return host.querySelector('[role=alert]')?.innerText").await?;
    assert_eq!(words, "This form only works inside another page. Open that page instead.");
    Ok(())
}

/// Under an embedder policy, a script and a frame of another origin load only with its consent.
async fn page_that_admits_only_what_says_so(fixture: Fixture) -> Result<()> {
    let framing = Framing::new("").header("cross-origin-embedder-policy", "require-corp");
    let framed = framing.open(&fixture).await?;
    let draft = good();
    framed.form.fill(&draft).await?;
    framed.form.submit().await?;
    framed.form.until_created(&draft).await
}
