//! Canaries: a client secret and an API key that occur nowhere else. The secret may appear only in the body of the
//! create and in its control, the key only in `Authorization` headers to the API and in its control.

use anyhow::{Result, ensure};
use browser_tests::{Fixture, Page, Site, Typed, cases, good};
use harness::simulator::Received;
use serde_json::json;

const SECRET: &str = "CA9A71E5EC8E7CA9A71E5EC8E7CA9A71E5EC8E7CA9A71E5EC8E7CA9A71E5EC8E";
const KEY: &str = "v1.eu1.canary-9f3e1c";
/// `v1.eu1.canary-9f3e1c:` in base64, without its padding.
const ENCODED: &str = "djEuZXUxLmNhbmFyeS05ZjNlMWM6";

cases! {
    every engine: keys_stay_inside;
    chromium: wiped_from_memory, shown_on_request_and_hidden_again, forgotten_key, echoes_of_a_host_value;
}

/// A valid draft with the canaries.
pub fn canaries() -> Typed {
    Typed { client_secret: SECRET.into(), api_key: KEY.into(), ..good() }
}

/// Everything that a page can leave a trace in, as one text. Which controls hold a canary is listed separately.
const TRACES: &str = "const attributes = (node) => [...node.attributes].map((one) => one.value).join(' ');
    const deep = (tree) => [tree.innerHTML ?? '', ...[...tree.querySelectorAll('*')].flatMap((node) =>
        [attributes(node), node.shadowRoot ? deep(node.shadowRoot) : ''])];
    const entries = performance.getEntries().map((one) => JSON.stringify(one));
    const stores = [localStorage, sessionStorage].map((one) => JSON.stringify({ ...one }));
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    const caches_ = window.caches ? await caches.keys() : [];
    const registered = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
    if (databases.length || caches_.length || registered.length) throw new Error('something was stored');
    const all = [document.documentElement.outerHTML, deep(document), document.title, document.cookie, location.href,
        document.referrer, window.name, JSON.stringify(history.state), stores, entries, JSON.stringify(window.seen),
        String(getSelection())].flat(9).join('\\n');
    const controls = $$('input, textarea').filter((one) => input.some((canary) => one.value.includes(canary)));
    return [input.filter((canary) => all.includes(canary)), controls.map((one) => one.name)];";

/// Searches for the canaries. Once `wiped`, the two controls may not hold them either.
pub async fn search(page: &Page, wiped: bool) -> Result<()> {
    let script = format!("return (async () => {{ {TRACES} }})()");
    let (found, controls): (Vec<String>, Vec<String>) = page.ask_with(&script, json!([SECRET, KEY, ENCODED])).await?;
    ensure!(found.is_empty(), "left in the page: {found:?}");
    ensure!(controls.iter().all(|name| ["clientSecret", "apiKey"].contains(&name.as_str())), "in {controls:?}");
    ensure!(!wiped || controls.is_empty(), "still in {controls:?}");
    let cookies = page.web().get_all_cookies().await?;
    ensure!(cookies.is_empty(), "there are cookies");
    page.server.simulator().requests().iter().try_for_each(in_its_place)
}

/// A request carries the secret once, in the body of a create or change, and the key in its one header.
fn in_its_place(request: &Received) -> Result<()> {
    let body = request.body.to_string();
    let writes = matches!(request.method.as_str(), "POST" | "PATCH");
    let secrets = usize::from(writes && request.body["credentials"]["clientSecret"] == SECRET);
    ensure!(body.matches(SECRET).count() == secrets, "{} {}: the secret in its body", request.method, request.path);
    ensure!(!body.contains(KEY) && !body.contains(ENCODED), "{} {}: the key in its body", request.method, request.path);
    let mut rest = format!("{} {:?}", request.path, request.query);
    for (name, value) in &request.headers {
        if name == "authorization" && value == &format!("Basic {ENCODED}") {
            continue;
        }
        rest.push_str(value);
    }
    let leaked = [SECRET, KEY, ENCODED].iter().any(|canary| rest.contains(canary));
    ensure!(!leaked, "{} {}: outside its place", request.method, request.path);
    Ok(())
}

/// Makes the module's memory available to scripts.
const MEMORY: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            window.memory = (made.instance ?? made).exports.memory;
            return made;
        };
    }";

/// Waits until the module's memory holds a text, in any case, or holds it no more.
async fn until_in_memory(page: &Page, text: &str, held: bool) -> Result<()> {
    let script = "const memory = new TextDecoder('latin1').decode(new Uint8Array(window.memory.buffer)).toLowerCase();
        return memory.includes(input[0]) === input[1]";
    let what = if held { "in memory" } else { "gone from memory" };
    page.until_with(&format!("{text} {what}"), script, json!([text.to_lowercase(), held])).await.map(drop)
}

