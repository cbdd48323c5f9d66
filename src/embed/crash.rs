//! Handles a crash of the module. A panic in one form leaves the whole module in an unknown state, so every form on the
//! page shows a short message without data, and no form can be mounted again.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use web_sys::console;

use super::CurrentContext;
use crate::app::WordedEvent;
use crate::browser::{self, MountContext};
use crate::i18n::{TextKey, Words};
use crate::requests::FailureCode;

thread_local! {
    static CONTEXTS: RefCell<Vec<CurrentContext>> = const { RefCell::new(Vec::new()) };
    static POISONED: Cell<bool> = const { Cell::new(false) };
}

/// Adds a form that will show the message.
pub fn register(current: &CurrentContext) {
    CONTEXTS.with_borrow_mut(|contexts| contexts.push(current.clone()));
}

/// Whether the module crashed. Then no form can be mounted.
pub fn is_poisoned() -> bool {
    POISONED.get()
}

/// Installs the panic hook. Must be called before the first form is mounted, or else Yew installs one that prints.
pub fn report_panics() {
    thread_local! {
        static REPORTED: () = yew::set_custom_panic_hook(Box::new(|panic| {
            // Code that still runs after a crash may panic again.
            if POISONED.replace(true) {
                return;
            }
            // The location only, because a panic's message may quote what was typed.
            let location = panic.location().map(ToString::to_string).unwrap_or_default();
            console::error_1(&["stackone-connector-profile broke at ", &location].concat().into());
            show_everywhere();
        }));
    }
    REPORTED.with(|()| ());
}

/// Shows the message in every form. Borrows with `try_borrow`, because a panic may occur during a borrow.
fn show_everywhere() {
    let _ = CONTEXTS.try_with(|contexts| {
        let Ok(contexts) = contexts.try_borrow() else { return };
        for current in contexts.iter() {
            let context = current.try_borrow().ok().and_then(|context| context.clone());
            let _ = context.map(|context| show(&context));
        }
    });
}

fn show(context: &MountContext) -> Result<(), JsValue> {
    let (words, root) = (Words::default(), &context.root);
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let note = document.create_element("p")?;
    note.set_attribute("role", "alert")?;
    note.set_attribute("data-failure", FailureCode::Broken.name())?;
    note.set_text_content(Some(words.get(TextKey::Crashed)));
    // A link to the page reloads it without an event listener, which the broken module could not run.
    let reload = document.create_element("a")?;
    reload.set_attribute("href", document.url()?.split('#').next().unwrap_or_default())?;
    reload.set_text_content(Some(words.get(TextKey::Reload)));
    note.append_child(&reload)?;
    root.set_text_content(None);
    root.set_class_name("scp");
    root.append_child(&note)?;
    browser::emit(context, &WordedEvent::broken(&words));
    Ok(())
}
