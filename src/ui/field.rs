//! A field: label, control, hint, messages. The messages stand in a polite live region and are tied to the control, so
//! that they are read out when they appear and again when the control is reached.

use super::tree::Tree;
use crate::form::view::{FieldView, Message};
use crate::form::{Msg, Toggle};
use crate::profile::{Field, Severity};

impl Tree {
    /// A field with a text. `after` draws what stands between control and messages.
    pub fn field(&mut self, view: &FieldView<'_>, after: impl FnOnce(&mut Self)) {
        let name = view.field.name();
        self.open("div|class=field|part=field").leaving(view.field);
        self.open("div|class=label-line");
        self.open("label|part=label").set("for", name).text(view.label).close();
        self.open("span|class=aside").set("id", &[name, "-aside"].concat()).text(view.aside).close();
        self.close();
        self.open(if view.invalid { "div|class=input bad" } else { "div|class=input" });
        self.control(view);
        self.maybe(view.shown.as_ref(), |tree, show| {
            let toggle = if view.field == Field::ApiKey { Toggle::ApiKey } else { Toggle::ClientSecret };
            tree.button("button|type=button|class=quiet", show.button, &show.label, Msg::Toggled(toggle));
        });
        self.close();
        after(self);
        self.below(view).close();
    }

    /// The control. Scopes may have several lines, so that lines pasted into them stay apart.
    fn control(&mut self, view: &FieldView<'_>) {
        let name = view.field.name();
        let hidden = view.shown.as_ref().is_some_and(|show| !show.shown);
        self.open(match view.field {
            Field::Scopes => "textarea|rows=1|class=control code",
            Field::Name => "input|type=text|class=control",
            _ if hidden => "input|type=password|class=control code",
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
            .flag("readonly", view.busy)
            .value(view.value.expose())
            .typing(view.field)
            .close();
    }

    /// Hint and messages of a field.
    pub fn below(&mut self, view: &FieldView<'_>) -> &mut Self {
        let name = view.field.name();
        self.open("p|class=hint|part=hint").set("id", &[name, "-hint"].concat()).rich(&view.hint).close();
        self.open("div|class=messages|aria-live=polite").set("id", &[name, "-messages"].concat());
        self.each(&view.messages, Self::message).close()
    }

    fn message(&mut self, message: &Message<'_>) {
        let (markup, sign) = match message.severity {
            Severity::Error => ("p|class=message bad|part=message", "✕"),
            Severity::Warning => ("p|class=message warn|part=message", "!"),
        };
        self.open(markup).leaf("span|class=sign|aria-hidden=true", sign).open("span").rich(&message.words).text(" ");
        self.maybe(message.mend.as_ref(), |tree, (mend, words)| {
            tree.button("button|type=button|class=link", words, words, Msg::Mended(*mend));
        });
        self.close().close();
    }
}
