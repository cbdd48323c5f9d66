//! What a host page may hand over: values that throw when they are read, that hold themselves, or that JSON cannot say.
//! One of them is named and takes no other with it.

use js_sys::{Function, JSON, Reflect};
use stackone_connector_profile::embed::{Instance, create_request, mount, validate};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{find, host, recorded_events, until};

const KEY: &str = "3MVG9PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA_2O76UMFxFkM_R5Kjp1vRt.1fjORS_6ilI8ihN5KX";

/// A value that is written as a program.
fn value(program: &str) -> JsValue {
    Function::new_no_args(&format!("return {program}")).call0(&JsValue::UNDEFINED).unwrap()
}

/// A form that is ready, with such a configuration.
async fn mounted(config: &str) -> (Element, Instance) {
    let host = host();
    let ready = recorded_events(&host, "ready");
    let instance = mount(host.clone(), &value(config)).unwrap();
    until(|| !ready.borrow().is_empty()).await;
    (host, instance)
}

fn text(json: &JsValue) -> String {
    JSON::stringify(json).unwrap().into()
}

fn notice(host: &Element) -> String {
    find(host, ".notice.is-warn[role=status]").and_then(|note| note.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn one_odd_member_is_named_and_the_rest_holds() {
    for (odd, named) in [
        ("messages: Object.defineProperty({}, 'self', { enumerable: true, get() { return this } })", "messages.self"),
        ("messages: Object.defineProperty({}, 'own', { enumerable: true, get() { throw 1 } })", "messages.own"),
        ("messages: Proxy.revocable({}, {}).proxy", ""),
        ("messages: ['x']", "messages"),
        ("messages: { own: 5n }", "messages.own"),
        ("name: 5n", "name"),
        ("name: Symbol('x')", "name"),
        ("name: () => {}", "name"),
        ("name: window", "name"),
        ("get scopes() { throw new Error('no') }", "scopes"),
        ("environment: { toString() { throw 1 } }", "environment"),
        ("timeoutSeconds: NaN", "timeoutSeconds"),
        ("timeoutSeconds: 30n", "timeoutSeconds"),
        ("create: []", "create"),
        ("create: { fields: { get clientId() { throw 1 } } }", "create.fields.clientId"),
        ("create: { fields: { clientId: {} } }", "create"),
        ("getAuthorization: 'Basic x'", "getAuthorization"),
        ("get getAuthorization() { throw 1 }", "getAuthorization"),
        ("get other() { throw 1 }", ""),
        ("get self() { return this }", ""),
        ("timeoutSeconds: 30, name: null, scopes: undefined", ""),
    ] {
        let config = format!("{{ auth: 'none', apiBaseUrl: '/nowhere', theme: 'dark', {odd} }}");
        let (host, mut instance) = mounted(&config).await;
        let says = match named {
            "" => String::new(),
            name => format!("The page around this form has settings for it that can’t be used: {name}."),
        };
        let said = notice(&host);
        assert!(said.starts_with(&says) && said.is_empty() == says.is_empty(), "{odd}: {said}");
        assert_eq!(find(&host, ".scp").unwrap().get_attribute("data-theme").as_deref(), Some("dark"), "{odd}");
        assert!(find(&host, "[name=apiKey]").is_none(), "{odd}");
        instance.destroy();
    }
}

#[wasm_bindgen_test]
async fn half_a_surrogate_pair_is_replaced() {
    let (host, mut instance) = mounted("{ name: 'Sales \\ud83d', messages: { title: 'Ours \\ud83d' } }").await;
    let name = find(&host, "[name=name]").unwrap().unchecked_into::<HtmlInputElement>();
    until(|| name.value() == "Sales \u{fffd}").await;
    assert_eq!(find(&host, "h2").unwrap().text_content().as_deref(), Some("Ours \u{fffd}"));
    assert_eq!(notice(&host), "");
    instance.destroy();
}

#[wasm_bindgen_test]
async fn a_notice_goes_when_the_value_is_mended() {
    let (host, mut instance) = mounted("{ theme: 'pink' }").await;
    until(|| notice(&host).contains("theme")).await;
    instance.update(&value("{ theme: 'dark', storage: Symbol() }"));
    until(|| notice(&host).contains("storage") && !notice(&host).contains("theme")).await;
    instance.update(&value("{ theme: 'dark' }"));
    until(|| notice(&host).is_empty()).await;
    instance.destroy();
}

#[wasm_bindgen_test]
fn a_draft_is_read_member_by_member() {
    let draft = value(&format!(
        "{{ clientId: '{KEY}', get clientSecret() {{ throw 1 }}, name: 'Sales \\ud83d', scopes: 5n, environment: 'sandbox',
            actions: ['one', 2, 3n, Symbol(), window], get self() {{ return this }} }}"
    ));
    let report = validate(&draft, &value("{ get checkSecret() { throw 1 } }"));
    let codes = text(&Reflect::get(&report, &"issues".into()).unwrap());
    assert!(
        codes.contains(r#""field":"clientSecret","code":"required""#) && codes.matches("\"code\"").count() == 1,
        "{codes}"
    );
    let profile = text(&Reflect::get(&report, &"profile".into()).unwrap());
    assert!(
        profile.contains(KEY) && profile.contains("Sales \u{fffd}") && profile.contains(r#"["one","2"]"#),
        "{profile}"
    );
    let request =
        text(&create_request(&draft, &value("{ get auth() { throw 1 }, apiBaseUrl: '/nowhere', create: Symbol() }")));
    assert!(
        request.contains(r#""url":"/nowhere/connector_profiles""#) && request.contains("Basic ‹redacted›"),
        "{request}"
    );
    let blank = text(&validate(&JsValue::NULL, &JsValue::UNDEFINED));
    assert!(blank.contains(r#""field":"clientId","code":"required""#), "{blank}");
}

/// A host page may wrap `fetch`: it gets an address and options, and may reject with anything.
#[wasm_bindgen_test]
async fn a_wrapped_fetch_may_reject_with_a_text() {
    let window = web_sys::window().unwrap();
    let own = Reflect::get(&window, &"fetch".into()).unwrap();
    for wrapped in [
        "Promise.reject('a text')",
        "Promise.resolve(new Response(new ReadableStream({ pull() { throw 'a text' } }), { status: 400 }))",
        "Promise.resolve({ status: 200 })",
    ] {
        let wrap = format!(
            "(window.asked = [], (url, init) => {{
                window.asked.push(`${{init.method}} ${{url}} ${{new Headers(init.headers).get('Authorization')}} ${{init.cache}}`);
                return init.method === 'POST' ? {wrapped} : Promise.resolve(Response.json({{ data: [] }}));
            }})"
        );
        Reflect::set(&window, &"fetch".into(), &value(&wrap)).unwrap();
        let config = "{ auth: 'host', apiBaseUrl: '/nowhere', getAuthorization: () => 'Basic x' }";
        let (host, mut instance) = mounted(config).await;
        let failed = recorded_events(&host, "profile-failed");
        for (name, text) in [("clientId", KEY), ("clientSecret", "1955279925675241571")] {
            super::typed(&host, name, text);
        }
        find(&host, "button[type=submit]").unwrap().unchecked_into::<HtmlElement>().click();
        until(|| !failed.borrow().is_empty()).await;
        let told = failed.borrow().concat();
        assert!(!told.contains("broken"), "{wrapped}: {told}");
        let asked = text(&value("window.asked"));
        assert!(asked.contains("\"GET /nowhere/connector_profiles?"), "{asked}");
        assert!(asked.matches(" no-store\"").count() == asked.matches("/nowhere/").count(), "{asked}");
        assert!(asked.contains("\"POST /nowhere/connector_profiles Basic x no-store\""), "{asked}");
        instance.destroy();
    }
    Reflect::set(&window, &"fetch".into(), &own).unwrap();
}
