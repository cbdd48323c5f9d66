//! StackOne as an OAuth client: where it sends the browser and how it fetches tokens, both with the stored profile.

use super::super::fields::Fields;
use super::super::salesforce::{Host, with_parameters};
use super::super::salesforce::{Refusal, token};
use super::super::state::Simulator;

/// The callback that every app must list.
const CALLBACK: &str = "https://api.stackone.com/connect/oauth2/salesforce/callback";

/// The scopes if the profile's own list is blank.
const DEFAULT_SCOPES: &str = "api refresh_token offline_access";

/// What the flow needs of a profile. It contains the secret, so no `Debug`.
pub struct Client {
    pub profile_name: String,
    host: Host,
    id: String,
    secret: String,
    scopes: String,
}

/// Why a code led to no account.
pub enum Failure {
    /// Salesforce's error.
    Refused(Refusal),
    /// The connection would end with its first access token.
    NoRefreshToken,
}

impl Client {
    /// Reads the current profile.
    pub fn of(simulator: &Simulator, profile_id: &str) -> Option<Self> {
        let mut profiles = simulator.profiles();
        let kept = profiles.find(profile_id)?;
        let credentials = &kept.credentials;
        let sandbox = kept.shown.environment.as_deref() == Some("sandbox");
        Some(Self {
            profile_name: kept.shown.name.clone(),
            host: if sandbox { Host::Test } else { Host::Login },
            id: credentials.client_id.clone()?,
            secret: credentials.client_secret.clone()?,
            scopes: credentials.scopes.clone().unwrap_or_else(|| DEFAULT_SCOPES.to_owned()),
        })
    }

    /// Where the browser goes.
    pub fn authorization_address(&self, state: &str) -> String {
        let parameters = [
            ("response_type", "code"),
            ("client_id", &self.id),
            ("redirect_uri", CALLBACK),
            ("scope", &self.scopes),
            ("state", state),
        ];
        with_parameters(&format!("/salesforce/{}/services/oauth2/authorize", self.host.segment()), &parameters)
    }

    /// Exchanges a code, and uses the refresh token once, so that a problem appears now instead of hours later. Returns
    /// the org's URL.
    pub fn fetch(&self, simulator: &Simulator, code: &str) -> Result<String, Failure> {
        let code = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", CALLBACK)];
        let tokens = self.exchange(simulator, &code)?;
        let refresh_token = tokens.refresh_token.ok_or(Failure::NoRefreshToken)?;
        self.exchange(simulator, &[("grant_type", "refresh_token"), ("refresh_token", &refresh_token)])?;
        Ok(tokens.instance_url)
    }

    fn exchange(&self, simulator: &Simulator, parameters: &[(&str, &str)]) -> Result<token::Tokens, Failure> {
        let own = [("client_id", self.id.as_str()), ("client_secret", self.secret.as_str())];
        let fields = Fields::new(&[parameters, &own].concat());
        token::exchange(simulator, &self.host, &fields).map_err(Failure::Refused)
    }
}
