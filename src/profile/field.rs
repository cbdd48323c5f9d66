//! The fields: their names, texts and groups.

use strum::{IntoStaticStr, VariantArray};

use crate::i18n::TextKey;

/// A field, in the order of the form. The names are public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "camelCase")]
pub enum Field {
    /// Consumer key.
    ClientId,
    /// Consumer secret.
    ClientSecret,
    /// OAuth scopes.
    Scopes,
    /// Production or sandbox.
    Environment,
    /// The org's own login address.
    MyDomain,
    /// Profile name.
    Name,
    /// The StackOne API key. Not part of the draft.
    ApiKey,
    /// Actions to enable.
    Actions,
}

/// A group of fields that the form shows together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The org.
    Org,
    /// The values copied from the app in Salesforce.
    Credentials,
    /// Name and API key, which StackOne needs too.
    Account,
    /// Scopes and actions, which most people leave blank.
    Advanced,
}

impl Field {
    /// Every field.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name of the field: in its control, and in issues.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The group that the field belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::Environment | Self::MyDomain => Group::Org,
            Self::ClientId | Self::ClientSecret => Group::Credentials,
            Self::Name | Self::ApiKey => Group::Account,
            Self::Scopes | Self::Actions => Group::Advanced,
        }
    }

    /// The label.
    pub fn label(self) -> TextKey {
        match self {
            Self::ClientId => TextKey::ClientIdLabel,
            Self::ClientSecret => TextKey::ClientSecretLabel,
            Self::Scopes => TextKey::ScopesLabel,
            Self::Environment => TextKey::EnvironmentLabel,
            Self::MyDomain => TextKey::MyDomainLabel,
            Self::Name => TextKey::NameLabel,
            Self::ApiKey => TextKey::ApiKeyLabel,
            Self::Actions => TextKey::ActionsLabel,
        }
    }

    /// The note at the end of the label's line, if any.
    pub fn label_note(self) -> Option<TextKey> {
        match self {
            Self::ClientId => Some(TextKey::ClientIdLabelNote),
            Self::ClientSecret => Some(TextKey::ClientSecretLabelNote),
            Self::Environment | Self::ApiKey => None,
            Self::Scopes | Self::MyDomain | Self::Name | Self::Actions => Some(TextKey::Optional),
        }
    }

    /// The hint below the control.
    pub fn hint(self) -> TextKey {
        match self {
            Self::ClientId => TextKey::ClientIdHint,
            Self::ClientSecret => TextKey::ClientSecretHint,
            Self::Scopes => TextKey::ScopesHint,
            Self::Environment => TextKey::EnvironmentHint,
            Self::MyDomain => TextKey::MyDomainHint,
            Self::Name => TextKey::NameHint,
            Self::ApiKey => TextKey::ApiKeyHint,
            Self::Actions => TextKey::ActionsHint,
        }
    }
}

impl Group {
    /// The fields of the group, in the order of the form.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| field.group() == self)
    }
}
