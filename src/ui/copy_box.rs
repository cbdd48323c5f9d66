//! A text in a box with a button that copies it.

use super::tree::Tree;
use crate::form::Message;
use crate::form::view::CopyView;
use crate::i18n::{TextKey, plain};

impl Tree<'_> {
    /// The box, and below it what came of copying.
    pub fn copy_box(&mut self, view: &CopyView) {
        let what = plain(self.words(view.what));
        let label = self.fill(TextKey::CopyOf, "what", &what);
        self.open("div|class=copy|part=copy");
        self.open("code|tabindex=0|role=textbox|aria-readonly=true|aria-multiline=true").set("id", view.copy.id());
        self.set("aria-label", &what).text(view.text.expose()).close();
        let button = if view.outcome == Some(true) { TextKey::Copied } else { TextKey::Copy };
        self.named_button("button|type=button|class=box", button, &label, Message::CopyPressed(view.copy)).close();
        match view.outcome {
            None => self.leaf("p|class=unseen|role=status", ""),
            Some(true) => self.label("p|class=unseen|role=status", TextKey::Copied),
            Some(false) => self.label("p|class=message warn|role=status", TextKey::CopyImpossible),
        };
    }
}
