//! The two environments as radio buttons that look like cards.

use super::tree::Tree;
use crate::form::view::{Choice, View, environment_name, label};
use crate::form::{Message, Toggle};
use crate::i18n::TextKey;
use crate::profile::{Field, Secret};

impl Tree<'_> {
    /// Environment, and My Domain once it is asked for.
    pub fn org(&mut self, view: &View<'_>) {
        let open = view.state.open.my_domain;
        self.open("fieldset|class=field|part=field|aria-describedby=environment-messages environment-hint");
        self.leaving(Field::Environment).label("legend|part=label", label(Field::Environment));
        self.open("div|class=choices").each(view.choices(), |tree, choice| tree.choice(choice, view.state.is_busy()));
        self.close().below(&view.field(Field::Environment));
        self.open("button|type=button|class=link").truth("aria-expanded", open);
        self.press(Message::Toggled(Toggle::MyDomain)).say(TextKey::MyDomainOpen).close().close();
        self.only(open, |tree| tree.field(view, Field::MyDomain));
    }

    fn choice(&mut self, choice: Choice, busy: bool) {
        let name = choice.environment.name();
        let hint = [name, "-hint"].concat();
        self.open(if choice.chosen { "div|class=choice chosen|part=choice" } else { "div|class=choice|part=choice" });
        self.open("input|type=radio|name=environment").set("id", name).set("value", name);
        self.set("aria-describedby", &hint).flag("disabled", busy).checked(choice.chosen);
        self.changes(Message::FieldEdited(Field::Environment, Secret::from(name))).close();
        self.open("label").set("for", name).say(environment_name(choice.environment)).close();
        self.open("p").set("id", &hint).text(&choice.hint).close().close();
    }
}
