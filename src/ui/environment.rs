//! The two environments as radio buttons that look like cards.

use super::tree::Tree;
use crate::form::Msg;
use crate::form::view::{Choice, FieldView};
use crate::profile::{Field, Secret};

impl Tree {
    /// The field with its two choices; `after` draws what stands below them.
    pub fn environment(&mut self, view: &FieldView<'_>, choices: &[Choice<'_>], after: impl FnOnce(&mut Self)) {
        self.open("fieldset|class=field|part=field|aria-describedby=environment-messages environment-hint");
        self.leaving(Field::Environment).leaf("legend|part=label", view.label);
        self.open("div|class=choices").each(choices, |tree, choice| tree.choice(choice, view.busy)).close();
        self.below(view);
        after(self);
        self.close();
    }

    fn choice(&mut self, choice: &Choice<'_>, busy: bool) {
        let name = choice.environment.name();
        let hint = [name, "-hint"].concat();
        self.open(if choice.chosen { "div|class=choice chosen|part=choice" } else { "div|class=choice|part=choice" });
        self.open("input|type=radio|name=environment").set("id", name).set("value", name);
        self.set("aria-describedby", &hint).flag("disabled", busy).checked(choice.chosen);
        self.on("change", move |send, _| send.emit(Msg::Typed(Field::Environment, Secret::from(name)))).close();
        self.open("label").set("for", name).text(choice.label).close();
        self.open("p").set("id", &hint).text(&choice.hint).close().close();
    }
}
