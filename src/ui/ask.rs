//! The questions of the guide – PKCE, the clock, what Salesforce showed – and what follows from the answers.

use super::tree::Tree;
use crate::form::guide::{Pkce, Saw};
use crate::form::view::{Meaning, View};
use crate::form::{Copy, GuideMessage, Message};
use crate::i18n::TextKey;
use crate::profile::Secret;

impl Tree<'_> {
    /// Whether PKCE can be switched off.
    pub fn pkce(&mut self, view: &View<'_>) {
        self.open("fieldset|class=choices|aria-labelledby=guide.oauth-settings.pkce").each(
            Pkce::ALL,
            |tree, answer| {
                let given = view.state.guide.pkce == Some(answer);
                tree.answer("input|type=radio|name=pkce", answer.words().0, given, GuideMessage::PkceAnswered(answer));
            },
        );
        self.close().said(view.pkce_means());
    }

    /// The time since the app was made.
    pub fn clock(&mut self, view: &View<'_>) {
        self.button("button|type=button|class=second", TextKey::ClockStart, Message::Guide(GuideMessage::AppCreated));
        self.leaf("p|class=hint|role=timer", &view.clock().unwrap_or_default());
    }

    /// The authorization URL, each part of it, and the link that opens it.
    pub fn sign_in(&mut self, view: &View<'_>) {
        self.maybe(view.copy(Copy::Url), |tree, shown| {
            tree.way_out(shown.text.expose(), TextKey::CheckOpenLink)
                .follows(Message::Guide(GuideMessage::SignInOpened))
                .close();
        });
        self.url(view);
        let parts = [
            ("https://…", TextKey::ParameterHost),
            ("response_type", TextKey::ParameterType),
            ("client_id", TextKey::ParameterId),
            ("redirect_uri", TextKey::ParameterCallback),
            ("scope", TextKey::ParameterScope),
        ];
        self.open("details").label("summary", TextKey::CheckParameters).open("dl").each(parts, |tree, (name, key)| {
            tree.open("div").leaf("dt", name).label("dd", key).close();
        });
        self.close().close();
    }

    /// What Salesforce showed.
    pub fn saw(&mut self, view: &View<'_>) {
        let saw = view.state.guide.saw;
        self.open("fieldset|class=choices|aria-labelledby=guide.check.saw").each(Saw::ALL, |tree, answer| {
            tree.answer(
                "input|type=radio|name=saw",
                answer.words(),
                saw == Some(answer),
                GuideMessage::SawAnswered(answer),
            );
        });
        self.close().said(view.accepted());
        self.only(saw == Some(Saw::Error), |tree| tree.error(view));
    }

    fn answer(&mut self, markup: &'static str, words: TextKey, given: bool, msg: GuideMessage) {
        self.open(if given { "label|class=choice chosen" } else { "label|class=choice" });
        self.open(markup).checked(given).changes(Message::Guide(msg)).close();
        self.label("span", words).close();
    }

    fn said(&mut self, words: Option<(TextKey, bool)>) {
        self.open("div|role=status").maybe(words, |tree, (words, fine)| {
            let (markup, sign) = if fine { ("p|class=note plain", "✓ ") } else { ("p|class=note warn", "! ") };
            tree.open(markup).open("span").leaf("b|class=sign|aria-hidden=true", sign).say(words).close().close();
        });
        self.close();
    }

    fn error(&mut self, view: &View<'_>) {
        self.open("div|class=field").open("div|class=label-line");
        self.label("label|for=pasted", TextKey::PasteLabel).close().open("div|class=input");
        self.open("textarea|id=pasted|name=pasted|rows=3|class=control code|autocomplete=off|spellcheck=false|aria-describedby=pasted-hint");
        self.value(view.state.guide.pasted.expose());
        self.text_input(|text| Message::Guide(GuideMessage::ErrorPasted(Secret::new(text))))
            .close()
            .close()
            .label("p|class=hint|id=pasted-hint", TextKey::PasteHint)
            .close();
        self.open("div|role=status").maybe(view.meaning(), Self::meaning).close();
    }

    /// What an error means and what to do.
    pub fn meaning(&mut self, meaning: Meaning) {
        self.open("section|class=note warn|part=explanation|aria-labelledby=meaning");
        self.leaf("h4|id=meaning", &meaning.title).told("p", &meaning.cause);
        self.maybe(meaning.quote, |tree, quote| {
            tree.leaf("blockquote|tabindex=0", &quote);
        });
        self.maybe(meaning.wait, |tree, wait| {
            tree.leaf("p", &wait);
        });
        self.only(!meaning.fixes.is_empty(), |tree| {
            tree.label("p|class=label", TextKey::ExplainFix).open("ol|class=fixes").each(meaning.fixes, |tree, fix| {
                tree.told("li", fix);
            });
            tree.close();
        });
        self.maybe(meaning.go, |tree, step| {
            let words = tree.fill(TextKey::ExplainGo, "step", tree.words(step.words().0));
            tree.open("button|type=button|class=first|part=button")
                .press(Message::Guide(GuideMessage::RemedyPressed(step)));
            tree.text(&words).close();
        });
        self.close();
    }
}
