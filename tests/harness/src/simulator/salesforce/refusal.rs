//! Salesforce's errors, with code and text, and where they appear: as plain text at the authorize URL, as a page of the
//! org, at the callback, or as JSON at the token endpoint. The page shows no cause: only its URL does.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde_json::json;

use super::super::html as pages;
use super::host::{Host, Org};
use super::redirect::{query, to_callback};
use super::routes;

/// One of Salesforce's errors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refusal {
    pub error: &'static str,
    pub description: &'static str,
}

const fn refusal(error: &'static str, description: &'static str) -> Refusal {
    Refusal { error, description }
}

pub const UNKNOWN_KEY: Refusal = refusal("invalid_client_id", "client identifier invalid");
pub const WRONG_CALLBACK: Refusal = refusal("redirect_uri_mismatch", "redirect_uri must match configuration");
pub const NO_CALLBACK: Refusal = refusal("redirect_uri_missing", "redirect_uri not provided");
pub const NOT_GET: Refusal = refusal("invalid_request", "must use HTTP GET");
pub const NO_CHALLENGE: Refusal = refusal("invalid_request", "missing required code challenge");
pub const RESPONSE_TYPE: Refusal = refusal("unsupported_response_type", "response type not supported");
pub const SCOPE: Refusal = refusal("invalid_scope", "the requested scope is not allowed");
pub const MALFORMED_SCOPE: Refusal = refusal("invalid_scope", "requested scope is invalid, unknown, or malformed");
pub const DENIED: Refusal = refusal("access_denied", "end-user denied authorization");
pub const BLOCKED: Refusal = refusal("OAUTH_APP_BLOCKED", "this app is blocked by admin");
pub const NOT_INSTALLED: Refusal = refusal("invalid_client", "app must be installed into org");
pub const NOT_APPROVED: Refusal = refusal("OAUTH_APP_ACCESS_DENIED", "user is not admin approved to access this app");
pub const CROSS_ORG: Refusal =
    refusal("OAUTH_AUTHORIZATION_BLOCKED", "Cross-org OAuth flows are not supported for this external client app");
pub const NOT_IN_ORG: Refusal = refusal("OAUTH_EC_APP_NOT_FOUND", "External client app is not installed in this org");
pub const NOT_POST: Refusal = refusal("invalid_request", "must use HTTP POST");
pub const WRONG_SECRET: Refusal = refusal("invalid_client", "invalid client credentials");
pub const EXPIRED_CODE: Refusal = refusal("invalid_grant", "expired authorization code");
pub const WRONG_VERIFIER: Refusal = refusal("invalid_grant", "invalid code verifier");
pub const WRONG_HOST: Refusal = refusal("invalid_grant", "authentication failure");
pub const GRANT_TYPE: Refusal = refusal("unsupported_grant_type", "grant type not supported");
pub const EXPIRED_REFRESH: Refusal = refusal("invalid_grant", "expired access/refresh token");

/// The error page of an org, below its host.
pub const PAGE: &str = "/setup/secur/RemoteAccessErrorPage.apexp";

impl Refusal {
    fn pairs(self) -> [(&'static str, &'static str); 2] {
        [("error", self.error), ("error_description", self.description)]
    }

    /// Plain text at the current URL.
    pub fn as_text(self) -> Response {
        let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        (StatusCode::BAD_REQUEST, headers, query(&self.pairs())).into_response()
    }

    /// The org's error page, whose URL contains the cause.
    pub fn at_page(self, org: &Org) -> Response {
        Redirect::to(&format!("/salesforce/{}{PAGE}?{}", org.host(), query(&self.pairs()))).into_response()
    }

    /// A redirect to the app.
    pub fn at_callback(self, callback: &str, state: Option<&str>) -> Response {
        let mut pairs = self.pairs().to_vec();
        pairs.extend(state.map(|state| ("state", state)));
        to_callback(callback, &pairs)
    }

    /// The answer of the token endpoint.
    pub fn as_json(self) -> Response {
        let body = json!({ "error": self.error, "error_description": self.description });
        (StatusCode::BAD_REQUEST, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
    }
}

/// `GET …/setup/secur/RemoteAccessErrorPage.apexp`
pub async fn show(host: Host) -> Response {
    if host.is_generic() {
        return routes::not_found();
    }
    let body = html! {
        p {
            "We can't authorize you because of an OAuth error. "
            "For more information, contact your Salesforce administrator."
        }
        p {
            // Salesforce's own spelling.
            "OAUTH_APPROVAL_ERROR_GENERIC : An unexpected error has occured during authentication. Please try again."
        }
    };
    pages::page(StatusCode::OK, routes::PLAYER, "Authorization Error", &body)
}
