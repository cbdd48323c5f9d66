//! The view models of the profile list and of a change.

use std::rc::Rc;

use super::{Edit, Profiles, ProfilesFailure};
use crate::components::CopyView;
use crate::i18n::{TextKey, lower_case};
use crate::profile::{Field, Profile, Report, environment_name};
use crate::requests::{Failure, InWords};
use crate::salesforce::{Environment, ScopeList};
use crate::stackone::{Auth, ConnectorProfile, Flag, TransportError};

/// The number of profiles drawn at first, and added per click. Drawing thousands takes seconds.
const DRAWN: usize = 100;

/// The list to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileListView {
    /// Whether it leads back to a guide in progress.
    pub leads_back: bool,
    /// Whether it is being read.
    pub reading: bool,
    /// Why it could not be read.
    pub failed: Option<String>,
    /// The details for StackOne's support, if reading failed.
    pub bundle: Option<Rc<CopyView>>,
    /// Whether a placeholder is drawn, because the list is being read.
    pub awaits_rows: bool,
    /// Whether there are no profiles.
    pub is_empty: bool,
    /// The rows, once there are any.
    pub rows: Option<ProfileRows>,
}

/// The rows of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRows {
    /// The search.
    pub search: String,
    /// The number of matches, as text.
    pub count: String,
    /// The matches that are drawn.
    pub found: Vec<ConnectorProfile>,
    /// Whether there are more matches.
    pub has_more: bool,
}

/// What a change shows besides the form's fields.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// The switches.
    pub flags: [FlagView; 2],
    /// Whether they cannot be toggled now.
    pub disabled: bool,
    /// The pending changes.
    pub changes: Rc<[(TextKey, String)]>,
}

/// A switch to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagView {
    /// The flag.
    pub flag: Flag,
    /// The label.
    pub label: TextKey,
    /// Whether it is on.
    pub on: bool,
    /// The note about its effect.
    pub note: Option<String>,
}

/// The connector version to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct PinView {
    /// Whether its buttons have no effect now.
    pub disabled: bool,
    /// Whether a request about versions is in flight.
    pub busy: bool,
    /// The version in use, and the pin.
    pub versions: Rc<[(TextKey, String)]>,
    /// The pin as typed.
    pub typed: String,
    /// The versions that StackOne lists, or that they are being read.
    pub offered: String,
    /// Why a request about versions failed.
    pub failed: Option<String>,
}

/// The label of a flag.
pub fn flag_label(flag: Flag) -> TextKey {
    match flag {
        Flag::Default => TextKey::EditDefault,
        Flag::Enabled => TextKey::EditEnabled,
    }
}

/// The existing profiles, with the context for their view models.
#[derive(Clone, Copy, Debug)]
pub struct ProfilesContext<'a> {
    /// The state of the list.
    pub profiles: &'a Profiles,
    /// The profiles, as last read.
    pub known: &'a [ConnectorProfile],
    /// The current change of a profile.
    pub edit: Option<&'a Edit>,
    /// The checked draft.
    pub report: &'a Report,
    /// The context for rendering failures as text.
    pub in_words: InWords<'a>,
    /// Whether the list leads back to a guide in progress.
    pub leads_back: bool,
    /// Whether the list is being read.
    pub reading: bool,
    /// Whether the versions are being read.
    pub reading_versions: bool,
    /// Whether nothing can be changed now.
    pub busy: bool,
}

impl<'a> ProfilesContext<'a> {
    /// The view model of the list. `bundle`: the details for StackOne's support.
    pub fn list(&self, bundle: Option<Rc<CopyView>>) -> ProfileListView {
        let Self { profiles, known, reading, .. } = *self;
        ProfileListView {
            leads_back: self.leads_back,
            reading,
            failed: self.failure().filter(|_| !self.says_so_at_key()),
            bundle: bundle.filter(|_| profiles.failed.is_some()),
            awaits_rows: reading && !profiles.read,
            is_empty: profiles.read && known.is_empty() && profiles.failed.is_none(),
            rows: (profiles.read && !known.is_empty()).then(|| {
                let (fitting, most) = (self.found(), DRAWN * (profiles.more + 1));
                let has_more = fitting.len() > most;
                let found = fitting.into_iter().take(most).cloned().collect::<Vec<_>>();
                let count = [("count", &*found.len().to_string()), ("all", &*known.len().to_string())];
                let count = self.in_words.words.fill(TextKey::ProfilesCount, &count);
                ProfileRows { search: profiles.search.clone(), count, found, has_more }
            }),
        }
    }

    fn says_so_at_key(&self) -> bool {
        self.in_words.api.auth == Auth::ApiKey && self.profiles.has_refused_key()
    }

    /// The view model of a change.
    pub fn change(&self) -> ChangeView {
        let flags = self.edit.map(|edit| edit.flags).unwrap_or_default();
        ChangeView {
            flags: Flag::ALL.map(|flag| FlagView {
                flag,
                label: flag_label(flag),
                on: flags.get(flag),
                note: self.flag_note(flag),
            }),
            disabled: self.busy,
            changes: self.changes().into(),
        }
    }

