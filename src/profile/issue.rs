//! Issues that the check finds: a field, a stable code, and a severity. The texts are in `i18n`.

use strum::{IntoStaticStr, VariantArray};

use super::Field;

/// Whether an issue prevents creating a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// The issue prevents it.
    Error,
    /// The issue is only shown.
    Warning,
}

impl Severity {
    /// The public name: `error` or `warning`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What is wrong. The names are public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// The field is blank.
    Required,
    /// Fewer than 8 characters.
    TooShort,
    /// More characters than the field takes.
    TooLong,
    /// White space or a line break inside the value.
    WhitespaceInside,
    /// A character that cannot be part of the value.
    InvalidCharacter,
    /// A secret in the wrong field.
    LooksLikeSecret,
    /// A consumer key in the wrong field.
    LooksLikeClientId,
    /// An access token.
    LooksLikeAccessToken,
    /// A refresh token.
    LooksLikeRefreshToken,
    /// A web address.
    LooksLikeUrl,
    /// An e-mail address or user name.
    LooksLikeEmail,
    /// A masked secret, such as the dots that a page shows.
    Masked,
    /// The client ID again.
    SameAsClientId,
    /// Not in the format that Salesforce generates.
    UnusualFormat,
    /// No scope that provides a refresh token.
    MissingRefreshScope,
    /// A token that is not a scope name.
    MalformedScope,
    /// A scope that Salesforce does not list.
    UnknownScope,
    /// The list was tidied up.
    Normalised,
    /// Neither production nor sandbox.
    UnknownEnvironment,
    /// A scheme other than https.
    NotHttps,
    /// A user name or password in an address.
    HasUserinfo,
    /// A port in an address.
    HasPort,
    /// No host name.
    MalformedHost,
    /// A host that is not Salesforce's.
    NotSalesforceHost,
    /// A login host that belongs to no org.
    GenericHost,
    /// An old instance host.
    InstanceHost,
    /// An Experience Cloud site.
    ExperienceCloudHost,
    /// A host of the other environment.
    EnvironmentMismatch,
    /// The address of a page, rewritten to the login host.
    RewrittenHost,
    /// A partition that Salesforce does not document.
    UnknownPartition,
    /// An address from before enhanced domains.
    LegacyHost,
    /// A profile with this name exists.
    DuplicateName,
    /// No action is selected.
    EmptySelection,
    /// An action that StackOne does not offer.
    UnknownAction,
}

impl Code {
    /// Every code.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The public name, such as `too-short`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The severity of the code, in whichever field.
    pub fn severity(self) -> Severity {
        match self {
            Self::UnusualFormat
            | Self::UnknownScope
            | Self::Normalised
            | Self::RewrittenHost
            | Self::UnknownPartition
            | Self::LegacyHost
            | Self::DuplicateName
            | Self::UnknownAction => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// An issue of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The field.
    pub field: Field,
    /// What is wrong.
    pub code: Code,
    /// The part of the value that is wrong, such as one of several scopes. Empty for the whole value. Never contains a
    /// secret.
    pub about: String,
}

impl Issue {
    /// An issue of a whole field.
    pub fn new(field: Field, code: Code) -> Self {
        Self { field, code, about: String::new() }
    }

    /// Whether the issue prevents submitting.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}
