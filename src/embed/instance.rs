//! One form on a page: mounted into a shadow tree, updated, focused, reset, destroyed.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortController, CssStyleSheet, Element, Event, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode,
};
use yew::{AppHandle, Callback, Renderer};

use super::{config, crash, json};
use crate::browser::{self, Page};
use crate::form::Msg;
use crate::ui::{App, Props};

/// Events that are composed, so that a host page would hear every key that is typed into the form.
const INSIDE: [&str; 11] = [
    "keydown",
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "paste",
    "copy",
    "cut",
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
}

/// A mounted form.
#[wasm_bindgen]
pub struct Instance {
    app: Option<AppHandle<App>>,
    page: Page,
    shadow: ShadowRoot,
    keep_inside: Closure<dyn Fn(Event)>,
}

impl Instance {
    pub(super) fn mount(target: Element, config: &JsValue) -> Result<Self, JsValue> {
        let shadow = match target.shadow_root() {
            Some(shadow) => shadow,
            None => target.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
        };
        let document = target.owner_document().ok_or(JsValue::NULL)?;
        let root = document.create_element("div")?.unchecked_into::<HtmlElement>();
        shadow.set_text_content(None);
        shadow.append_child(&root)?;
        STYLES.with(|styles| {
            styles.as_ref().map(|sheet| Reflect::set(&shadow, &"adoptedStyleSheets".into(), &Array::of1(sheet)))
        });
        let keep_inside = Closure::<dyn Fn(Event)>::new(|event: Event| event.stop_propagation());
        for name in INSIDE {
            shadow.add_event_listener_with_callback(name, keep_inside.as_ref().unchecked_ref())?;
        }
        crash::watch(&root);
        let page = Page {
            host: target,
            root,
            get_authorization: Rc::new(RefCell::new(authorization(config))),
            gone: AbortController::new()?,
        };
        let config = json::from_js(config);
        let (settings, notices) = config::settings(&config);
        if config.get("page").is_some() {
            // The page around the form follows the theme that config.json names.
            page.host.set_attribute("theme", settings.theme.name())?;
        }
        let run = {
            let page = page.clone();
            Callback::from(move |(effect, answer)| browser::run(&page, effect, answer))
        };
        let props = Props { settings: crate::ui::app::Start(settings), run };
        let app = Renderer::<App>::with_root_and_props(page.root.clone().into(), props).render();
        notices.into_iter().for_each(|notice| app.send_message(Msg::Noticed(notice)));
        Ok(Self { app: Some(app), page, shadow, keep_inside })
    }

    fn send(&self, msg: Msg) {
        if let Some(app) = &self.app {
            app.send_message(msg);
        }
    }
}

#[wasm_bindgen]
impl Instance {
    /// Takes another configuration. Nothing that was typed is lost.
    pub fn update(&self, config: &JsValue) {
        self.page.get_authorization.replace(authorization(config));
        let (settings, _) = config::settings(&json::from_js(config));
        self.send(Msg::Configured(Box::new(settings)));
    }

    /// Moves the focus to the first field.
    pub fn focus(&self) {
        if let Ok(Some(control)) = self.page.root.query_selector("#done, [name=clientId]") {
            let _ = control.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Empties the form.
    pub fn reset(&self) {
        self.send(Msg::Restarted);
    }

    /// Takes the form off the page: requests end, listeners and nodes go.
    pub fn destroy(&mut self) {
        self.page.gone.abort();
        crash::forget(&self.page.root);
        for name in INSIDE {
            let _ = self.shadow.remove_event_listener_with_callback(name, self.keep_inside.as_ref().unchecked_ref());
        }
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.page.root.remove();
    }
}

fn authorization(config: &JsValue) -> Option<Function> {
    Reflect::get(config, &"getAuthorization".into()).ok()?.dyn_into().ok()
}
