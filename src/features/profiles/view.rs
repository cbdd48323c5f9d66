//! The profiles that exist as there is to see, and what a change of one of them comes to.

use std::rc::Rc;

use crate::app::view::{View, environment_name};
use crate::app::{Edit, ListReason};
use crate::features::form::view_field::{FieldView, label};
use crate::features::link_account::view::{brief_failure, unread_after_pin};
use crate::features::profiles::ProfilesFailure;
use crate::features::submit::view_failure::failure_in_words;
use crate::features::submit::view_request::CopyView;
use crate::i18n::{TextKey, Words};
use crate::profile::Field;
use crate::salesforce::{Environment, ScopeList};
use crate::stackone::{ActionsChange, ConnectorProfile, Flag};

/// The list as there is to see.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileListView {
    /// Whether it is being read.
    pub reading: bool,
    /// The field for the API key, where a person types it.
    pub api_key: Option<Rc<FieldView>>,
    /// Why it could not be read.
    pub failed: Option<String>,
    /// What StackOne's support needs then.
    pub bundle: Option<Rc<CopyView>>,
    /// Whether rows are on their way and none is there.
    pub awaits_rows: bool,
    /// Whether there are no profiles.
    pub is_empty: bool,
    /// The rows, once there are any.
    pub rows: Option<ProfileRows>,
}

/// The rows of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRows {
    /// What is searched for.
    pub search: String,
    /// How many fit it.
    pub count: String,
    /// Those that do.
    pub found: Vec<ConnectorProfile>,
}

/// What a change of a profile shows beside the fields.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// What is on or off.
    pub flags: [FlagView; 2],
    /// Whether they cannot be switched now.
    pub disabled: bool,
    /// What will change.
    pub changes: Rc<[(TextKey, String)]>,
}

/// Something that is on or off.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagView {
    /// Which.
    pub flag: Flag,
    /// Its words.
    pub label: TextKey,
    /// Whether it is on.
    pub on: bool,
    /// What follows from it.
    pub note: Option<String>,
}

/// The version of the connector.
#[derive(Clone, Debug, PartialEq)]
pub struct PinView {
    /// Whether its buttons come to nothing now.
    pub disabled: bool,
    /// Whether an answer about versions is awaited.
    pub busy: bool,
    /// The version that is in use, and the pin.
    pub versions: Rc<[(TextKey, String)]>,
    /// The pin as typed.
    pub typed: String,
    /// Versions that StackOne lists, or that they are being read.
    pub offered: String,
    /// Why that came to nothing.
    pub failed: Option<String>,
}

/// The words of a flag.
pub fn flag_label(flag: Flag) -> TextKey {
    match flag {
        Flag::Default => TextKey::EditDefault,
        Flag::Enabled => TextKey::EditEnabled,
    }
}

