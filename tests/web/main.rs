//! The module inside a real page without the static page: what the element class relies on. `cargo verify` runs it in
//! headless Chromium with wasm-bindgen's test runner.
#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JSON;
use stackone_connector_profile::embed::{Instance, mount};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Document, Element, Event, HtmlInputElement};

mod odd_values;

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn host() -> Element {
    let host = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    host
}

/// A form that has dispatched `ready`. Until then, parts of an earlier one may remain.
async fn mounted(config: &str) -> (Element, Instance) {
    let host = host();
    let ready = recorded_events(&host, "ready");
    let instance = mount(host.clone(), &JSON::parse(config).unwrap()).unwrap();
    until(|| !ready.borrow().is_empty()).await;
    (host, instance)
}

fn find(host: &Element, selector: &str) -> Option<Element> {
    host.shadow_root().unwrap().query_selector(selector).unwrap()
}

/// Waits for something that Yew does in its own tasks, however many.
async fn until(holds: impl Fn() -> bool) {
    for _ in 0..1000 {
        if holds() {
            return;
        }
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0).unwrap();
        });
        JsFuture::from(promise).await.unwrap();
    }
    assert!(holds(), "it never came");
}

fn typed(host: &Element, name: &str, text: &str) {
    let input = find(host, &format!("[name={name}]")).unwrap().unchecked_into::<HtmlInputElement>();
    input.set_value(text);
    let init = JSON::parse(r#"{"bubbles":true,"composed":true}"#).unwrap();
    input.dispatch_event(&Event::new_with_event_init_dict("input", init.unchecked_ref()).unwrap()).unwrap();
}

/// Collects the details of one kind of event.
fn recorded_events(host: &Element, name: &str) -> Rc<RefCell<Vec<String>>> {
    let events = Rc::new(RefCell::new(Vec::new()));
    let listener = Closure::<dyn Fn(CustomEvent)>::new({
        let events = events.clone();
        move |event: CustomEvent| {
            let detail = JSON::stringify(&event.detail()).ok().and_then(|text| text.as_string());
            events.borrow_mut().push(detail.unwrap_or_default());
        }
    });
    host.add_event_listener_with_callback(name, listener.into_js_value().unchecked_ref()).unwrap();
    events
}

#[wasm_bindgen_test]
async fn a_form_is_drawn_and_says_what_it_makes_of_the_text() {
    let (host, mut instance) = mounted(r#"{"auth":"none","apiBaseUrl":"/nowhere"}"#).await;
    let validations = recorded_events(&host, "validation");
    assert!(find(&host, "[name=clientId]").is_some() && find(&host, "[name=apiKey]").is_none());
    typed(&host, "clientId", "short");
    until(|| validations.borrow().last().is_some_and(|last| last.contains(r#""code":"too-short""#))).await;
    instance.destroy();
}

#[wasm_bindgen_test]
async fn typing_stays_inside() {
    let (host, mut instance) = mounted("{}").await;
    let outside = recorded_events(&document().body().unwrap(), "input");
    typed(&host, "name", "Sales");
    assert!(outside.borrow().is_empty());
    instance.destroy();
}

#[wasm_bindgen_test]
async fn another_configuration_keeps_what_was_typed() {
    let (host, mut instance) = mounted("{}").await;
    typed(&host, "name", "Sales");
    instance.update(&JSON::parse(r#"{"theme":"dark"}"#).unwrap());
    let theme = || find(&host, ".scp").unwrap().get_attribute("data-theme");
    until(|| theme().as_deref() == Some("dark")).await;
    let input = find(&host, "[name=name]").unwrap().unchecked_into::<HtmlInputElement>();
    assert_eq!(input.value(), "Sales");
    instance.reset();
    until(|| input.value().is_empty()).await;
    instance.destroy();
}

#[wasm_bindgen_test]
async fn nothing_is_left_of_a_form_that_is_destroyed() {
    let (host, mut instance) = mounted("{}").await;
    instance.focus();
    assert_eq!(host.shadow_root().unwrap().active_element().unwrap().id(), "clientId");
    instance.destroy();
    until(|| host.shadow_root().unwrap().child_element_count() == 0).await;
    // A second form in the same element starts empty.
    let mut again = mount(host.clone(), &JsValue::UNDEFINED).unwrap();
    until(|| find(&host, "[name=clientId]").is_some()).await;
    again.destroy();
}

#[wasm_bindgen_test]
async fn a_form_in_another_place_knows_nothing_of_the_one_before() {
    let (host, mut instance) = mounted(r#"{"name":"First"}"#).await;
    for field in ["clientId", "clientSecret", "apiKey"] {
        typed(&host, field, "typed before");
    }
    instance.destroy();
    let other = self::host();
    let (ready, stray) = (recorded_events(&other, "ready"), recorded_events(&host, "ready"));
    let mut next = mount(other.clone(), &JSON::parse(r#"{"name":"Second"}"#).unwrap()).unwrap();
    until(|| !ready.borrow().is_empty()).await;
    let value =
        |name: &str| find(&other, &format!("[name={name}]")).unwrap().unchecked_into::<HtmlInputElement>().value();
    until(|| ["name", "clientId", "clientSecret", "apiKey"].map(value) == ["Second", "", "", ""]).await;
    assert_eq!((ready.borrow().len(), stray.borrow().len()), (1, 0));
    next.destroy();
}
