//! The seven steps, in order. Addresses and events use their names.

use strum::{EnumString, IntoStaticStr};

use crate::i18n::TextKey;
use crate::profile::Field;

/// One step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// Rights, org, kind of app.
    #[default]
    Start,
    /// The app and its name.
    CreateApp,
    /// Callback, scopes, PKCE.
    #[strum(serialize = "oauth-settings")]
    Oauth,
    /// Key and secret.
    Credentials,
    /// Environment, My Domain and scopes.
    #[strum(to_string = "environment", serialize = "scopes")]
    Environment,
    /// The authorization URL, tried out.
    Check,
    /// The profile.
    Profile,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 7] =
        [Self::Start, Self::CreateApp, Self::Oauth, Self::Credentials, Self::Environment, Self::Check, Self::Profile];

    /// The name in addresses and events.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The step of that name. Scopes are a part of the step `environment`.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// Its heading and the line below.
    pub fn words(self) -> (TextKey, TextKey) {
        match self {
            Self::Start => (TextKey::StepStart, TextKey::StepStartIntro),
            Self::CreateApp => (TextKey::StepCreate, TextKey::StepCreateIntro),
            Self::Oauth => (TextKey::StepOauth, TextKey::StepOauthIntro),
            Self::Credentials => (TextKey::StepCredentials, TextKey::StepCredentialsIntro),
            Self::Environment => (TextKey::StepEnvironment, TextKey::StepEnvironmentIntro),
            Self::Check => (TextKey::StepCheck, TextKey::StepCheckIntro),
            Self::Profile => (TextKey::StepProfile, TextKey::StepProfileIntro),
        }
    }

    /// The step that has the control of a field.
    pub fn of(field: Field) -> Self {
        match field {
            Field::ClientId | Field::ClientSecret => Self::Credentials,
            Field::Scopes | Field::Environment | Field::MyDomain => Self::Environment,
            Field::Name | Field::ApiKey | Field::Actions => Self::Profile,
        }
    }

    /// The step after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The step before it.
    pub fn back(self) -> Option<Self> {
        Self::ALL.get((self as usize).wrapping_sub(1)).copied()
    }
}
