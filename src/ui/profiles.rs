//! The profiles that exist, and what the form shows more while one of them is changed.

use super::tree::Tree;
use crate::form::view::{SWITCHES, View};
use crate::form::{Message, ProfilesMessage};
use crate::i18n::{TextKey, digits};
use crate::profile::Field;
use crate::stackone::ConnectorProfile;

impl Tree<'_> {
    /// The list, with what it takes to read it.
    pub fn profiles(&mut self, view: &View<'_>) {
        let (profiles, found) = (&view.state.profiles, view.profiles());
        let reading = profiles.reading.is_some();
        self.open("section|class=card|part=card|aria-labelledby=step")
            .label("h2|id=step|tabindex=-1", TextKey::Profiles);
        self.open("form|novalidate")
            .truth("aria-busy", reading)
            .submits(Message::Profiles(ProfilesMessage::ReadPressed));
        self.only(view.asks_for_key(), |tree| tree.field(view, Field::ApiKey));
        self.open("button|type=submit|class=first").truth("aria-disabled", reading).keep_focus();
        self.say(if reading { TextKey::ProfilesReading } else { TextKey::ProfilesRead }).close().close();
        self.alert(profiles.failed.as_ref());
        self.only(profiles.failed.is_some(), |tree| tree.support(view));
        self.only(reading && !profiles.read, Self::ghosts);
        self.only(profiles.read && view.state.known.is_empty(), |tree| {
            tree.label("p|role=status", TextKey::ProfilesNone);
        });
        self.only(profiles.read && !view.state.known.is_empty(), |tree| {
            tree.open("div|class=field").label("label|for=search", TextKey::ProfilesSearch).open("div|class=input");
            tree.open("input|type=search|id=search|class=control|autocomplete=off").value(&profiles.search);
            tree.text_input(|text| Message::Profiles(ProfilesMessage::SearchEdited(text)));
            let count = [("count", &*digits(found.len() as u64)), ("all", &*digits(view.state.known.len() as u64))];
            let count = view.words().fill(TextKey::ProfilesCount, &count);
            tree.close().close().leaf("p|class=hint|role=status", &count).close();
            tree.open("ul|class=profiles").each(found, |tree, profile| tree.existing(view, profile)).close();
        });
        self.button(
            "button|type=button|class=second",
            TextKey::ProfilesNew,
            Message::Profiles(ProfilesMessage::Toggled),
        )
        .close();
    }

    /// What stands for rows that are on their way.
    pub fn ghosts(&mut self) {
        self.open("div|class=ghosts|aria-hidden=true").each(0..3, |tree, _| {
            tree.leaf("p", "");
        });
        self.close();
    }

    fn existing(&mut self, view: &View<'_>, profile: &ConnectorProfile) {
        self.open("li").open("span").leaf("b", &profile.name).open("br").close().text(&view.profile_facts(profile));
        self.open("br").close().leaf("code", &profile.id).close().open("span|class=ways");
        for (words, msg) in [
            (TextKey::ProfilesChange, ProfilesMessage::EditPressed(profile.clone())),
            (TextKey::ProfilesDuplicate, ProfilesMessage::DuplicatePressed(profile.clone())),
            (TextKey::LinkTitle, ProfilesMessage::LinkPressed(profile.clone())),
        ] {
            let name = [view.words().get(words), ": ", &profile.name].concat();
            self.named_button("button|type=button|class=second", words, &name, Message::Profiles(msg));
        }
        self.close().close();
    }

    /// The version of the connector, apart from the changes: what is done here is sent at once.
    pub fn pin(&mut self, view: &View<'_>) {
        let (pinning, busy) = (&view.state.pinning, view.state.is_busy());
        let asked = pinning.asked.is_some();
        self.open("form|class=card|part=card|novalidate|aria-labelledby=pins").truth("aria-busy", busy || asked);
        self.label("h3|id=pins", TextKey::PinTitle).open("div|role=status").facts(&view.versions());
        self.close().open("div|class=field");
        self.line(view, "pin", TextKey::PinTo, &pinning.typed, |text| {
            Message::Profiles(ProfilesMessage::PinEdited(text))
        });
        self.label("p|class=hint|id=pin-hint", TextKey::PinHint);
        let versions =
            if asked { view.words().get(TextKey::ProfilesReading).to_owned() } else { pinning.versions.join(", ") };
        self.leaf("p|class=hint|role=status", &versions);
        self.alert(view.state.profiles.failed.as_ref());
        self.close().open("div|class=ways");
        for (markup, words, msg) in [
            // The first one is also what Enter presses.
            ("button|type=submit|class=second|part=button", TextKey::PinSet, ProfilesMessage::PinPressed { on: true }),
            ("button|type=button|class=second|part=button", TextKey::PinOff, ProfilesMessage::PinPressed { on: false }),
            ("button|type=button|class=second|part=button", TextKey::PinVersions, ProfilesMessage::VersionsPressed),
        ] {
            self.open(markup).truth("aria-disabled", busy).press(Message::Profiles(msg)).say(words).close();
        }
        self.close().close();
    }

    /// The way to the list.
    pub fn profiles_link(&mut self) {
        self.button(
            "button|type=button|class=link",
            TextKey::ProfilesOpen,
            Message::Profiles(ProfilesMessage::Toggled),
        );
    }

    /// The way to the fields for key and secret.
    pub fn kept_keys(&mut self) {
        self.label("p", TextKey::EditKeys);
        self.button(
            "button|type=button|class=second",
            TextKey::EditReplace,
            Message::Profiles(ProfilesMessage::ReplaceKeysPressed),
        );
    }

    /// The switches of a profile, and what will change.
    pub fn change(&mut self, view: &View<'_>) {
        for (which, words) in SWITCHES.into_iter().enumerate() {
            let on = view.state.profiles.switches.get(which) == Some(&true);
            self.switch(words, on, view.state.is_busy(), Message::Profiles(ProfilesMessage::FlagToggled(which)));
            self.open("div|role=status").maybe(view.switch_note(which), |tree, note| tree.remark(false, &note)).close();
        }
        let changes = view.changes();
        self.open("div|role=status").label("h3|id=changes|tabindex=-1", TextKey::Changes);
        self.only(changes.is_empty(), |tree| {
            tree.label("p", TextKey::ChangesNone);
        });
        self.facts(&changes);
        self.close();
    }
}
