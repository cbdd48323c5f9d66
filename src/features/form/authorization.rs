//! The authorization URL of a draft, while the draft allows one.

use crate::profile::{Field, Report};
use crate::salesforce::{AuthorizationRequest, Host};
use crate::stackone::{CALLBACK_URL, effective_scopes};

/// Fields that must be free of errors for a URL.
pub const NEEDED: [Field; 4] = [Field::ClientId, Field::Scopes, Field::Environment, Field::MyDomain];

/// What may be added to an authorization URL, or put in the place of the usual.
#[derive(Clone, Copy, Debug, Default)]
pub struct UrlOptions<'a> {
    /// Another callback URL.
    pub redirect_uri: Option<&'a str>,
    /// See [`AuthorizationRequest::state`].
    pub state: Option<&'a str>,
    /// See [`AuthorizationRequest::prompt`].
    pub prompt: Option<&'a str>,
    /// See [`AuthorizationRequest::login_hint`].
    pub login_hint: Option<&'a str>,
}

/// The authorization URL of a draft. `None` while one of its fields has an error.
pub fn authorization_url(report: &Report, options: UrlOptions<'_>) -> Option<String> {
    let environment = report.environment.filter(|_| !report.has_error_in(&NEEDED))?;
    if report.normalized.client_id.is_empty() {
        return None;
    }
    let host: Host = report.normalized.my_domain.clone().unwrap_or_else(|| environment.login_host());
    let request = AuthorizationRequest {
        host: &host,
        client_id: &report.normalized.client_id,
        redirect_uri: options.redirect_uri.unwrap_or(CALLBACK_URL),
        scopes: &effective_scopes(&report.normalized.scopes.names),
        state: options.state,
        prompt: options.prompt,
        login_hint: options.login_hint,
    };
    Some(request.url())
}
