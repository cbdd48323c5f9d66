//! Links to Setup pages in an org, so that an admin need not search for them. The paths are those in Setup's address
//! bar.

use super::Host;

/// A page of Setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupPage {
    /// App Manager, where apps are created.
    AppManager,
    /// External Client App Manager, where keys and secrets are.
    ExternalClientApps,
    /// OAuth and OpenID Connect Settings, where PKCE can be required of all apps.
    Oauth,
}

impl SetupPage {
    /// The address of the page in the org with this host.
    ///
    /// ```
    /// use stackone_connector_profile::salesforce::{MyDomain, SetupPage};
    /// let org = MyDomain::parse("acme.my.salesforce.com")?;
    /// let address = "https://acme.my.salesforce.com/lightning/setup/NavigationMenus/home";
    /// assert_eq!(SetupPage::AppManager.address(&org.host), address);
    /// # Ok::<(), stackone_connector_profile::salesforce::HostError>(())
    /// ```
    pub fn address(self, host: &Host) -> String {
        let page = match self {
            Self::AppManager => "NavigationMenus",
            Self::ExternalClientApps => "ManageExternalClientApplication",
            Self::Oauth => "OauthOidcSettings",
        };
        ["https://", host.as_str(), "/lightning/setup/", page, "/home"].concat()
    }
}
