//! A text in a box with a button that copies it.

use super::tree::Tree;
use crate::form::Msg;
use crate::form::view::CopyView;

impl Tree {
    /// The box, and below it what came of copying.
    pub fn copy_box(&mut self, view: &CopyView<'_>) {
        let (worked, said) = view.outcome.unwrap_or((true, ""));
        self.open("div|class=copy|part=copy");
        self.open("code|tabindex=0|role=textbox|aria-readonly=true|aria-multiline=true").set("id", view.copy.id());
        self.set("aria-label", &view.what).text(view.text.expose()).close();
        self.button("button|type=button|class=box", view.button, &view.label, Msg::CopyPressed(view.copy)).close();
        self.leaf(if worked { "p|class=unseen|role=status" } else { "p|class=message warn|role=status" }, said);
    }
}
