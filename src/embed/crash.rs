//! What happens when the module breaks. A panic in one form leaves the whole module in an unknown state, so every form
//! on the page shows the same short message, and no further one is put up; no data is in it.

use std::cell::{Cell, RefCell};

use web_sys::console;

use super::Place;
use crate::app::WordedEvent;
use crate::browser::{self, Page};
use crate::i18n::{TextKey, Words};
use crate::requests::FailureCode;

thread_local! {
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    static BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// Counts a form among those that show the message.
pub fn watch(place: &Place) {
    PLACES.with_borrow_mut(|places| places.push(place.clone()));
}

/// Whether the module broke, so that no form can be put up any more.
pub fn happened() -> bool {
    BROKEN.get()
}

/// Reports every panic from now on. To be called before the first form is put up: Yew sets a hook that prints where there
/// is none.
pub fn report_panics() {
    thread_local! {
        static REPORTED: () = yew::set_custom_panic_hook(Box::new(|panic| {
            // What runs on in a broken module may panic too.
            if BROKEN.replace(true) {
                return;
            }
            // The place and nothing else: a panic's message may quote what was typed.
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            console::error_1(&["stackone-connector-profile broke at ", &place].concat().into());
            show_everywhere();
        }));
    }
    REPORTED.with(|()| ());
}

/// Shows the message in every form. Anything may be borrowed where the panic struck.
fn show_everywhere() {
    let _ = PLACES.try_with(|places| {
        let Ok(places) = places.try_borrow() else { return };
        for place in places.iter() {
            let page = place.try_borrow().ok().and_then(|page| page.clone());
            page.and_then(|page| show(&page));
        }
    });
}

fn show(page: &Page) -> Option<()> {
    let (words, root) = (Words::default(), &page.root);
    let document = web_sys::window()?.document()?;
    let note = document.create_element("p").ok()?;
    note.set_class_name("note bad");
    note.set_attribute("role", "alert").ok()?;
    note.set_attribute("data-failure", FailureCode::Broken.name()).ok()?;
    note.set_text_content(Some(words.get(TextKey::Crashed)));
    // A link to the page itself loads it again, without a listener that the broken module would have to run.
    let reload = document.create_element("a").ok()?;
    reload.set_attribute("href", document.url().ok()?.split('#').next()?).ok()?;
    reload.set_text_content(Some(words.get(TextKey::Reload)));
    note.append_child(&reload).ok()?;
    root.set_text_content(None);
    root.set_class_name("scp");
    root.append_child(&note).ok()?;
    browser::emit(page, &WordedEvent::broken(&words));
    Some(())
}