/// Once the profile is created and the list was read again, the module's memory has no copy of the secret, even if it was
/// typed letter by letter and shown in the request. Nor of the key, once it is cleared.
async fn wiped_from_memory(fixture: Fixture) -> Result<()> {
    for shown in [false, true] {
        let page = Site::new()?.with_failures().before(MEMORY).open(&fixture).await?;
        page.fill(&Typed { client_secret: String::new(), ..canaries() }).await?;
        page.type_into("clientSecret", SECRET).await?;
        page.until("the message gone", "return words($('#clientSecret-messages')) === ''").await?;
        until_in_memory(&page, SECRET, true).await?;
        if shown {
            page.fault("POST", "status", json!({ "status": 404 }));
            page.submit().await?;
            page.open_request().await?;
            page.click("[id='request.secrets']").await?;
            page.until_words("#request-json", SECRET).await?;
        }
        page.submit().await?;
        page.until_done().await?;
        // What was typed first is in every longer text.
        until_in_memory(&page, &SECRET[..40], false).await?;
        search(&page, true).await?;
        page.press("Create another profile").await?;
        page.until_focus("clientId").await?;
        page.press("Clear key").await?;
        page.until("no key", "return $('#apiKey').value === ''").await?;
        for text in [KEY, ENCODED] {
            until_in_memory(&page, text, false).await?;
        }
    }
    Ok(())
}

async fn shown_on_request_and_hidden_again(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().open(&fixture).await?;
    page.fault("POST", "status", json!({ "status": 404 }));
    page.fill(&canaries()).await?;
    page.submit().await?;
    page.open_request().await?;
    page.click("[id='request.secrets']").await?;
    page.until_words("#request-json", SECRET).await?;
    page.click("[id='request.secrets']").await?;
    page.until_words("#request-json", "‹redacted›").await?;
    search(&page, false).await?;
    page.submit().await?;
    page.until_done().await?;
    search(&page, true).await
}

async fn forgotten_key(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&canaries()).await?;
    page.press("Clear key").await?;
    page.until_focus("apiKey").await?;
    assert_eq!(page.typed().await?, Typed { api_key: String::new(), ..canaries() });
    page.submit().await?;
    page.until_words("#apiKey-messages", "Enter your StackOne API key").await?;
    assert!(page.server.simulator().requests().is_empty());
    search(&page, false).await
}

/// What the host page gives as its authorization comes back in many encodings, refused and accepted.
async fn echoes_of_a_host_value(fixture: Fixture) -> Result<()> {
    for status in [json!(422), json!(null)] {
        let page = Site::new()?.with_failures().open(&fixture).await?;
        let host =
            format!("Object.assign(host, {{ auth: 'host', getAuthorization: () => `Basic ${{btoa('{KEY}:')}}` }})");
        page.ask::<()>(&host).await?;
        page.fault("POST", "echo", if status.is_null() { json!({}) } else { json!({ "status": status }) });
        page.put_into("clientId", &canaries().client_id).await?;
        page.put_into("clientSecret", SECRET).await?;
        page.submit().await?;
        page.until("what came of it", "return $('#failure, [part=done]')").await?;
        let script = "return [$('.scp').outerHTML, JSON.stringify(window.seen.events)].join()";
        let all = page.ask::<String>(script).await?.to_lowercase();
        ensure!(all.contains("‹redacted›"), "{status}: {all}");
        let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        for canary in
            [KEY, ENCODED, SECRET, &hex(KEY), &hex(SECRET), "v1%2eeu1%2ecanary", "v1%252eeu1%252ecanary", "&#118;&#49;"]
        {
            ensure!(!all.contains(&canary.to_lowercase()), "{status}: {canary} in {all}");
        }
    }
    Ok(())
}

/// Keystrokes, input and pasted text do not leave the element.
async fn keys_stay_inside(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.cut(SECRET).await?;
    page.enter("clientSecret").await?;
    page.paste().await?;
    page.type_into("apiKey", KEY).await?;
    let leaks: Vec<String> = page.ask("return window.seen.leaks").await?;
    assert_eq!(leaks, [""; 0]);
    // Two kinds of names belong to Chromium's driver.
    let script = "return Object.keys(window).filter((name) =>
        !window.seen.globals.includes(name) && !/^\\$?cdc_|^ret_nodes$/.test(name))";
    let globals: Vec<String> = page.ask(script).await?;
    assert_eq!(globals, [""; 0]);
    search(&page, false).await
}
