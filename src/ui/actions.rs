//! Listeners and buttons that more than one part of the form needs.

use super::hear::Hear;
use super::tree::Tree;
use crate::form::Message;
use crate::i18n::TextKey;
use crate::profile::Field;

impl Tree<'_> {
    /// A button that sends `msg`.
    pub fn button(&mut self, markup: &'static str, words: TextKey, msg: Message) -> &mut Self {
        self.open(markup).set("part", "button").press(msg).say(words).close()
    }

    /// A button whose words say too little where they are read out alone.
    pub fn named_button(&mut self, markup: &'static str, words: TextKey, name: &str, msg: Message) -> &mut Self {
        self.open(markup).set("part", "button").set("aria-label", name).press(msg).say(words).close()
    }

    /// A check box with its label; a change sends `msg`.
    pub fn switch(&mut self, words: TextKey, on: bool, disabled: bool, msg: Message) {
        let id = words.name();
        self.open("div|class=switch").open("input|type=checkbox").set("id", id).flag("disabled", disabled).checked(on);
        self.changes(msg).close();
        self.open("label").set("for", id).say(words).close().close();
    }

    /// What is to be said about something, as an error or as a warning.
    pub fn remark(&mut self, bad: bool, words: &str) {
        self.open(if bad { "p|class=message bad|part=message" } else { "p|class=message warn|part=message" });
        self.leaf("span|class=sign|aria-hidden=true", if bad { "✕" } else { "!" }).told("span", words).close();
    }

    /// Why something failed, read out at once.
    pub fn alert(&mut self, why: Option<&String>) {
        self.open("div|role=alert").maybe(why, |tree, why| tree.remark(true, why)).close();
    }

    /// Pressing sends `msg` and leaves the focus where it is: a field that lost it would show its messages, the button
    /// would move from under the pointer, and the click would miss.
    pub fn press(&mut self, msg: Message) -> &mut Self {
        self.keep_focus().hears("data-click", Hear::Send(msg))
    }

    /// Pressing leaves the focus where it is.
    pub fn keep_focus(&mut self) -> &mut Self {
        self.flag("data-mousedown", true)
    }

    /// Following a link sends `msg` as well.
    pub fn follows(&mut self, msg: Message) -> &mut Self {
        self.hears("data-click", Hear::Follow(msg))
    }

    /// A choice, made or taken back, sends `msg`.
    pub fn changes(&mut self, msg: Message) -> &mut Self {
        self.hears("data-change", Hear::Send(msg))
    }

    /// Submitting a form sends `msg`.
    pub fn submits(&mut self, msg: Message) -> &mut Self {
        self.hears("data-submit", Hear::Send(msg))
    }

    /// Typing, pasting or filling in sends the text.
    pub fn typing(&mut self, field: Field) -> &mut Self {
        self.hears("data-input", Hear::Typed(field))
    }

    /// Typing into a control without a field of the draft sends what `msg` makes of the text.
    pub fn text_input(&mut self, msg: fn(String) -> Message) -> &mut Self {
        self.hears("data-input", Hear::Text(msg))
    }

    /// The focus leaves a field.
    pub fn leaving(&mut self, field: Field) -> &mut Self {
        self.hears("data-focusout", Hear::Left(field))
    }

    /// Enter in a text of several lines submits, as it does in one line.
    pub fn enter_submits(&mut self) -> &mut Self {
        self.hears("data-keydown", Hear::Enter)
    }
}
