//! The five steps, in order. The names are used in addresses and events.

use strum::{EnumString, IntoStaticStr};

use crate::i18n::TextKey;
use crate::profile::{Field, Group};

/// A step. Its aliases are from older addresses and from explanations of errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// The org, and whether PKCE can be turned off in it.
    #[default]
    #[strum(to_string = "start", serialize = "environment")]
    Start,
    /// The app, on one page of Salesforce.
    #[strum(to_string = "create-app", serialize = "oauth-settings")]
    CreateApp,
    /// Client ID and secret.
    Credentials,
    /// The profile in StackOne.
    #[strum(to_string = "profile", serialize = "scopes")]
    Profile,
    /// The sign-in, which connects the org and so tests everything.
    #[strum(to_string = "connect", serialize = "check")]
    Connect,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 5] = [Self::Start, Self::CreateApp, Self::Credentials, Self::Profile, Self::Connect];

    /// The name in addresses and events.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The step with this name or alias.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// The label in the list of steps.
    pub fn label(self) -> TextKey {
        match self {
            Self::Start => TextKey::StepStart,
            Self::CreateApp => TextKey::StepCreate,
            Self::Credentials => TextKey::StepCredentials,
            Self::Profile => TextKey::StepProfile,
            Self::Connect => TextKey::StepConnect,
        }
    }

    /// The heading and the line below it.
    pub fn words(self) -> (TextKey, TextKey) {
        match self {
            Self::Start => (TextKey::StepStartTitle, TextKey::StepStartIntro),
            Self::CreateApp => (TextKey::StepCreateTitle, TextKey::StepCreateIntro),
            Self::Credentials => (TextKey::StepCredentialsTitle, TextKey::StepCredentialsIntro),
            Self::Profile => (TextKey::StepProfileTitle, TextKey::StepProfileIntro),
            Self::Connect => (TextKey::StepConnectTitle, TextKey::StepConnectIntro),
        }
    }

    /// The step that has a field.
    pub fn of(field: Field) -> Self {
        match field.group() {
            Group::Org => Self::Start,
            Group::Credentials => Self::Credentials,
            Group::Account | Group::Advanced => Self::Profile,
        }
    }

    /// The next step.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The previous step.
    pub fn back(self) -> Option<Self> {
        Self::ALL.get((self as usize).wrapping_sub(1)).copied()
    }
}
