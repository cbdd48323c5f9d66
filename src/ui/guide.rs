//! The guide around the form: the steps on one side, the task in the middle, what is known so far on the other.

use super::tree::Tree;
use crate::form::guide::{Extra, Step};
use crate::form::view::{TaskView, View};
use crate::form::{GuideMessage, Message, Storage};
use crate::i18n::{TextKey, digits};
use crate::profile::Field;

impl Tree<'_> {
    /// All three.
    pub fn guide(&mut self, view: &View<'_>) {
        self.open("div|class=guide");
        self.steps(view);
        self.open("div|class=middle");
        match view.done() {
            Some(done) => self.done(view, &done),
            None => self.step(view),
        }
        self.close();
        self.known(view);
        self.close();
    }

    fn steps(&mut self, view: &View<'_>) {
        let (guide, progress) = (&view.state.guide, view.progress());
        self.open(if guide.steps_open { "nav|class=steps open|part=steps" } else { "nav|class=steps|part=steps" });
        self.name("aria-label", TextKey::GuideSteps);
        self.open("button|type=button|class=second").truth("aria-expanded", guide.steps_open);
        self.press(Message::Guide(GuideMessage::StepsToggled)).text(&progress).close();
        self.open("progress|max=7").set("value", &digits(guide.step as u64 + 1));
        self.set("aria-label", &progress).close().open("ol").each(Step::ALL, |tree, step| {
            let done = view.is_step_done(step);
            tree.open(if done { "li|class=done" } else { "li" }).open("button|type=button|class=step");
            if step == guide.step {
                tree.set("aria-current", "step");
            }
            tree.press(Message::Guide(GuideMessage::StepPressed(step)));
            if done {
                tree.open("span|class=tick").leaf("span|aria-hidden=true", "✓");
                tree.label("span|class=unseen", TextKey::GuideDone).close();
            } else {
                tree.leaf("span|class=tick|aria-hidden=true", &digits(step as u64 + 1));
            }
            tree.label("span", step.words().0).close().close();
        });
        self.close().close();
    }

    fn step(&mut self, view: &View<'_>) {
        let guide = &view.state.guide;
        self.begin_form(view, "form|novalidate|aria-labelledby=step", "h2|id=step|tabindex=-1");
        self.maybe(view.remedy(), Self::meaning);
        self.open("div|class=card tasks|part=card");
        self.each(view.tasks(), |tree, task| tree.task(view, task)).close();
        self.end_form(view, |tree| {
            let (result, back) = (guide.result.is_some(), guide.step.back());
            tree.only(result, |tree| {
                tree.button(
                    "button|type=button|class=second",
                    TextKey::GuideResult,
                    Message::Guide(GuideMessage::ResultPressed),
                );
            });
            tree.maybe(back, |tree, back| {
                tree.button(
                    "button|type=button|class=second",
                    TextKey::GuideBack,
                    Message::Guide(GuideMessage::StepPressed(back)),
                );
            });
        });
    }

    fn task(&mut self, view: &View<'_>, shown: TaskView) {
        let task = shown.task;
        let name = task.title.name();
        self.open("section|class=task").set("aria-labelledby", name);
        if task.extra.is_ticked() {
            let label = self.fill(TextKey::GuideTodo, "task", self.words(task.title));
            self.open("input|type=checkbox").set("aria-label", &label).checked(shown.ticked);
            self.changes(Message::Guide(GuideMessage::TaskToggled(task.title))).close();
        } else {
            self.leaf("span|class=tick|aria-hidden=true", "");
        }
        self.open("div").open("h3").set("id", name).say(task.title).close().label("p|class=hint", task.body);
        self.maybe(shown.picture, |tree, (shapes, alt)| tree.picture(shapes, alt));
        self.extra(view, task.extra);
        self.maybe(shown.link, |tree, (address, words)| {
            tree.way_out(&address, words).close();
        });
        self.maybe(shown.copy, |tree, copy| tree.copy_box(&copy)).close().close();
    }

    fn extra(&mut self, view: &View<'_>, extra: Extra) {
        match extra {
            Extra::Words | Extra::Setup(_) | Extra::AppName | Extra::Callback | Extra::Security => {}
            Extra::Credentials => {
                self.label("p|class=hint", TextKey::CredentialsOld);
            }
            Extra::ScopeLabels => self.scope_labels(view),
            Extra::Pkce => self.pkce(view),
            Extra::Clock => self.clock(view),
            Extra::Org => self.org(view),
            Extra::Keys => {
                self.field(view, Field::ClientId);
                self.field(view, Field::ClientSecret);
            }
            Extra::Scopes => {
                self.field(view, Field::Scopes);
                self.label("p|class=hint", TextKey::EnvironmentInApp);
                self.scope_labels(view);
            }
            Extra::SignIn => self.sign_in(view),
            Extra::Saw => self.saw(view),
            Extra::Profile => {
                self.facts(&view.facts());
                self.for_stackone(view);
                self.choose(view);
            }
        }
    }

    fn scope_labels(&mut self, view: &View<'_>) {
        self.open("ul|class=labels").each(view.scope_labels(), |tree, label| {
            tree.leaf("li", &label);
        });
        self.close();
    }

    fn known(&mut self, view: &View<'_>) {
        let asks = view.state.guide.asks_to_clear;
        self.open("aside|class=facts|aria-labelledby=facts").open("div|class=card");
        self.label("h3|id=facts", TextKey::GuideFacts).facts(&view.facts());
        self.close();
        self.only(view.state.settings.storage != Storage::None, |tree| {
            tree.label("p|class=hint", TextKey::GuideSaved);
        });
        self.profiles_link();
        self.open("button|type=button|class=link");
        self.truth("aria-expanded", asks).press(Message::Guide(GuideMessage::ClearToggled));
        self.say(TextKey::GuideOver).close();
        self.only(asks, |tree| {
            tree.label("p|class=hint|role=status", TextKey::GuideOverSure);
            tree.button("button|type=button|class=second", TextKey::GuideOverYes, Message::ResetRequested);
        });
        self.close();
    }

    /// Names and values.
    pub fn facts(&mut self, facts: &[(TextKey, String)]) {
        self.open("dl").each(facts, |tree, (name, value)| {
            tree.open("div").label("dt", *name).leaf("dd", value).close();
        });
        self.close();
    }

    /// Begins a link that opens elsewhere, whose page learns nothing of this one.
    pub fn way_out(&mut self, address: &str, words: TextKey) -> &mut Self {
        self.open("a|class=way|target=_blank|rel=noopener noreferrer").set("href", address).say(words)
    }
}
