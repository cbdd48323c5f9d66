//! What happens when the module breaks. A panic in one form leaves the whole module in an unknown state, so every form
//! on the page shows the same short message; no data is in it.

use std::cell::RefCell;

use web_sys::HtmlElement;

use crate::text::{Key, Words};

thread_local! {
    static ROOTS: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// Makes a panic show the message instead of printing to the console.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|_| show_everywhere()));
}

/// Counts a form among those that show the message.
pub fn watch(root: &HtmlElement) {
    let _ = ROOTS.try_with(|roots| roots.try_borrow_mut().map(|mut roots| roots.push(root.clone())));
}

/// Counts it no longer.
pub fn forget(root: &HtmlElement) {
    let _ = ROOTS.try_with(|roots| roots.try_borrow_mut().map(|mut roots| roots.retain(|known| known != root)));
}

fn show_everywhere() {
    let _ = ROOTS.try_with(|roots| {
        if let Ok(roots) = roots.try_borrow() {
            roots.iter().for_each(|root| {
                let _ = show(root);
            });
        }
    });
}

fn show(root: &HtmlElement) -> Option<()> {
    let words = Words::default();
    let document = web_sys::window()?.document()?;
    let note = document.create_element("p").ok()?;
    note.set_class_name("note bad");
    note.set_attribute("role", "alert").ok()?;
    note.set_text_content(Some(words.get(Key::Crashed)));
    // A link to nowhere loads the page again, without a listener that the broken module would have to run.
    let reload = document.create_element("a").ok()?;
    reload.set_attribute("href", "").ok()?;
    reload.set_text_content(Some(words.get(Key::Reload)));
    note.append_child(&reload).ok()?;
    root.set_text_content(None);
    root.set_class_name("scp");
    root.append_child(&note).ok().map(|_| ())
}
