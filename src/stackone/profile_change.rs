//! What a change of a profile comes to: only what differs from how the profile was opened, and what was typed anew. The
//! request, the list of changes and the comparison with what another user changed are all made from it. Called by `features` and `app`.

use std::rc::Rc;

use super::ConnectorProfile;
use crate::profile::{Profile, Secret};
use crate::salesforce::Environment;

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

/// Which actions a profile shall have from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionsChange {
    /// All of them.
    All,
    /// These and no others.
    Only(Rc<Vec<String>>),
}

/// What shall be another; `None` stays as it is.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    /// Name.
    pub name: Option<String>,
    /// Environment.
    pub environment: Option<Environment>,
    /// Whether it is the connector's default.
    pub default: Option<bool>,
    /// Whether it can be used.
    pub enabled: Option<bool>,
    /// Actions.
    pub actions: Option<ActionsChange>,
    /// Consumer key.
    pub client_id: Option<String>,
    /// Consumer secret.
    pub client_secret: Option<Secret>,
    /// Scope names.
    pub scopes: Option<Vec<String>>,
}

impl ProfileChange {
    /// What was typed and switched, held against the profile as it was opened. `actions` are those to set; without them
    /// the profile keeps its own, which StackOne does not tell.
    pub fn diff(
        opened: &ConnectorProfile,
        typed: &Profile,
        flags: ProfileFlags,
        actions: Option<ActionsChange>,
    ) -> Self {
        let before = ProfileFlags::of(opened);
        let client_id = Some(&typed.client_id).filter(|id| !id.is_empty());
        let client_secret = Some(&typed.client_secret).filter(|secret| !secret.is_blank());
        Self {
            name: typed.name.clone().filter(|name| *name != opened.name),
            environment: typed.environment.filter(|environment| environment.name() != opened.environment),
            default: Some(flags.default).filter(|default| *default != before.default),
            enabled: Some(flags.enabled).filter(|enabled| *enabled != before.enabled),
            actions,
            client_id: client_id.cloned(),
            client_secret: client_secret.cloned(),
            scopes: Some(&typed.scopes).filter(|scopes| !scopes.is_empty()).cloned(),
        }
    }

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        let Self { name, environment, default, enabled, actions, client_id, client_secret, scopes } = self;
        name.is_none()
            && environment.is_none()
            && default.is_none()
            && enabled.is_none()
            && actions.is_none()
            && client_id.is_none()
            && client_secret.is_none()
            && scopes.is_none()
    }

    /// A profile with this change; what is left alone stays as it is there now.
    pub fn applied_to(&self, now: &ConnectorProfile) -> ConnectorProfile {
        ConnectorProfile {
            name: self.name.clone().unwrap_or_else(|| now.name.clone()),
            environment: self.environment.map_or_else(|| now.environment.clone(), |own| own.name().to_owned()),
            default: self.default.unwrap_or(now.default),
            active: self.enabled.unwrap_or(now.active),
            ..now.clone()
        }
    }
}
