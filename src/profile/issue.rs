//! What the check has to say about a field: a stable code and how grave it is. The words for it stand in `text`.

use strum::{IntoStaticStr, VariantArray};

use super::Field;

/// Whether an issue prevents creating a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What is the matter. The names are public surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// Nothing was typed.
    Required,
    /// Fewer than 8 characters.
    TooShort,
    /// More characters than the field takes.
    TooLong,
    /// White space or a line break in the middle.
    WhitespaceInside,
    /// A character that cannot be part of the value.
    InvalidCharacter,
    /// A secret in another field.
    LooksLikeSecret,
    /// A consumer key in another field.
    LooksLikeClientId,
    /// An access token.
    LooksLikeAccessToken,
    /// A refresh token.
    LooksLikeRefreshToken,
    /// A web address.
    LooksLikeUrl,
    /// An e-mail address or user name.
    LooksLikeEmail,
    /// Only the dots that a page shows in place of a secret.
    Masked,
    /// The client ID a second time.
    SameAsClientId,
    /// Not as Salesforce generates it.
    UnusualFormat,
    /// No scope that brings a refresh token.
    MissingRefreshScope,
    /// A token that is no scope name.
    MalformedScope,
    /// A scope that Salesforce does not list.
    UnknownScope,
    /// The list was tidied.
    Normalised,
    /// Neither production nor sandbox.
    UnknownEnvironment,
    /// Another scheme than https.
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
    /// A page's address was turned into the login address.
    RewrittenHost,
    /// A partition that Salesforce does not list.
    UnknownPartition,
    /// An address from before enhanced domains.
    LegacyHost,
    /// A profile of that name exists.
    DuplicateName,
    /// A choice of actions with nothing in it.
    EmptySelection,
    /// An action that StackOne does not offer.
    UnknownAction,
}

impl Code {
    /// Every code.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name in an issue.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How grave it is; the same wherever the code occurs.
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

/// One thing to say about one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Where.
    pub field: Field,
    /// What.
    pub code: Code,
    /// The part of the value that it is about, such as one scope of many. Empty where that is the whole value; never
    /// taken from a secret.
    pub about: String,
}

impl Issue {
    /// An issue with the whole of a field.
    pub fn new(field: Field, code: Code) -> Self {
        Self { field, code, about: String::new() }
    }

    /// Whether it prevents a submit.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}
