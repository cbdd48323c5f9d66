//! The authorization URL of a draft.

use crate::profile::{Field, Report};
use crate::salesforce::{AuthorizationRequest, Host};
use crate::stackone::{CALLBACK_URL, effective_scopes};

/// The fields that the URL depends on.
pub const NEEDED: [Field; 4] = [Field::ClientId, Field::Scopes, Field::Environment, Field::MyDomain];

/// Optional parameters of an authorization URL.
#[derive(Clone, Copy, Debug, Default)]
pub struct UrlOptions<'a> {
    /// The callback URL to use instead of StackOne's.
    pub redirect_uri: Option<&'a str>,
    /// See [`AuthorizationRequest::state`].
    pub state: Option<&'a str>,
    /// See [`AuthorizationRequest::prompt`].
    pub prompt: Option<&'a str>,
    /// See [`AuthorizationRequest::login_hint`].
    pub login_hint: Option<&'a str>,
}

/// The authorization URL of a draft; `None` if a field that it depends on has an error.
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
