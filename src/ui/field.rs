//! A field: label, control, hint, messages. The messages stand in a polite live region and are tied to the control, so
//! that they are read out when they appear and again when the control is reached.

use super::tree::Tree;
use crate::form::view::{FieldView, View, label};
use crate::form::{Message, Toggle};
use crate::i18n::TextKey;
use crate::profile::{Field, Severity};

impl Tree<'_> {
    /// A field with a text.
    pub fn field(&mut self, view: &View<'_>, field: Field) {
        let (name, shown) = (field.name(), view.field(field));
        self.open("div|class=field|part=field").leaving(field);
        self.open("div|class=label-line");
        self.open("label|part=label").set("for", name).say(label(field)).close();
        self.open("span|class=aside").set("id", &[name, "-aside"].concat());
        self.maybe(shown.aside, |tree, aside| {
            tree.say(aside);
        });
        self.close().close();
        self.open(if shown.invalid { "div|class=input bad" } else { "div|class=input" });
        self.control(&shown, view.state.is_busy());
        self.maybe(shown.shown, |tree, shown| {
            let toggle = if field == Field::ApiKey { Toggle::ApiKey } else { Toggle::ClientSecret };
            let (button, whole) =
                if shown { (TextKey::Hide, TextKey::HideSecret) } else { (TextKey::Show, TextKey::ShowSecret) };
            let name = tree.fill(whole, "field", tree.words(label(field)));
            tree.named_button("button|type=button|class=quiet", button, &name, Message::Toggled(toggle));
        });
        self.close();
        self.only(field == Field::Scopes, |tree| tree.pills(view));
        self.only(field == Field::ApiKey && !view.state.api_key.expose().is_empty(), |tree| {
            tree.button("button|type=button|class=link", TextKey::ApiKeyForget, Message::ForgetKeyPressed);
        });
        self.below(&shown).close();
    }

    /// The control. Scopes may have several lines, so that lines pasted into them stay apart.
    fn control(&mut self, view: &FieldView, busy: bool) {
        let name = view.field.name();
        self.open(match view.field {
            Field::Scopes => "textarea|rows=1|class=control code",
            Field::Name => "input|type=text|class=control",
            _ if view.shown == Some(false) => "input|type=password|class=control code",
            _ => "input|type=text|class=control code",
        });
        if view.field == Field::Scopes {
            self.enter_submits();
        }
        self.set("id", name)
            .set("name", name)
            .set("part", "input")
            .set("autocomplete", "off")
            .set("autocapitalize", "none")
            .set("spellcheck", "false")
            .truth("aria-invalid", view.invalid)
            .set("aria-describedby", &[name, "-messages ", name, "-hint ", name, "-aside"].concat())
            .flag("readonly", busy)
            .value(view.value.expose())
            .typing(view.field)
            .close();
    }

    /// The scopes as they will be sent.
    fn pills(&mut self, view: &View<'_>) {
        self.open("ul|class=pills").name("aria-label", TextKey::ScopesTidied).each(view.tokens(), |tree, token| {
            tree.leaf(if token.known { "li|class=pill" } else { "li|class=pill warn" }, &token.words);
        });
        self.close();
    }

    /// Hint and messages of a field.
    pub fn below(&mut self, view: &FieldView) -> &mut Self {
        let name = view.field.name();
        self.open("p|class=hint|part=hint").set("id", &[name, "-hint"].concat()).rich(&view.hint).close();
        self.open("div|class=messages|aria-live=polite").set("id", &[name, "-messages"].concat());
        self.each(&view.messages, |tree, message| {
            let (markup, sign) = match message.severity {
                Severity::Error => ("p|class=message bad|part=message", "✕"),
                Severity::Warning => ("p|class=message warn|part=message", "!"),
            };
            tree.open(markup)
                .leaf("span|class=sign|aria-hidden=true", sign)
                .open("span")
                .rich(&message.words)
                .text(" ");
            tree.maybe(message.quick_fix, |tree, quick_fix| {
                tree.button("button|type=button|class=link", quick_fix.key(), Message::QuickFixPressed(quick_fix));
            });
            tree.close().close();
        });
        self.close()
    }
}
