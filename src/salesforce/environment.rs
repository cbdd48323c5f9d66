//! The two kinds of Salesforce org that StackOne tells apart. Called by the draft check and the authorization URL.

use strum::{EnumString, IntoStaticStr};

use super::Host;

/// Production or sandbox. Developer Edition orgs and Trailhead playgrounds sign in as production.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Environment {
    /// A live org, a Developer Edition org or a playground.
    Production,
    /// A copy of a production org.
    Sandbox,
}

impl Environment {
    /// The name in requests: `production` or `sandbox`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Parses [`Environment::name`]; `None` for anything else.
    pub fn from_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// The host where users of all such orgs sign in, unless their org forbids it.
    pub fn login_host(self) -> Host {
        match self {
            Self::Production => Host::new("login.salesforce.com".to_owned()),
            Self::Sandbox => Host::new("test.salesforce.com".to_owned()),
        }
    }
}