    /// The view model of the connector version.
    pub fn pin(&self) -> PinView {
        let pinning = &self.profiles.pinning;
        PinView {
            disabled: self.busy,
            busy: self.busy || self.reading_versions,
            versions: self.versions().into(),
            typed: pinning.typed.clone(),
            offered: match self.reading_versions {
                true => self.in_words.words.get(TextKey::ProfilesReading).to_owned(),
                false => {
                    let versions = pinning.versions.iter().map(|version| self.in_words.words.isolated(version));
                    versions.collect::<Vec<_>>().join(", ")
                }
            },
            failed: self.failure(),
        }
    }

    /// Why a request for the list, the versions or the pin failed, as text.
    pub fn failure(&self) -> Option<String> {
        let words = self.in_words.words;
        self.profiles.failed.as_ref().map(|failed| match failed {
            ProfilesFailure::Gone(id) => words.fill(TextKey::ProfilesGone, &[("id", id)]),
            ProfilesFailure::NoPin => words.get(TextKey::PinHint).to_owned(),
            ProfilesFailure::Pin(failure) => self.in_words.whole(failure),
            ProfilesFailure::Unread(failure) => self.in_words.brief(failure),
            ProfilesFailure::UnreadAfterPin(failure) => self.unread_after_pin(failure),
        })
    }

    /// Why the list could not be read after an accepted pin. Replaces the usual texts that would wrongly say that
    /// nothing was sent.
    fn unread_after_pin(&self, failure: &Failure) -> String {
        let why = match failure {
            Failure::NoAuthorization(_) | Failure::Blocked(TransportError::Offline) => self.in_words.title(failure),
            _ => self.in_words.brief(failure),
        };
        format!("{} {why}", self.in_words.words.get(TextKey::PinDone))
    }

    /// The profiles whose names match the search.
    pub fn found(&self) -> Vec<&'a ConnectorProfile> {
        let search = lower_case(self.profiles.search.trim());
        self.known.iter().filter(|profile| lower_case(&profile.name).contains(&search)).collect()
    }

    /// The effect of toggling a flag, as text.
    pub fn flag_note(&self, flag: Flag) -> Option<String> {
        let Edit { opened, flags, .. } = self.edit?;
        match (flag, flags.get(flag)) {
            (Flag::Default, true) if !opened.default => {
                let now = self.known.iter().find(|known| known.default && known.id != opened.id)?;
                Some(self.in_words.words.fill(TextKey::EditDefaultNote, &[("name", &now.name)]))
            }
            (Flag::Enabled, false) if opened.active => {
                Some(self.in_words.words.get(TextKey::EditEnabledNote).to_owned())
            }
            _ => None,
        }
    }

    /// The version in use and the pin, with their names.
    pub fn versions(&self) -> Vec<(TextKey, String)> {
        let Some(Edit { opened, .. }) = self.edit else { return Vec::new() };
        let shown = |version: &String| if version.is_empty() { "–".to_owned() } else { version.clone() };
        vec![(TextKey::PinUsed, shown(&opened.version)), (TextKey::PinTo, shown(&opened.pin))]
    }

    /// The pending changes, with their names.
    pub fn changes(&self) -> Vec<(TextKey, String)> {
        let Some(edit) = self.edit else { return Vec::new() };
        let (words, change) = (self.in_words.words, edit.change(&self.report.typed()));
        let mut changes = Vec::new();
        for field in &change.fields {
            changes.push((field.label(), self.changed(*field, &edit.opened, &change.typed)));
        }
        if change.allows_all {
            changes.push((TextKey::ActionsLabel, words.get(TextKey::ActionsAll).to_owned()));
        }
        let on_off = |on: bool| words.get(if on { TextKey::On } else { TextKey::Off });
        for (key, flag) in [(TextKey::EditDefault, change.default), (TextKey::EditEnabled, change.enabled)] {
            changes.extend(flag.map(|on| (key, self.before_and_after(on_off(!on), on_off(on)))));
        }
        changes
    }

    /// The new value of a field, as text.
    fn changed(&self, field: Field, before: &ConnectorProfile, typed: &Profile) -> String {
        let words = self.in_words.words;
        let environment =
            |environment: Option<Environment>| environment.map_or("", |it| words.get(environment_name(it)));
        match field {
            Field::Name => self.before_and_after(&before.name, typed.name.as_deref().unwrap_or_default()),
            Field::Environment => {
                let was = Environment::from_name(&before.environment);
                self.before_and_after(environment(was), environment(typed.environment))
            }
            Field::Scopes => ScopeList::joined(&typed.scopes),
            Field::Actions => {
                let count = typed.actions.as_ref().map_or(0, |selected| selected.len());
                words.fill(TextKey::ActionsSelected, &[("count", &count.to_string())])
            }
            _ => words.get(TextKey::ChangesNew).to_owned(),
        }
    }

    fn before_and_after(&self, before: &str, after: &str) -> String {
        self.in_words.words.fill(TextKey::Change, &[("before", before), ("after", after)])
    }
}
