//! The form from its heading to its buttons.

use super::tree::Tree;
use crate::form::view::{Summary, UrlView, View};
use crate::form::{Msg, Toggle};

impl Tree {
    /// The whole form.
    pub fn form(&mut self, view: &View<'_>) {
        let labels = &view.labels;
        self.open("form|novalidate|aria-labelledby=title").truth("aria-busy", view.busy);
        self.on("submit", |send, event| {
            event.prevent_default();
            send.emit(Msg::Submitted);
        });
        self.open("div|class=heading|part=heading").leaf("h2|id=title", &view.title);
        self.open("p|class=muted").rich(view.intro).close().close();
        self.maybe(view.summary.as_ref(), Self::summary);

        self.open("section|class=card|part=card|aria-labelledby=from-salesforce");
        self.leaf("h3|id=from-salesforce", labels.from_salesforce);
        self.field(&view.client_id, |_| {});
        self.field(&view.client_secret, |_| {});
        self.field(&view.scopes, |tree| {
            tree.open("ul|class=pills").set("aria-label", labels.tokens);
            tree.each(&view.tokens, |tree, token| {
                tree.leaf(if token.known { "li|class=pill" } else { "li|class=pill warn" }, &token.words);
            });
            tree.close();
        });
        self.environment(&view.environment, &view.choices, |tree| {
            tree.open("button|type=button|class=link").truth("aria-expanded", view.my_domain.is_some());
            tree.press(Msg::Toggled(Toggle::MyDomain)).text(labels.open_domain).close();
        });
        self.maybe(view.my_domain.as_ref(), |tree, shown| tree.field(shown, |_| {}));
        self.url(&view.url);
        self.close();

        self.open("section|class=card|part=card|aria-labelledby=in-stackone");
        self.leaf("h3|id=in-stackone", labels.in_stackone);
        self.field(&view.name, |_| {});
        self.maybe(view.api_key.as_ref(), |tree, shown| {
            tree.field(shown, |tree| {
                tree.maybe(view.can_forget.then_some(&labels.forget), |tree, words| {
                    tree.button("button|type=button|class=link", words, words, Msg::KeyForgotten);
                });
            });
        });
        self.close();

        self.maybe(view.failure.as_ref(), Self::failure);
        self.open("div|class=foot");
        self.maybe(view.can_cancel.then_some(&labels.cancel), |tree, words| {
            tree.button("button|type=button|class=second", words, words, Msg::Restarted);
        });
        self.open("button|type=submit|class=first|part=submit").truth("aria-disabled", view.busy).keep_focus();
        self.text(view.button).close();
        self.leaf("p|class=unseen|role=status", if view.busy { view.button } else { "" }).close().close();
    }

    fn summary(&mut self, summary: &Summary<'_>) {
        self.open("section|class=note bad|part=summary|role=alert").open("p");
        self.leaf("span|class=sign|aria-hidden=true", "✕ ").leaf("b", &summary.title).close();
        self.open("ul|class=links").each(&summary.links, |tree, (field, label)| {
            tree.open("li").open("a").set("href", &["#", field.name()].concat()).press(Msg::Followed(*field));
            tree.text(label).close().close();
        });
        self.close().close();
    }

    fn url(&mut self, view: &UrlView<'_>) {
        self.open("div|class=field|part=field")
            .open("div|class=label-line")
            .leaf("span|class=label|part=label", view.label)
            .close();
        match &view.content {
            Ok(shown) => self.copy_box(shown),
            Err(words) => {
                self.leaf("p|class=copy empty", words);
            }
        }
        self.leaf("p|class=hint|part=hint", view.hint).close();
    }
}
