//! The result, in place of the form.

use super::tree::Tree;
use crate::form::Message;
use crate::form::view::{DoneView, View};
use crate::i18n::TextKey;

impl Tree<'_> {
    /// What stands in StackOne now.
    pub fn done(&mut self, view: &View<'_>, done: &DoneView) {
        self.open("section|class=card done|part=done|aria-labelledby=done").open("h2|id=done|tabindex=-1");
        self.leaf("span|class=sign|aria-hidden=true", "✓ ").say(done.title).close();
        self.label("p|class=muted", done.body);
        self.facts(&done.facts);
        let another = if view.state.is_changing() { TextKey::ProfilesOpen } else { TextKey::DoneAnother };
        self.link(view);
        self.button("button|type=button|class=second", another, Message::RestartPressed).close();
    }
}
