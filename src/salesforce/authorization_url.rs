//! The address at which an org's user allows an app: Salesforce's authorization URL. Built from values that were
//! checked before; the client secret is not among them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::{Host, ScopeList};

/// All that goes into an authorization URL. `None` leaves a parameter out.
#[derive(Clone, Debug)]
pub struct AuthorizationRequest<'a> {
    /// Where the person signs in: a My Domain host or one of the two login hosts.
    pub host: &'a Host,
    /// The consumer key of the app.
    pub client_id: &'a str,
    /// One of the app's callback URLs, to the character.
    pub redirect_uri: &'a str,
    /// Scope names; sent joined by one space.
    pub scopes: &'a [String],
    /// Comes back with the answer, unchanged.
    pub state: Option<&'a str>,
    /// `login`, `consent`, `select_account`, or several with a space between.
    pub prompt: Option<&'a str>,
    /// A user name to offer at sign-in.
    pub login_hint: Option<&'a str>,
}

impl AuthorizationRequest<'_> {
    /// The query's parameters in their order, not yet encoded.
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

    /// The URL, percent-encoded as RFC 3986 has it.
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

/// All but what RFC 3986 never reserves: `A-Za-z0-9-._~`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `text` with every byte but `A-Za-z0-9-._~` written as `%XX`.
pub fn percent_encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}
