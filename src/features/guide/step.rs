//! The five steps, in order. Addresses and events use their names.

use strum::{EnumString, IntoStaticStr};

use crate::i18n::TextKey;
use crate::profile::{Field, Group};

/// One step. The further names lead there from older addresses and from explanations of errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// The org, and whether PKCE can be turned off there.
    #[default]
    #[strum(to_string = "start", serialize = "environment")]
    Start,
    /// The app: everything on one page of Salesforce.
    #[strum(to_string = "create-app", serialize = "oauth-settings")]
    CreateApp,
    /// Key and secret.
    Credentials,
    /// The profile in StackOne.
    #[strum(to_string = "profile", serialize = "scopes")]
    Profile,
    /// The sign-in, which connects the org and tests everything.
    #[strum(to_string = "connect", serialize = "check")]
    Connect,
}

impl Step {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::Start, Self::CreateApp, Self::Credentials, Self::Profile, Self::Connect];

    /// The name in addresses and events.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The step of that name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// Its label in the list of steps.
    pub fn label(self) -> TextKey {
        match self {
            Self::Start => TextKey::StepStart,
            Self::CreateApp => TextKey::StepCreate,
            Self::Credentials => TextKey::StepCredentials,
            Self::Profile => TextKey::StepProfile,
            Self::Connect => TextKey::StepConnect,
        }
    }

    /// Its heading and the line below.
    pub fn words(self) -> (TextKey, TextKey) {
        match self {
            Self::Start => (TextKey::StepStartTitle, TextKey::StepStartIntro),
            Self::CreateApp => (TextKey::StepCreateTitle, TextKey::StepCreateIntro),
            Self::Credentials => (TextKey::StepCredentialsTitle, TextKey::StepCredentialsIntro),
            Self::Profile => (TextKey::StepProfileTitle, TextKey::StepProfileIntro),
            Self::Connect => (TextKey::StepConnectTitle, TextKey::StepConnectIntro),
        }
    }

    /// The step that has the control of a field.
    pub fn of(field: Field) -> Self {
        match field.group() {
            Group::Org => Self::Start,
            Group::Credentials => Self::Credentials,
            Group::Account | Group::Advanced => Self::Profile,
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
