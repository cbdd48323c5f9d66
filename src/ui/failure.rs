//! Why the last click came to nothing, in words, with the ways on.

use super::tree::Tree;
use crate::form::view::{FailureView, View, Way};
use crate::form::{Copy, Message, Toggle};
use crate::i18n::TextKey;

impl Tree<'_> {
    /// The note. What it says is read out at once; the countdown is not, or it would be read out every second.
    pub fn failure(&mut self, view: &View<'_>, failure: FailureView) {
        self.open("section|id=failure|class=note bad|part=failure|tabindex=-1|aria-labelledby=failure-title");
        self.open("div|role=alert").open("h3|id=failure-title");
        self.leaf("span|class=sign|aria-hidden=true", "✕ ").say(failure.title).close();
        self.each(failure.body, |tree, words| {
            tree.told("p", &words);
        });
        self.each(failure.quote, |tree, words| {
            tree.leaf("blockquote|tabindex=0", &words);
        });
        self.close().maybe(failure.countdown, |tree, words| {
            tree.leaf("p|role=timer", &words);
        });
        self.only(!failure.profiles.is_empty(), |tree| {
            tree.open("ul|class=profiles").each(failure.profiles, |tree, (profile, way)| {
                tree.open("li").open("span").leaf("b", &profile.name);
                tree.text(" · ").text(&view.profile_facts(&profile));
                tree.open("br").close().leaf("code", &profile.id).close();
                tree.way(way);
                tree.close();
            });
            tree.close();
        });
        self.only(!failure.ways.is_empty(), |tree| {
            tree.open("div|class=ways").each(failure.ways, Self::way).close();
        });
        self.only(failure.request, |tree| tree.request(view));
        self.support(view);
        self.close();
    }

    /// What StackOne's support needs.
    pub fn support(&mut self, view: &View<'_>) {
        self.open("details").label("summary", TextKey::Bundle);
        self.maybe(view.copy(Copy::Bundle), |tree, shown| tree.copy_box(&shown)).close();
    }

    fn way(&mut self, way: Way) {
        self.button("button|type=button|class=second", way.words, way.msg);
    }

    fn request(&mut self, view: &View<'_>) {
        let secrets = view.state.open.request_secrets;
        self.open("div|class=request|part=request").label("h4", TextKey::RequestTitle);
        for copy in [Copy::Curl, Copy::Json] {
            self.maybe(view.copy(copy), |tree, shown| tree.label("p|class=label", shown.what).copy_box(&shown));
        }
        self.switch(TextKey::RequestSecrets, secrets, false, Message::Toggled(Toggle::RequestSecrets));
        self.only(secrets, |tree| tree.remark(false, tree.words(TextKey::RequestWarning)));
        self.close();
    }
}
