//! One form on a page: mounted into a shadow tree, updated, focused, reset, destroyed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortController, AddEventListenerOptions, CssStyleSheet, Document, Element, HtmlElement, KeyboardEvent,
    ShadowRootInit, ShadowRootMode,
};
use yew::{AppHandle, Callback, Renderer};

use super::config::{self, Config};
use super::{Place, crash};
use crate::app::Message;
use crate::app::WordedEvent;
use crate::app::{App, AppProps};
use crate::browser::{self, Page};
use crate::features::guide::{GuideMessage, Step};

/// Events that are composed, so that a host page would hear every key that is typed into the form.
const INSIDE: [&str; 13] = [
    "keydown",
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "textInput",
    "paste",
    "copy",
    "cut",
    "drop",
    "compositionstart",
    "compositionupdate",
    "compositionend",
];

thread_local! {
    /// One stylesheet for all forms.
    static STYLES: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        sheet.inspect(|sheet| { let _ = sheet.replace_sync(include_str!("../../static/styles.css")); })
    };

    /// Forms that are on no page.
    static RESTING: RefCell<Vec<Form>> = const { RefCell::new(Vec::new()) };
}

/// A form, and where it is: nowhere while it rests. Its listener never goes, so a form that left its page is kept,
/// emptied, and goes to the next one.
struct Form {
    app: AppHandle<App>,
    root: HtmlElement,
    place: Place,
}

impl Form {
    fn new(document: &Document) -> Result<Self, JsValue> {
        let root = document.create_element("div")?.unchecked_into::<HtmlElement>();
        let place = Place::default();
        let run = {
            let place = place.clone();
            Callback::from(move |(effect, answer)| {
                if let Some(page) = now(&place) {
                    browser::run(&page, effect, answer);
                }
            })
        };
        let tell = {
            let place = place.clone();
            Callback::from(move |event| {
                if let Some(page) = now(&place) {
                    browser::emit(&page, &event);
                }
            })
        };
        crash::watch(&place);
        let props = AppProps { run, tell, root: root.clone() };
        let app = Renderer::<App>::with_root_and_props(root.clone().into(), props).render();
        keep_inside(&root, &place);
        Ok(Self { app, root, place })
    }
}

/// The page, let go of before anything runs there: the host page may answer an event by taking the form away.
fn now(place: &Place) -> Option<Page> {
    place.borrow().clone()
}

/// Keeps what is typed from the host page. Yew's own listeners heard of it before: they listen while the event is on its
/// way down. Escape would be lost on the page, so that becomes an event.
fn keep_inside(root: &HtmlElement, place: &Place) {
    for name in INSIDE {
        let place = place.clone();
        let listener = EventListener::new(root, name, move |event| {
            event.stop_propagation();
            let key = event.dyn_ref::<KeyboardEvent>();
            let escape = event.type_() == "keydown" && key.is_some_and(|key| key.key() == "Escape");
            if let (true, Some(page)) = (escape, now(&place)) {
                browser::emit(&page, &WordedEvent::close());
            }
        });
        // As long as the form, which is for good.
        listener.forget();
    }
}

/// Goes to the step that the address names after *Back* or *Forward*, for as long as the form is on the page.
fn follow_back(page: &Page, app: &AppHandle<App>) -> Result<(), JsValue> {
    let scope = (**app).clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        let step = browser::address::step().as_deref().and_then(Step::named).unwrap_or_default();
        scope.send_message(Message::Guide(GuideMessage::AddressChanged(step)));
    });
    let options = AddEventListenerOptions::new();
    options.set_signal(&page.gone.signal());
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let callback = listener.into_js_value().unchecked_into();
    window.add_event_listener_with_callback_and_add_event_listener_options("popstate", &callback, &options)
}

/// A mounted form.
#[wasm_bindgen]
pub struct Instance {
    form: Option<Form>,
}

impl Instance {
    pub(super) fn mount(target: Element, config: &JsValue) -> Result<Self, JsValue> {
        if crash::happened() {
            return Err(JsValue::NULL);
        }
        crash::report_panics();
        let shadow = match target.shadow_root() {
            Some(shadow) => shadow,
            None => target.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
        };
        let form = match RESTING.with_borrow_mut(Vec::pop) {
            Some(form) => form,
            None => Form::new(&target.owner_document().ok_or(JsValue::NULL)?)?,
        };
        shadow.set_text_content(None);
        shadow.append_child(&form.root)?;
        STYLES.with(|styles| {
            styles.as_ref().map(|sheet| Reflect::set(&shadow, &"adoptedStyleSheets".into(), &Array::of1(sheet)))
        });
        let Config { settings, get_authorization, page: static_page } = config::read(config);
        let page = Page {
            host: target,
            root: form.root.clone(),
            own: static_page.as_ref().is_some_and(|page| page.own),
            storage: settings.storage,
            guarded: Rc::default(),
            get_authorization,
            gone: AbortController::new()?,
        };
        if static_page.is_some() {
            // The page around the form follows the theme that config.json names.
            page.host.set_attribute("theme", settings.theme.name())?;
            page.host.set_attribute("view", if settings.guided { "guide" } else { "form" })?;
        }
        let kept = browser::storage::read(&page);
        if page.own {
            follow_back(&page, &form.app)?;
        }
        form.place.replace(Some(page));
        form.app.send_message(Message::Mounted(Box::new(settings)));
        kept.into_iter().for_each(|kept| form.app.send_message(Message::Guide(GuideMessage::ProgressRestored(kept))));
        Ok(Self { form: Some(form) })
    }

    /// The form, as long as the module is whole.
    fn whole(&self) -> Option<&Form> {
        self.form.as_ref().filter(|_| !crash::happened())
    }
}

#[wasm_bindgen]
impl Instance {
    /// Takes another configuration. Nothing that was typed is lost.
    pub fn update(&self, config: &JsValue) {
        let Some(form) = self.whole() else { return };
        let Config { settings, get_authorization, .. } = config::read(config);
        if let Some(page) = &mut *form.place.borrow_mut() {
            page.get_authorization = get_authorization;
            page.storage = settings.storage;
        }
        form.app.send_message(Message::Configured(Box::new(settings)));
    }

    /// Moves the focus to the first field, or in the guide to the heading of the step.
    pub fn focus(&self) {
        let control = self
            .whole()
            .and_then(|form| form.root.query_selector("#done, #step, [name=clientId], [name=scopes]").ok()?);
        if let Some(control) = control {
            let _ = control.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Empties the form, the API key too.
    pub fn reset(&self) {
        if let Some(form) = self.whole() {
            form.app.send_message(Message::ResetRequested);
        }
    }

    /// Takes the form off the page: requests end, nothing that was typed is kept.
    pub fn destroy(&mut self) {
        let Some(form) = self.form.take() else { return };
        if let Some(page) = form.place.take() {
            browser::guard::set(&page, false);
            page.gone.abort();
        }
        form.root.remove();
        if crash::happened() {
            return;
        }
        form.app.send_message(Message::Unmounted);
        RESTING.with_borrow_mut(|resting| resting.push(form));
    }
}
