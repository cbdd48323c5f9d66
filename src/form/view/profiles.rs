//! The profiles that exist as there is to see, and what a change of one of them comes to.

use super::{View, environment_name, label};
use crate::i18n::{TextKey, digits};
use crate::profile::Field;
use crate::salesforce::key::holds;
use crate::salesforce::{Environment, ScopeList};
use crate::stackone::ConnectorProfile;

/// The two switches of a profile that is changed.
pub const SWITCHES: [TextKey; 2] = [TextKey::EditDefault, TextKey::EditEnabled];

impl View<'_> {
    /// The profiles whose names hold what is searched for.
    pub fn profiles(&self) -> Vec<&ConnectorProfile> {
        let search = self.state.profiles.search.trim().to_ascii_lowercase();
        let mut found = Vec::new();
        for profile in &self.state.known {
            if search.is_empty() || holds(&profile.name.to_ascii_lowercase(), &search) {
                found.push(profile);
            }
        }
        found
    }

    /// What stands below the name of a profile.
    pub fn profile_facts(&self, profile: &ConnectorProfile) -> String {
        let created_at = super::done::readable_time(&profile.created_at);
        let words = self.words();
        let pinned = match profile.pin.is_empty() {
            true => String::new(),
            false => words.fill(TextKey::ProfilePinned, &[("version", &profile.pin)]),
        };
        let mut facts = String::new();
        for fact in [
            profile.environment.as_str(),
            if profile.default { words.get(TextKey::ProfileDefault) } else { "" },
            if profile.active { "" } else { words.get(TextKey::ProfileDisabled) },
            &profile.version,
            &pinned,
            &created_at,
        ] {
            if !fact.is_empty() && !facts.is_empty() {
                facts.push_str(" · ");
            }
            facts.push_str(fact);
        }
        facts
    }

    /// What follows from a switch.
    pub fn switch_note(&self, which: usize) -> Option<String> {
        let editing = self.state.editing.as_ref()?;
        match (which, self.state.profiles.switches) {
            (0, [true, _]) if !editing.default => {
                let now = self.state.known.iter().find(|known| known.default && known.id != editing.id)?;
                Some(self.words().fill(TextKey::EditDefaultNote, &[("name", &now.name)]))
            }
            (1, [_, false]) if editing.active => Some(self.words().get(TextKey::EditEnabledNote).to_owned()),
            _ => None,
        }
    }

    /// The version that is in use, and the pin.
    pub fn versions(&self) -> Vec<(TextKey, String)> {
        let mut versions = Vec::new();
        if let Some(editing) = &self.state.editing {
            for (key, version) in [(TextKey::PinUsed, &*editing.version), (TextKey::PinTo, &editing.pin)] {
                versions.push((key, if version.is_empty() { "–" } else { version }.to_owned()));
            }
        }
        versions
    }

    /// What will change, each with its name.
    pub fn changes(&self) -> Vec<(TextKey, String)> {
        let Some(before) = &self.state.editing else { return Vec::new() };
        let (words, tidy) = (self.words(), &self.report.tidy);
        let mut changes = Vec::new();
        let mut change = |key: TextKey, before: &str, after: &str| {
            if !after.is_empty() && before != after {
                changes.push((key, words.fill(TextKey::Change, &[("before", before), ("after", after)])));
            }
        };
        let name = |environment: &str| match Environment::from_name(environment) {
            Some(environment) => words.get(environment_name(environment)),
            None => "",
        };
        let yes = |on: bool| words.get(if on { TextKey::On } else { TextKey::Off });
        let [default, enabled] = self.state.profiles.switches;
        change(label(Field::Name), &before.name, &tidy.name);
        change(label(Field::Environment), name(&before.environment), name(&tidy.environment));
        change(TextKey::EditDefault, yes(before.default), yes(default));
        change(TextKey::EditEnabled, yes(before.active), yes(enabled));
        if self.state.profiles.widened {
            changes.push((label(Field::Actions), words.get(TextKey::ActionsAll).to_owned()));
        }
        if let Some(chosen) = &tidy.actions {
            let count = words.fill(TextKey::ActionsChosen, &[("count", &digits(chosen.len() as u64))]);
            changes.push((label(Field::Actions), count));
        }
        for (field, text) in [
            (Field::ClientId, tidy.client_id.as_str()),
            (Field::ClientSecret, self.state.draft.client_secret.expose()),
            (Field::Scopes, &ScopeList::joined(&tidy.scopes.names)),
        ] {
            if !text.trim().is_empty() {
                let shown = if field == Field::Scopes { text } else { words.get(TextKey::ChangesNew) };
                changes.push((label(field), shown.to_owned()));
            }
        }
        changes
    }
}
