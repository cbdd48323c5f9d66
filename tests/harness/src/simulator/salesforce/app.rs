//! An app as Salesforce stores it: key, secret, settings, and its org. Tests register one as JSON (`POST
//! /_simulator/apps`), people create one in the simulated Setup. It contains a secret, so no `Debug`, no `Serialize`.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::host::Org;
use super::scopes;

/// An app. By default it works, and only for its own org.
#[derive(Clone)]
pub struct App {
    /// Its number in the simulated Setup.
    pub number: u64,
    /// When Salesforce activates it.
    pub active_from: Duration,
    pub org: Org,
    pub settings: Registration,
}

/// The settings of an app, as posted.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Registration {
    pub client_id: String,
    pub client_secret: String,
    pub callbacks: Vec<String>,
    pub scopes: Vec<String>,
    #[serde(default)]
    pub pkce_required: bool,
    #[serde(default)]
    pub active_in_seconds: u64,
    #[serde(default = "usual_org")]
    pub org: String,
    #[serde(default = "usual_name")]
    pub name: String,
    #[serde(default)]
    pub api_name: String,
    #[serde(default)]
    pub contact_email: String,
    /// *Require secret for Web Server Flow*
    #[serde(default = "yes")]
    pub web_server_secret: bool,
    /// *Require secret for Refresh Token Flow*
    #[serde(default = "yes")]
    pub refresh_secret: bool,
    /// Blocked on *Connected Apps OAuth Usage*.
    #[serde(default)]
    pub blocked: bool,
    /// False: a connected app that the org has not installed.
    #[serde(default = "yes")]
    pub installed: bool,
    /// False: *Admin approved users are pre-authorized*, and this user is not one of them.
    #[serde(default = "yes")]
    pub approved: bool,
    /// Packaged apps work for users of every org.
    #[serde(default)]
    pub packaged: bool,
    #[serde(default)]
    pub generic_hosts: GenericHosts,
    /// *Immediately expire refresh token*
    #[serde(default)]
    pub refresh_expires_at_once: bool,
}

/// How the app's org answers through `login` or `test`: not every org can be reached there.
#[derive(Clone, Copy, Default, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum GenericHosts {
    /// As at its own host.
    #[default]
    Allowed,
    /// The key is unknown there.
    UnknownKey,
    /// After the sign-in the app is not found.
    AppNotFound,
    /// The org's policy prevents the sign-in.
    LoginRefused,
}

/// Why an app is invalid, for the author of the test.
#[derive(Debug, PartialEq)]
pub struct AppError(pub String);

fn yes() -> bool {
    true
}

fn usual_org() -> String {
    Org::PRODUCTION.to_owned()
}

fn usual_name() -> String {
    "StackOne Integration".to_owned()
}

impl Registration {
    /// An app with default settings.
    pub fn new(client_id: String, client_secret: String, org: &str) -> Self {
        Self {
            client_id,
            client_secret,
            callbacks: Vec::new(),
            scopes: Vec::new(),
            pkce_required: false,
            active_in_seconds: 0,
            org: org.to_owned(),
            name: usual_name(),
            api_name: String::new(),
            contact_email: String::new(),
            web_server_secret: true,
            refresh_secret: true,
            blocked: false,
            installed: true,
            approved: true,
            packaged: false,
            generic_hosts: GenericHosts::default(),
            refresh_expires_at_once: false,
        }
    }

    /// Parses an app that was posted to `/_simulator/apps`.
    pub fn from_json(posted: Value) -> Result<Self, AppError> {
        serde_json::from_value(posted).map_err(|error| AppError(error.to_string()))
    }

    pub(super) fn app(self, number: u64, now: Duration) -> Result<App, AppError> {
        let error = |text: &str| Err(AppError(text.to_owned()));
        if self.client_id.is_empty() || self.client_secret.is_empty() {
            return error("clientId and clientSecret must not be empty");
        }
        if self.callbacks.iter().any(|callback| callback.is_empty() || callback.contains(char::is_whitespace)) {
            return error("a callback is an address, without white space");
        }
        if !self.scopes.iter().all(|scope| scopes::is_name(scope)) {
            return error("a scope is a name such as api or refresh_token");
        }
        let Some(org) = Org::parse(&self.org) else {
            return error("org must be a My Domain host such as acme.my.salesforce.com");
        };
        let active_from = now.saturating_add(Duration::from_secs(self.active_in_seconds));
        Ok(App { number, active_from, org, settings: self })
    }
}
