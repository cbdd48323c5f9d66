//! The change of a profile: what differs from the profile as it was opened, and what was typed anew. The request, the
//! list of changes and the comparison with other users' changes are based on it. Called by `features` and `app`.

use super::{ConnectorProfile, write_shape};
use crate::profile::{Field, Profile};

/// A setting of a profile that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Whether the profile is the connector's default.
    Default,
    /// Whether the profile can be used.
    Enabled,
}

impl Flag {
    /// Both settings, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Default, Self::Enabled];
}

/// The settings of a profile that are on or off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProfileFlags {
    /// See [`Flag::Default`].
    pub default: bool,
    /// See [`Flag::Enabled`].
    pub enabled: bool,
}

impl ProfileFlags {
    /// The settings of a profile.
    pub fn of(profile: &ConnectorProfile) -> Self {
        Self { default: profile.default, enabled: profile.active }
    }

    /// Whether a setting is on.
    pub fn get(self, flag: Flag) -> bool {
        match flag {
            Flag::Default => self.default,
            Flag::Enabled => self.enabled,
        }
    }

    /// Switches a setting.
    pub fn toggle(&mut self, flag: Flag) {
        match flag {
            Flag::Default => self.default = !self.default,
            Flag::Enabled => self.enabled = !self.enabled,
        }
    }
}

/// The values that change. All others stay.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    /// The fields that change.
    pub fields: Vec<Field>,
    /// The new values of these fields.
    pub typed: Profile,
    /// Whether the profile gets all actions.
    pub allows_all: bool,
    /// The new value of [`Flag::Default`], if it changes.
    pub default: Option<bool>,
    /// The new value of [`Flag::Enabled`], if it changes.
    pub enabled: Option<bool>,
}

impl ProfileChange {
    /// Compares what was typed and switched with the profile as it was opened. Without selected actions, the profile
    /// keeps those that it has, which StackOne does not return, unless `allows_all` is set.
    pub fn diff(opened: &ConnectorProfile, typed: &Profile, flags: ProfileFlags, allows_all: bool) -> Self {
        let before = ProfileFlags::of(opened);
        let changes = |field: &Field| match (write_shape::value(typed, *field), opened.text(*field)) {
            (Some(value), Some(before)) => value.text().is_none_or(|text| text != *before),
            (Some(_), None) => true,
            (None, _) => false,
        };
        Self {
            fields: Field::ALL.iter().copied().filter(changes).collect(),
            typed: typed.clone(),
            allows_all: allows_all && typed.actions.is_none(),
            default: Some(flags.default).filter(|default| *default != before.default),
            enabled: Some(flags.enabled).filter(|enabled| *enabled != before.enabled),
        }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        let Self { fields, typed: _, allows_all, default, enabled } = self;
        fields.is_empty() && !allows_all && default.is_none() && enabled.is_none()
    }

    /// The profile `now` with this change applied.
    pub fn applied_to(&self, now: &ConnectorProfile) -> ConnectorProfile {
        let mut changed = now.clone();
        for field in &self.fields {
            let value = write_shape::value(&self.typed, *field).and_then(|value| value.text());
            if let (Some(text), Some(value)) = (changed.text_mut(*field), value) {
                *text = value;
            }
        }
        ConnectorProfile {
            default: self.default.unwrap_or(now.default),
            active: self.enabled.unwrap_or(now.active),
            ..changed
        }
    }
}
