//! The two kinds of Salesforce org that StackOne tells apart. Called by the draft check and the authorization URL.

use super::Host;

/// Production or sandbox. Developer Edition orgs and Trailhead playgrounds sign in as production.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// A live org, a Developer Edition org or a playground.
    Production,
    /// A copy of a production org.
    Sandbox,
}

impl Environment {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Production, Self::Sandbox];

    /// The name on the wire: `production` or `sandbox`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Sandbox => "sandbox",
        }
    }

    /// Reads the name on the wire; anything else is `None`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|environment| environment.name() == name)
    }

    /// The host where everybody of this kind can sign in unless the org forbids it.
    pub fn login_host(self) -> Host {
        match self {
            Self::Production => Host::known("login.salesforce.com"),
            Self::Sandbox => Host::known("test.salesforce.com"),
        }
    }
}
