//! The link with which an account is linked, below the result.

use super::tree::Tree;
use crate::form::view::View;
use crate::form::{Copy, GuideMessage, LinkMessage, Message};
use crate::i18n::TextKey;

impl Tree<'_> {
    /// Two fields for the owner, one for the label, the button, and the link.
    pub fn link(&mut self, view: &View<'_>) {
        let (linking, busy) = (&view.state.linking, view.is_linking());
        self.open("section|class=link-account|part=link|aria-labelledby=link").label("h3|id=link", TextKey::LinkTitle);
        self.label("p|class=hint", TextKey::LinkBody);
        self.line(view, "owner-id", TextKey::LinkOwnerId, &linking.owner_id, |text| {
            Message::Link(LinkMessage::OwnerIdEdited(text))
        });
        self.label("p|class=hint|id=owner-id-hint", TextKey::LinkOwnerHint);
        self.line(view, "owner-name", TextKey::LinkOwnerName, &linking.owner_name, |text| {
            Message::Link(LinkMessage::OwnerNameEdited(text))
        });
        self.line(view, "link-label", TextKey::LinkLabel, &linking.label, |text| {
            Message::Link(LinkMessage::LabelEdited(text))
        });
        self.open("div|aria-live=polite").maybe(view.link_message(), |tree, message| {
            tree.remark(true, &message);
        });
        self.close().only(view.link_failed(), |tree| tree.support(view));
        self.open("button|type=button|class=first").truth("aria-disabled", busy);
        self.press(Message::Link(LinkMessage::Pressed))
            .say(if busy { TextKey::LinkMaking } else { TextKey::LinkMake })
            .close();
        self.open("div|role=status").maybe(view.copy(Copy::Link), |tree, link| {
            tree.copy_box(&link);
            tree.leaf("p|class=hint|role=timer", &view.link_works())
                .way_out(link.text.expose(), TextKey::LinkOpen)
                .close();
        });
        self.close();
        self.only(view.state.guided(), |tree| {
            tree.button(
                "button|type=button|class=link",
                TextKey::LinkTrouble,
                Message::Guide(GuideMessage::TroubleshootPressed),
            );
        });
        self.close();
    }

    /// A line of text with its label. A hint of the same name may stand below it.
    pub fn line(&mut self, view: &View<'_>, id: &'static str, label: TextKey, text: &str, msg: fn(String) -> Message) {
        self.open("label").set("for", id).say(label).close().open("div|class=input");
        self.open("input|type=text|class=control|autocomplete=off").set("id", id).value(text);
        self.flag("readonly", view.state.is_busy()).set("aria-describedby", &[id, "-hint"].concat());
        self.text_input(msg).close().close();
    }
}
