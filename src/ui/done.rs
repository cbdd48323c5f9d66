//! The result, in place of the form.

use super::tree::Tree;
use crate::form::Msg;
use crate::form::view::DoneView;

impl Tree {
    /// What stands in StackOne now.
    pub fn done(&mut self, view: &DoneView<'_>) {
        self.open("section|class=card done|part=done|aria-labelledby=done").open("h2|id=done|tabindex=-1");
        self.leaf("span|class=sign|aria-hidden=true", "✓ ").text(view.title).close();
        self.leaf("p|class=muted", view.body).open("dl");
        self.each(&view.facts, |tree, (name, value)| {
            tree.open("div").leaf("dt", name).leaf("dd", value).close();
        });
        self.close().button("button|type=button|class=first", view.another, view.another, Msg::Restarted).close();
    }
}
