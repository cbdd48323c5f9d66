//! The authorization URL as the form shows it, while the draft allows one.

use super::super::{Copy, State};
use super::CopyView;
use crate::profile::{Field, Report};
use crate::salesforce::{AuthorizationRequest, Host};
use crate::stackone::{CALLBACK_URL, effective_scopes};
use crate::text::Key;

/// The authorization URL, or what stands in its place.
#[derive(Clone, Debug)]
pub struct UrlView<'a> {
    /// Its label.
    pub label: &'a str,
    /// The line below.
    pub hint: &'a str,
    /// The URL with its button, or why there is none yet.
    pub content: Result<CopyView<'a>, &'a str>,
}

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

/// The authorization URL of a draft; `None` while a field it is made of has an error.
pub fn authorization_url(report: &Report, options: UrlOptions<'_>) -> Option<String> {
    let environment = report.environment.filter(|_| !report.has_error_in(&NEEDED))?;
    if report.tidy.client_id.is_empty() {
        return None;
    }
    let host: Host = report.tidy.my_domain.clone().unwrap_or_else(|| environment.login_host());
    let request = AuthorizationRequest {
        host: &host,
        client_id: &report.tidy.client_id,
        redirect_uri: options.redirect_uri.unwrap_or(CALLBACK_URL),
        scopes: &effective_scopes(&report.tidy.scopes.names),
        state: options.state,
        prompt: options.prompt,
        login_hint: options.login_hint,
    };
    Some(request.url())
}

pub(super) fn url<'a>(state: &'a State, report: &Report) -> UrlView<'a> {
    let words = state.words();
    let content = authorization_url(report, UrlOptions::default()).ok_or_else(|| words.get(Key::UrlEmpty));
    UrlView {
        label: words.get(Key::UrlLabel),
        hint: words.get(Key::UrlHint),
        content: content.map(|url| CopyView::new(state, Copy::Url, Key::UrlLabel, url.as_str().into())),
    }
}
