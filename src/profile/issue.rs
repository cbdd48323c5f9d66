//! What the check has to say about a field: a stable code and how grave it is. The words for it stand in `text`.

/// A field of the form. The names are public surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Profile name.
    Name,
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
    /// Actions to enable.
    Actions,
    /// The StackOne API key. No part of the draft.
    ApiKey,
}

impl Field {
    /// The name of the field, of its control and in an issue.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ClientId => "clientId",
            Self::ClientSecret => "clientSecret",
            Self::Scopes => "scopes",
            Self::Environment => "environment",
            Self::MyDomain => "myDomain",
            Self::Actions => "actions",
            Self::ApiKey => "apiKey",
        }
    }

    /// Every field, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::ClientId,
        Self::ClientSecret,
        Self::Scopes,
        Self::Environment,
        Self::MyDomain,
        Self::Name,
        Self::ApiKey,
        Self::Actions,
    ];
}

/// Whether an issue stands in the way of creating a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal $severity:ident,)*) => {
        /// What is the matter. The names are public surface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// The name in an issue.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// How grave it is; the same wherever the code occurs.
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// Nothing was typed.
    Required = "required" Error,
    /// Fewer than 8 characters.
    TooShort = "too-short" Error,
    /// More characters than the field takes.
    TooLong = "too-long" Error,
    /// White space or a line break in the middle.
    WhitespaceInside = "whitespace-inside" Error,
    /// A character that cannot be part of the value.
    InvalidCharacter = "invalid-character" Error,
    /// A consumer secret in another field.
    LooksLikeSecret = "looks-like-secret" Error,
    /// A consumer key in another field.
    LooksLikeClientId = "looks-like-client-id" Error,
    /// An access token.
    LooksLikeAccessToken = "looks-like-access-token" Error,
    /// A refresh token.
    LooksLikeRefreshToken = "looks-like-refresh-token" Error,
    /// A web address.
    LooksLikeUrl = "looks-like-url" Error,
    /// An e-mail address or user name.
    LooksLikeEmail = "looks-like-email" Error,
    /// Only the dots that a page shows in place of a secret.
    Masked = "masked" Error,
    /// The client ID a second time.
    SameAsClientId = "same-as-client-id" Error,
    /// Not as Salesforce generates it.
    UnusualFormat = "unusual-format" Warning,
    /// No scope that brings a refresh token.
    MissingRefreshScope = "missing-refresh-scope" Error,
    /// A token that is no scope name.
    MalformedScope = "malformed-scope" Error,
    /// A scope that Salesforce does not list.
    UnknownScope = "unknown-scope" Warning,
    /// The list was tidied.
    Normalised = "normalised" Warning,
    /// Neither production nor sandbox.
    UnknownEnvironment = "unknown-environment" Error,
    /// Another scheme than https.
    NotHttps = "not-https" Error,
    /// A user name or password in an address.
    HasUserinfo = "has-userinfo" Error,
    /// A port in an address.
    HasPort = "has-port" Error,
    /// No host name.
    MalformedHost = "malformed-host" Error,
    /// A host of somebody else.
    NotSalesforceHost = "not-salesforce-host" Error,
    /// A login host that belongs to no org.
    GenericHost = "generic-host" Error,
    /// An old instance host.
    InstanceHost = "instance-host" Error,
    /// An Experience Cloud site.
    ExperienceCloudHost = "experience-cloud-host" Error,
    /// A host of the other environment.
    EnvironmentMismatch = "environment-mismatch" Error,
    /// A page's address was turned into the login address.
    RewrittenHost = "rewritten-host" Warning,
    /// A partition that Salesforce does not list.
    UnknownPartition = "unknown-partition" Warning,
    /// An address from before enhanced domains.
    LegacyHost = "legacy-host" Warning,
    /// A profile of that name exists.
    DuplicateName = "duplicate-name" Warning,
    /// A choice of actions with nothing in it.
    EmptySelection = "empty-selection" Error,
    /// An action that StackOne does not offer.
    UnknownAction = "unknown-action" Warning,
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

    /// Whether it stands in the way.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}
