//! A form on a page: mounts it into a shadow tree, then updates, focuses, resets and unmounts it.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, Document, Element, HtmlElement, KeyboardEvent, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Renderer};

use super::config::{self, Config};
use super::{CurrentContext, crash};
use crate::app::Message;
use crate::app::WordedEvent;
use crate::app::{App, AppProps};
use crate::browser::{self, MountContext};
use crate::features::guide::GuideMessage;

/// Composed events of typing and pasting, which would otherwise reach the host page from the shadow tree.
const KEPT_INSIDE: [&str; 13] = [
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
    /// The idle pool: unmounted forms.
    static IDLE_POOL: RefCell<Vec<Form>> = const { RefCell::new(Vec::new()) };
}

/// A form and its place. Yew never removes its listeners at the root, so an unmounted form is reset and reused.
struct Form {
    app: AppHandle<App>,
    root: HtmlElement,
    current: CurrentContext,
}

impl Form {
    fn new(document: &Document) -> Result<Self, JsValue> {
        let root = document.create_element("div")?.unchecked_into::<HtmlElement>();
        let current = CurrentContext::default();
        let run = {
            let current = current.clone();
            Callback::from(move |(effect, answer)| {
                if let Some(context) = now(&current) {
                    browser::run(&context, effect, answer);
                }
            })
        };
        let tell = {
            let current = current.clone();
            Callback::from(move |event| {
                if let Some(context) = now(&current) {
                    browser::emit(&context, &event);
                }
            })
        };
        crash::register(&current);
        let props = AppProps { run, tell, root: root.clone() };
        let app = Renderer::<App>::with_root_and_props(root.clone().into(), props).render();
        keep_inside(&root, &current);
        Ok(Self { app, root, current })
    }
}

/// Takes an empty form from the idle pool. On a busy page, Yew may empty a form long after it was unmounted; reused
/// before that, the form would show what was typed into it.
fn take_idle() -> Option<Form> {
    IDLE_POOL.with_borrow_mut(|pool| {
        let empty = pool.iter().position(|form| form.root.first_element_child().is_none())?;
        Some(pool.swap_remove(empty))
    })
}

/// Clones the context, so that the `RefCell` is free while an event is dispatched: the host page may unmount the form.
fn now(current: &CurrentContext) -> Option<MountContext> {
    current.borrow().clone()
}

/// Stops the events of typing and pasting at the root. Yew still gets them, because it listens in the capture phase.
/// Escape becomes an event of the form, because the host page needs it.
fn keep_inside(root: &HtmlElement, current: &CurrentContext) {
    for name in KEPT_INSIDE {
        let current = current.clone();
        let listener = EventListener::new(root, name, move |event| {
            event.stop_propagation();
            let key = event.dyn_ref::<KeyboardEvent>();
            // Not while an input method composes text, see `components::on_key`.
            let escape = event.type_() == "keydown"
                && key.is_some_and(|key| key.key() == "Escape" && !(key.is_composing() || key.key_code() == 229));
            if let (true, Some(context)) = (escape, now(&current)) {
                browser::emit(&context, &WordedEvent::close());
            }
        });
        // The form is never dropped, so its listener need not be either.
        listener.forget();
    }
}

/// Follows the route in the address on *Back* and *Forward*, until the listener is dropped.
fn follow_back(app: &AppHandle<App>) -> Option<EventListener> {
    let scope = (**app).clone();
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        scope.send_message(Message::RouteChanged(browser::address::route()));
    }))
}

/// A mounted form.
#[wasm_bindgen]
pub struct Instance {
    form: Option<Form>,
    back: Option<EventListener>,
}

impl Instance {
    pub(super) fn mount(target: Element, config: &JsValue) -> Result<Self, JsValue> {
        if crash::is_poisoned() {
            return Err(JsValue::NULL);
        }
        crash::report_panics();
        let shadow = match target.shadow_root() {
            Some(shadow) => shadow,
            None => target.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
        };
        let form = match take_idle() {
            Some(form) => form,
            None => Form::new(&target.owner_document().ok_or(JsValue::NULL)?)?,
        };
        shadow.set_text_content(None);
        shadow.append_child(&form.root)?;
        let Config { settings, get_authorization, page: static_page } = config::read(config);
        let context = MountContext {
            host: target,
            root: form.root.clone(),
            own: static_page.as_ref().is_some_and(|page| page.own),
            storage: settings.storage,
            guards_unload: Rc::default(),
            get_authorization,
            gone: AbortController::new()?,
        };
        if static_page.is_some() {
            // The style sheet of the static page depends on the theme.
            context.host.set_attribute("theme", settings.theme.name())?;
            context.host.set_attribute("view", settings.view.into())?;
        }
        let kept = browser::storage::read(&context);
        let back = if context.own { follow_back(&form.app) } else { None };
        form.current.replace(Some(context));
        form.app.send_message(Message::Mounted(Box::new(settings)));
        kept.into_iter().for_each(|kept| form.app.send_message(Message::Guide(GuideMessage::ProgressRestored(kept))));
        Ok(Self { form: Some(form), back })
    }

    /// The form, unless the module crashed.
    fn whole(&self) -> Option<&Form> {
        self.form.as_ref().filter(|_| !crash::is_poisoned())
    }
}

#[wasm_bindgen]
impl Instance {
    /// Changes the configuration. Keeps everything that was typed.
    pub fn update(&self, config: &JsValue) {
        let Some(form) = self.whole() else { return };
        let Config { settings, get_authorization, .. } = config::read(config);
        if let Some(context) = &mut *form.current.borrow_mut() {
            context.get_authorization = get_authorization;
            context.storage = settings.storage;
        }
        form.app.send_message(Message::Configured(Box::new(settings)));
    }

    /// Focuses the first field or, in the guide, the heading of the step.
    pub fn focus(&self) {
        let control = self
            .whole()
            .and_then(|form| form.root.query_selector("#done, #step, [name=clientId], [name=scopes]").ok()?);
        if let Some(control) = control {
            let _ = control.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Clears the form, including the API key. Ends its requests, also those that wait for a retry.
    pub fn reset(&self) {
        let Some(form) = self.whole() else { return };
        if let (Some(context), Ok(fresh)) = (&mut *form.current.borrow_mut(), AbortController::new()) {
            mem::replace(&mut context.gone, fresh).abort();
        }
        form.app.send_message(Message::ResetRequested);
    }

    /// Unmounts the form: aborts its requests and forgets what was typed.
    pub fn destroy(&mut self) {
        self.back = None;
        let Some(form) = self.form.take() else { return };
        if let Some(context) = form.current.take() {
            browser::unload_guard::set(&context, false);
            context.gone.abort();
        }
        form.root.remove();
        if crash::is_poisoned() {
            return;
        }
        form.app.send_message(Message::Unmounted);
        IDLE_POOL.with_borrow_mut(|pool| pool.push(form));
    }
}
