//! Listeners and buttons that more than one part of the form needs.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, Node};

use super::tree::Tree;
use crate::form::Msg;
use crate::profile::{Field, Secret};
use crate::text::Key;

impl Tree<'_> {
    /// A button that sends `msg`.
    pub fn button(&mut self, markup: &'static str, words: Key, msg: Msg) -> &mut Self {
        self.open(markup).set("part", "button").press(msg).say(words).close()
    }

    /// A button whose words say too little where they are read out alone.
    pub fn named_button(&mut self, markup: &'static str, words: Key, name: &str, msg: Msg) -> &mut Self {
        self.open(markup).set("part", "button").set("aria-label", name).press(msg).say(words).close()
    }

    /// A check box with its label; a change sends `msg`.
    pub fn switch(&mut self, words: Key, on: bool, disabled: bool, msg: Msg) {
        let id = words.name();
        self.open("div|class=switch").open("input|type=checkbox").set("id", id).flag("disabled", disabled).checked(on);
        self.on("change", move |send, _| send.emit(msg.clone())).close();
        self.open("label").set("for", id).say(words).close().close();
    }

    /// Typing into a control without a field of the draft sends what `msg` makes of the text.
    pub fn text_input(&mut self, msg: fn(String) -> Msg) -> &mut Self {
        self.on("input", move |send, event| {
            if let Some(text) = typed(&event) {
                send.emit(msg(text));
            }
        })
    }

    /// What is to be said about something, as an error or as a warning.
    pub fn remark(&mut self, bad: bool, words: &str) {
        self.open(if bad { "p|class=message bad|part=message" } else { "p|class=message warn|part=message" });
        self.leaf("span|class=sign|aria-hidden=true", if bad { "✕" } else { "!" }).told("span", words).close();
    }

    /// Pressing sends `msg` and leaves the focus where it is: a field that lost it would show its messages, the button
    /// would move from under the pointer, and the click would miss.
    pub fn press(&mut self, msg: Msg) -> &mut Self {
        self.keep_focus().on("click", move |send, event| {
            event.prevent_default();
            send.emit(msg.clone());
        })
    }

    /// Pressing leaves the focus where it is.
    pub fn keep_focus(&mut self) -> &mut Self {
        self.on("mousedown", |_, event| event.prevent_default())
    }

    /// Typing, pasting or filling in sends the text.
    pub fn typing(&mut self, field: Field) -> &mut Self {
        self.on("input", move |send, event| {
            if let Some(text) = typed(&event) {
                send.emit(Msg::Typed(field, Secret::new(text)));
            }
        })
    }

    /// The focus leaves a field. Moving within it, as to its *Show* button, does not count.
    pub fn leaving(&mut self, field: Field) -> &mut Self {
        self.on("focusout", move |send, event| {
            let to = event.unchecked_ref::<FocusEvent>().related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let own = target(&event).and_then(|from| from.closest(".field").ok().flatten());
            if to.is_none() || !own.is_some_and(|own| own.contains(to.as_ref())) {
                send.emit(Msg::Left(field));
            }
        })
    }

    /// Enter in a text of several lines submits, as it does in one line; Shift+Enter breaks the line.
    pub fn enter_submits(&mut self) -> &mut Self {
        self.on("keydown", |send, event| {
            let key = event.unchecked_ref::<KeyboardEvent>();
            if key.key() == "Enter" && !key.shift_key() && !key.is_composing() {
                event.prevent_default();
                send.emit(Msg::Submitted);
            }
        })
    }
}

/// What the control holds that an event is about.
fn typed(event: &Event) -> Option<String> {
    Some(match target(event)?.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => other.unchecked_into::<HtmlTextAreaElement>().value(),
    })
}

/// The innermost element that an event is about. `target` would be the host, seen from outside the shadow tree.
fn target(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}
