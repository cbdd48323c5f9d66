//! What the form listens to. Yew's way – a box for each listener, made anew with each drawing, and a register of them –
//! takes some KB of code. Here a listener is data in a table, and its element carries the number: `data-click="12"`. One
//! listener on the form's root, which `embed` adds, looks the number up and sends what comes of it.
//!
//! Number and table are of one drawing: `App::view` and the change of the DOM are one task of Yew's scheduler (0.23:
//! `RenderRunner::run`), so what happens between them is of Yew's making, and is not heard. Before `App::rendered` the
//! scheduler may let the browser run, so the table cannot wait for that.

use std::cell::{Cell, RefCell};

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlInputElement, KeyboardEvent, Node};
use yew::html::Scope;

use super::App;
use crate::form::Message;
use crate::profile::{Field, Secret};

/// What a listener does.
#[derive(Clone)]
pub enum Hear {
    /// Sends this in place of what the browser would do.
    Send(Message),
    /// Sends this beside what the browser does.
    Follow(Message),
    /// Sends what this makes of the text of the control.
    Text(fn(String) -> Message),
    /// The text of a field.
    Typed(Field),
    /// The focus leaves a field. Moving within it, as to its *Show* button, does not count.
    Left(Field),
    /// Enter submits; Shift+Enter breaks the line.
    Enter,
    /// Sends what this makes of a key and of whether Control, or Command, is held.
    Keys(fn(&str, bool) -> Option<Message>),
}

/// The listeners of one form.
#[derive(Default)]
pub struct Ears {
    table: RefCell<Vec<Hear>>,
    drawing: Cell<bool>,
}

impl Ears {
    /// Takes the listeners of a tree that Yew is about to draw.
    pub fn draw(&self, table: Vec<Hear>) {
        self.table.replace(table);
        self.drawing.set(true);
    }

    /// The tree is drawn.
    pub fn drawn(&self) {
        self.drawing.set(false);
    }

    /// Sends what comes of an event to the form. `None` where nothing does.
    pub fn hear(&self, app: &Scope<App>, kind: &str, event: &Event) -> Option<()> {
        // Yew takes away the element with the focus, whose number is of the table before. Yew has the component in hand
        // meanwhile, as it also has while `App` moves the focus; it lets go of it before it lets the browser run.
        if self.drawing.get() && app.get_component().is_none() {
            return None;
        }
        let mark = ["data-", kind].concat();
        let target = event.target()?.unchecked_into::<Element>();
        let own = target.closest(&["[", &mark, "]"].concat()).ok()??;
        if kind == "mousedown" {
            event.prevent_default();
            return None;
        }
        let number = own.get_attribute(&mark)?.parse::<usize>().ok()?;
        // The way `value` is read is the same for every kind of control.
        let text = || own.unchecked_ref::<HtmlInputElement>().value();
        let hear = self.table.borrow().get(number)?.clone();
        let msg = match hear {
            Hear::Send(msg) => {
                event.prevent_default();
                msg
            }
            Hear::Follow(msg) => msg,
            Hear::Text(msg) => msg(text()),
            Hear::Typed(field) => Message::FieldEdited(field, Secret::new(text())),
            Hear::Left(field) => {
                let to = event.unchecked_ref::<FocusEvent>().related_target();
                if to.is_some_and(|to| own.contains(to.dyn_ref::<Node>())) {
                    return None;
                }
                Message::FieldBlurred(field)
            }
            Hear::Keys(msg) => {
                let key = event.unchecked_ref::<KeyboardEvent>();
                let msg = msg(&key.key(), key.ctrl_key() || key.meta_key()).filter(|_| !key.is_composing())?;
                event.prevent_default();
                msg
            }
            Hear::Enter => {
                let key = event.unchecked_ref::<KeyboardEvent>();
                if key.key() != "Enter" || key.shift_key() || key.is_composing() {
                    return None;
                }
                event.prevent_default();
                Message::SubmitPressed
            }
        };
        app.send_message(msg);
        Some(())
    }
}
