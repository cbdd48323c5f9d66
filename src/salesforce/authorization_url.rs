//! Salesforce's authorization URL, where a user of the org allows the app. Takes checked values; never contains the
//! client secret.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::{Host, ScopeList};

/// Everything that an authorization URL consists of. `None` leaves a parameter out.
#[derive(Clone, Debug)]
pub struct AuthorizationRequest<'a> {
    /// Where the person signs in: a My Domain host or one of the two login hosts.
    pub host: &'a Host,
    /// The consumer key of the app.
    pub client_id: &'a str,
    /// One of the app's callback URLs, character for character.
    pub redirect_uri: &'a str,
    /// Scope names; sent joined by one space.
    pub scopes: &'a [String],
    /// Salesforce returns this value unchanged with its answer.
    pub state: Option<&'a str>,
    /// `login`, `consent`, `select_account`, or several of them separated by spaces.
    pub prompt: Option<&'a str>,
    /// The user name to suggest at sign-in.
    pub login_hint: Option<&'a str>,
}

impl AuthorizationRequest<'_> {
    /// The query parameters in order, not yet encoded.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = vec![
            ("response_type", "code".to_owned()),
            ("client_id", self.client_id.to_owned()),
            ("redirect_uri", self.redirect_uri.to_owned()),
            ("scope", ScopeList::joined(self.scopes)),
        ];
        for (name, value) in [("state", self.state), ("prompt", self.prompt), ("login_hint", self.login_hint)] {
            if let Some(value) = value {
                parameters.push((name, value.to_owned()));
            }
        }
        parameters
    }

    /// The URL, percent-encoded according to RFC 3986.
    pub fn url(&self) -> String {
        let mut url = ["https://", self.host.as_str(), "/services/oauth2/authorize"].concat();
        for (at, (name, value)) in self.parameters().iter().enumerate() {
            url.push(if at == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.extend(percent_encode(value));
        }
        url
    }
}

/// Every byte except those that RFC 3986 calls unreserved: `A-Za-z0-9-._~`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes every byte of `text` except `A-Za-z0-9-._~`.
pub fn percent_encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}
