//! Hosts: the two login hosts that all orgs share, and each org's own My Domain host, which is also how the simulator
//! names an org. The host shows whether an org is a sandbox, which decides the login host of its users.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::Response;

use super::routes;

/// An org, by its My Domain host: `acme.my.salesforce.com`, `acme--uat.sandbox.my.salesforce.com`.
#[derive(Clone, Debug, PartialEq)]
pub struct Org(String);

impl Org {
    /// The default production org.
    pub const PRODUCTION: &str = "acme.my.salesforce.com";
    /// Its sandbox.
    pub const SANDBOX: &str = "acme--uat.sandbox.my.salesforce.com";

    /// Parses a host, in any case and with surrounding whitespace.
    pub fn parse(text: &str) -> Option<Self> {
        let host = text.trim().to_lowercase();
        let labels: Vec<_> = host.strip_suffix(".my.salesforce.com")?.split('.').collect();
        let good =
            |label: &&str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (labels.len() <= 2 && labels.iter().all(good)).then_some(Self(host))
    }

    /// The host.
    pub fn host(&self) -> &str {
        &self.0
    }

    /// The first label, `acme` or `acme--uat`.
    pub fn name(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }

    /// Sandboxes and scratch orgs sign in at `test`, all others at `login`.
    pub fn is_sandbox(&self) -> bool {
        self.name().contains("--") || self.0.split('.').nth(1) == Some("scratch")
    }
}

/// The host of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Host {
    /// `login.salesforce.com`
    Login,
    /// `test.salesforce.com`
    Test,
    /// The host of an org.
    Own(Org),
}

impl Host {
    fn parse(segment: &str) -> Option<Self> {
        match segment {
            "login" | "login.salesforce.com" => Some(Self::Login),
            "test" | "test.salesforce.com" => Some(Self::Test),
            own => Org::parse(own).map(Self::Own),
        }
    }

    /// Its segment in the path.
    pub fn segment(&self) -> &str {
        match self {
            Self::Login => "login",
            Self::Test => "test",
            Self::Own(org) => org.host(),
        }
    }

    /// Whether the org's users can sign in here.
    pub fn knows(&self, org: &Org) -> bool {
        match self {
            Self::Login => !org.is_sandbox(),
            Self::Test => org.is_sandbox(),
            Self::Own(own) => own == org,
        }
    }

    /// Whether all orgs share it.
    pub fn is_generic(&self) -> bool {
        !matches!(self, Self::Own(_))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Host {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let segment = Path::<String>::from_request_parts(parts, state).await;
        segment.ok().and_then(|Path(segment)| Self::parse(&segment)).ok_or_else(routes::not_found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_org_is_its_my_domain_host() {
        for (text, sandbox) in [
            ("acme.my.salesforce.com", false),
            (" ACME.my.salesforce.com ", false),
            ("acme-dev-ed.develop.my.salesforce.com", false),
            ("acme--uat.sandbox.my.salesforce.com", true),
            ("acme--uat.my.salesforce.com", true),
            ("acme.scratch.my.salesforce.com", true),
        ] {
            assert_eq!(Org::parse(text).expect(text).is_sandbox(), sandbox, "{text}");
        }
        for text in [
            "",
            "login",
            "login.salesforce.com",
            ".my.salesforce.com",
            "a.b.c.my.salesforce.com",
            "a/b.my.salesforce.com",
        ] {
            assert!(Org::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn each_host_knows_its_orgs() {
        let (production, sandbox) = (Org::parse(Org::PRODUCTION).unwrap(), Org::parse(Org::SANDBOX).unwrap());
        for (segment, knows_production, knows_sandbox) in [
            ("login", true, false),
            ("login.salesforce.com", true, false),
            ("test", false, true),
            ("test.salesforce.com", false, true),
            (Org::PRODUCTION, true, false),
            (Org::SANDBOX, false, true),
            ("other.my.salesforce.com", false, false),
        ] {
            let host = Host::parse(segment).unwrap();
            assert_eq!((host.knows(&production), host.knows(&sandbox)), (knows_production, knows_sandbox), "{segment}");
        }
        assert_eq!(Host::parse("na44.salesforce.com"), None);
    }
}