/// What stands below the name of a profile.
pub fn profile_facts(words: &Words, profile: &ConnectorProfile) -> String {
    let created_at = crate::features::submit::view::readable_time(&profile.created_at);
    let pinned = match profile.pin.is_empty() {
        true => String::new(),
        false => words.fill(TextKey::ProfilePinned, &[("version", &profile.pin)]),
    };
    let facts = [
        profile.environment.as_str(),
        if profile.default { words.get(TextKey::ProfileDefault) } else { "" },
        if profile.active { "" } else { words.get(TextKey::ProfileDisabled) },
        &profile.version,
        &pinned,
        &created_at,
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl View<'_> {
    /// The list, with what it takes to read it.
    pub fn profile_list(&self) -> ProfileListView {
        let (profiles, known) = (&self.state.profiles, &self.state.known);
        let (reading, is_empty) = (self.state.reads_list(ListReason::Show), known.is_empty());
        ProfileListView {
            reading,
            api_key: self.asks_for_key().then(|| Rc::new(self.field(Field::ApiKey))),
            failed: self.list_failure(),
            bundle: self.bundle().filter(|_| profiles.failed.is_some()),
            awaits_rows: reading && !profiles.read,
            is_empty: profiles.read && is_empty,
            rows: (profiles.read && !is_empty).then(|| {
                let found = self.profiles().into_iter().cloned().collect::<Vec<_>>();
                let count = [("count", &*found.len().to_string()), ("all", &*known.len().to_string())];
                let count = self.words().fill(TextKey::ProfilesCount, &count);
                ProfileRows { search: profiles.search.clone(), count, found }
            }),
        }
    }

    /// The switches of a profile, and what will change.
    pub fn change(&self) -> ChangeView {
        let flags = self.state.mode.edit().map(|edit| edit.flags).unwrap_or_default();
        ChangeView {
            flags: Flag::ALL.map(|flag| FlagView {
                flag,
                label: flag_label(flag),
                on: flags.get(flag),
                note: self.flag_note(flag),
            }),
            disabled: self.state.is_busy(),
            changes: self.changes().into(),
        }
    }

    /// The version of the connector, apart from the changes: what is done here is sent at once.
    pub fn pin(&self) -> PinView {
        let (pinning, disabled) = (&self.state.pinning, self.state.is_busy());
        let asked = self.state.reads_versions();
        PinView {
            disabled,
            busy: disabled || asked,
            versions: self.versions().into(),
            typed: pinning.typed.clone(),
            offered: match asked {
                true => self.words().get(TextKey::ProfilesReading).to_owned(),
                false => pinning.versions.join(", "),
            },
            failed: self.list_failure(),
        }
    }

    /// Why the list could not be read, or a version not be pinned.
    pub fn list_failure(&self) -> Option<String> {
        let (state, words) = (self.state, self.words());
        state.profiles.failed.as_ref().map(|failed| match failed {
            ProfilesFailure::Gone(id) => words.fill(TextKey::ProfilesGone, &[("id", id)]),
            ProfilesFailure::NoPin => words.get(TextKey::PinHint).to_owned(),
            ProfilesFailure::Pin(failure) => failure_in_words(state, failure),
            ProfilesFailure::Unread(failure) => brief_failure(state, failure),
            ProfilesFailure::UnreadAfterPin(failure) => unread_after_pin(state, failure),
        })
    }

    /// The profiles whose names hold what is searched for.
    pub fn profiles(&self) -> Vec<&ConnectorProfile> {
        let search = self.state.profiles.search.trim().to_lowercase();
        let mut found = Vec::new();
        for profile in &self.state.known {
            if profile.name.to_lowercase().contains(&search) {
                found.push(profile);
            }
        }
        found
    }

    /// What follows from a flag as it is now.
    pub fn flag_note(&self, flag: Flag) -> Option<String> {
        let Edit { opened, flags, .. } = self.state.mode.edit()?;
        match (flag, flags.get(flag)) {
            (Flag::Default, true) if !opened.default => {
                let now = self.state.known.iter().find(|known| known.default && known.id != opened.id)?;
                Some(self.words().fill(TextKey::EditDefaultNote, &[("name", &now.name)]))
            }
            (Flag::Enabled, false) if opened.active => Some(self.words().get(TextKey::EditEnabledNote).to_owned()),
            _ => None,
        }
    }

    /// The version that is in use, and the pin.
    pub fn versions(&self) -> Vec<(TextKey, String)> {
        let mut versions = Vec::new();
        if let Some(opened) = self.state.opened() {
            for (key, version) in [(TextKey::PinUsed, &*opened.version), (TextKey::PinTo, &opened.pin)] {
                versions.push((key, if version.is_empty() { "–" } else { version }.to_owned()));
            }
        }
        versions
    }

    /// What will change, each with its name.
    pub fn changes(&self) -> Vec<(TextKey, String)> {
        let Some(before) = self.state.opened() else { return Vec::new() };
        let (words, change) = (self.words(), self.state.profile_change());
        let from_to = |before: &str, after: &str| words.fill(TextKey::Change, &[("before", before), ("after", after)]);
        let environment = |environment: Environment| words.get(environment_name(environment));
        let was = Environment::from_name(&before.environment).map_or("", environment);
        let on_off = |on: bool| words.get(if on { TextKey::On } else { TextKey::Off });
        let anew = || words.get(TextKey::ChangesNew).to_owned();
        let changes = [
            (label(Field::Name), change.name.map(|name| from_to(&before.name, &name))),
            (label(Field::Environment), change.environment.map(|now| from_to(was, environment(now)))),
            (TextKey::EditDefault, change.default.map(|on| from_to(on_off(!on), on_off(on)))),
            (TextKey::EditEnabled, change.enabled.map(|on| from_to(on_off(!on), on_off(on)))),
            (
                label(Field::Actions),
                change.actions.map(|actions| match actions {
                    ActionsChange::All => words.get(TextKey::ActionsAll).to_owned(),
                    ActionsChange::Only(chosen) => {
                        words.fill(TextKey::ActionsChosen, &[("count", &chosen.len().to_string())])
                    }
                }),
            ),
            (label(Field::ClientId), change.client_id.map(|_| anew())),
            (label(Field::ClientSecret), change.client_secret.map(|_| anew())),
            (label(Field::Scopes), change.scopes.map(|scopes| ScopeList::joined(&scopes))),
        ];
        changes.into_iter().filter_map(|(key, words)| Some((key, words?))).collect()
    }
}
