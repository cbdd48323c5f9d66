//! Why the last click came to nothing, in words, with the ways on.

use super::tree::Tree;
use crate::form::view::{FailureView, RequestView, Way};
use crate::form::{Msg, Toggle};
use crate::stackone::ConnectorProfile;

impl Tree {
    /// The note. What it says is read out at once; the countdown is not, or it would be read out every second.
    pub fn failure(&mut self, view: &FailureView<'_>) {
        self.open("section|id=failure|class=note bad|part=failure|tabindex=-1|aria-labelledby=failure-title");
        self.open("div|role=alert").open("h3|id=failure-title");
        self.leaf("span|class=sign|aria-hidden=true", "✕ ").text(view.title).close();
        self.each(&view.body, |tree, words| {
            tree.open("p").rich(words).close();
        });
        self.each(&view.quote, |tree, words| {
            tree.leaf("blockquote|tabindex=0", words);
        })
        .close();
        self.maybe(view.countdown.as_ref(), |tree, words| {
            tree.leaf("p|role=timer", words);
        });
        self.maybe(view.profiles.first(), |tree, _| {
            tree.open("ul|class=profiles")
                .each(&view.profiles, |tree, (profile, way)| tree.profile(profile, way))
                .close();
        });
        self.maybe(view.ways.first(), |tree, _| {
            tree.open("div|class=ways").each(&view.ways, Self::way).close();
        });
        self.maybe(view.request.as_ref(), Self::request).close();
    }

    fn profile(&mut self, profile: &ConnectorProfile, way: &Way<'_>) {
        self.open("li").open("span").leaf("b", &profile.name);
        self.text(&[" · ", &profile.environment, " · ", &profile.created_at].concat());
        self.open("br").close().leaf("code", &profile.id).close();
        self.way(way);
        self.close();
    }

    fn way(&mut self, way: &Way<'_>) {
        self.button("button|type=button|class=second", way.words, way.words, way.msg.clone());
    }

    fn request(&mut self, view: &RequestView<'_>) {
        self.open("div|class=request|part=request").leaf("h4", view.title);
        self.each(&view.boxes, |tree, (label, shown)| tree.leaf("p|class=label", label).copy_box(shown));
        self.open("div|class=switch").open("input|type=checkbox|id=request-secrets").checked(view.secrets);
        self.on("change", |send, _| send.emit(Msg::Toggled(Toggle::RequestSecrets))).close();
        self.leaf("label|for=request-secrets", view.switch).close();
        self.maybe(view.secrets.then_some(&()), |tree, ()| {
            tree.open("p|class=message warn").leaf("span|class=sign|aria-hidden=true", "!");
            tree.leaf("span", view.warning).close();
        });
        self.close();
    }
}
