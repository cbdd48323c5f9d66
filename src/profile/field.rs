//! The fields: their names, their words, and which of them belong together.

use strum::{IntoStaticStr, VariantArray};

use crate::i18n::TextKey;

/// A field of the form, in the order of the form. The names are public surface.
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
    /// The StackOne API key. No part of the draft.
    ApiKey,
    /// Actions to enable.
    Actions,
}

/// Fields that are shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Which org it is.
    Org,
    /// What was copied from the app.
    Credentials,
    /// What StackOne needs beside it.
    Account,
    /// What few people need.
    Advanced,
}

impl Field {
    /// Every field.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name of the field, of its control and in an issue.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The fields that it is shown with.
    pub fn group(self) -> Group {
        match self {
            Self::Environment | Self::MyDomain => Group::Org,
            Self::ClientId | Self::ClientSecret => Group::Credentials,
            Self::Name | Self::ApiKey => Group::Account,
            Self::Scopes | Self::Actions => Group::Advanced,
        }
    }

    /// Its label.
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

    /// The note at the end of the label's line.
    pub fn aside(self) -> Option<TextKey> {
        match self {
            Self::ClientId => Some(TextKey::ClientIdAside),
            Self::ClientSecret => Some(TextKey::ClientSecretAside),
            Self::Environment | Self::ApiKey => None,
            Self::Scopes | Self::MyDomain | Self::Name | Self::Actions => Some(TextKey::Optional),
        }
    }

    /// The line below its control.
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
    /// Its fields, in the order of the form.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| field.group() == self)
    }
}
