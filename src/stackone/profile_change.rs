//! What a change of a profile comes to: only what differs from how the profile was opened, and what was typed anew. The
//! request, the list of changes and the comparison with what another user changed are all made from it. Called by `features` and `app`.

use super::{ConnectorProfile, write_shape};
use crate::profile::{Field, Profile};

/// One of the two settings of a profile that are on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Whether it is the connector's default.
    Default,
    /// Whether it can be used.
    Enabled,
}

impl Flag {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Default, Self::Enabled];
}

/// Both settings of a profile that are on or off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProfileFlags {
    /// See [`Flag::Default`].
    pub default: bool,
    /// See [`Flag::Enabled`].
    pub enabled: bool,
}

impl ProfileFlags {
    /// Those of a profile.
    pub fn of(profile: &ConnectorProfile) -> Self {
        Self { default: profile.default, enabled: profile.active }
    }

    /// Whether one of them is on.
    pub fn get(self, flag: Flag) -> bool {
        match flag {
            Flag::Default => self.default,
            Flag::Enabled => self.enabled,
        }
    }

    /// Switches one of them over.
    pub fn toggle(&mut self, flag: Flag) {
        match flag {
            Flag::Default => self.default = !self.default,
            Flag::Enabled => self.enabled = !self.enabled,
        }
    }
}

/// What shall be another; everything else stays as it is.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    /// The fields whose values change.
    pub fields: Vec<Field>,
    /// The values of these fields.
    pub typed: Profile,
    /// Whether the profile gets all actions, whichever it has now.
    pub allows_all: bool,
    /// Whether it is the connector's default.
    pub default: Option<bool>,
    /// Whether it can be used.
    pub enabled: Option<bool>,
}

impl ProfileChange {
    /// What was typed and switched, held against the profile as it was opened. Without actions it keeps its own, which
    /// StackOne does not tell, unless it `allows_all`.
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

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        let Self { fields, typed: _, allows_all, default, enabled } = self;
        fields.is_empty() && !allows_all && default.is_none() && enabled.is_none()
    }

    /// A profile with this change; what is left alone stays as it is there now.
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
