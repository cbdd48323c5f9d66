//! The form from its heading to its buttons, all in one; and the parts of it that the guide shows step by step.

use super::tree::Tree;
use crate::form::view::{View, label};
use crate::form::{Copy, Message};
use crate::i18n::TextKey;
use crate::profile::Field;

impl Tree<'_> {
    /// The whole form.
    pub fn form(&mut self, view: &View<'_>) {
        self.begin_form(view, "form|novalidate|aria-labelledby=title", "h2|id=title");

        self.open("section|class=card|part=card|aria-labelledby=from-salesforce");
        self.label("h3|id=from-salesforce", TextKey::FromSalesforce);
        self.only(view.state.keeps_keys(), Self::kept_keys);
        self.only(!view.state.keeps_keys(), |tree| {
            tree.field(view, Field::ClientId);
            tree.field(view, Field::ClientSecret);
        });
        self.field(view, Field::Scopes);
        self.org(view);
        self.only(!view.state.is_changing(), |tree| {
            tree.open("div|class=field|part=field").open("div|class=label-line");
            tree.label("span|class=label|part=label", TextKey::UrlLabel).close();
            tree.url(view);
            tree.label("p|class=hint|part=hint", TextKey::UrlHint).close();
        });
        self.close();

        self.open("section|class=card|part=card|aria-labelledby=in-stackone");
        self.label("h3|id=in-stackone", TextKey::InStackOne);
        self.for_stackone(view);
        self.choose(view);
        self.only(view.state.is_changing(), |tree| tree.change(view));
        self.close();

        self.end_form(view, |tree| {
            tree.only(view.state.editing.is_some(), |tree| {
                tree.button("button|type=button|class=second", TextKey::Cancel, Message::RestartPressed);
            });
        });
        self.only(view.state.is_changing(), |tree| tree.pin(view));
        self.only(view.state.editing.is_none(), Self::profiles_link);
    }

    /// Begins a form whose main button, or Enter, submits it, with its heading and the errors in one place.
    pub fn begin_form(&mut self, view: &View<'_>, markup: &'static str, heading: &'static str) {
        self.open(markup).truth("aria-busy", view.state.is_busy()).submits(Message::SubmitPressed);
        self.open("div|class=heading|part=heading").leaf(heading, &view.title());
        self.label("p|class=muted", view.intro()).close();
        self.maybe(view.summary(), |tree, summary| {
            tree.open("section|class=note bad|part=summary|role=alert").open("p");
            tree.leaf("span|class=sign|aria-hidden=true", "✕ ").leaf("b", &summary.title).close();
            tree.open("ul|class=links").each(summary.fields, |tree, field| {
                tree.open("li")
                    .open("a")
                    .set("href", &["#", field.name()].concat())
                    .press(Message::FieldLinkPressed(field));
                tree.say(label(field)).close().close();
            });
            tree.close().close();
        });
    }

    /// Ends it, with the buttons beside the main one, and its words for those who do not see it change.
    pub fn end_form(&mut self, view: &View<'_>, buttons: impl FnOnce(&mut Self)) {
        let (busy, words) = (view.state.is_busy(), view.button());
        self.maybe(view.failure(), |tree, failure| tree.failure(view, failure));
        self.open("div|class=foot");
        buttons(self);
        self.open("button|type=submit|class=first|part=submit").truth("aria-disabled", busy).keep_focus();
        self.text(&words).close();
        self.leaf("p|class=unseen|role=status", if busy { &words } else { "" }).close().close();
    }

    /// Name, and the API key where a person types it.
    pub fn for_stackone(&mut self, view: &View<'_>) {
        self.field(view, Field::Name);
        self.only(view.asks_for_key(), |tree| tree.field(view, Field::ApiKey));
    }

    /// The authorization URL, or what stands in its place.
    pub fn url(&mut self, view: &View<'_>) {
        let url = view.copy(Copy::Url);
        self.only(url.is_none(), |tree| {
            tree.label("p|class=copy empty", TextKey::UrlEmpty);
        });
        self.maybe(url, |tree, shown| tree.copy_box(&shown));
    }
}
