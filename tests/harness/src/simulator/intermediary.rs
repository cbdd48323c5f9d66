//! Web pages in place of StackOne's answer: from the host that serves the page, from its sign-in, from a firewall in
//! front of it. Nothing reaches StackOne.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// The start page that a host sends for unknown URLs, if forwarding to StackOne is not configured.
pub fn start_page() -> Response {
    page(StatusCode::OK, "Set-up", "<div id=\"root\"></div>", &[])
}

/// A content delivery network that mistakes the request for an attack.
pub fn firewall() -> Response {
    let words = "<p>Sorry, you have been blocked. Ray ID: 8f1d2c3b4a596877</p>";
    let headers = [(header::SERVER, "edge"), (HeaderName::from_static("cf-ray"), "8f1d2c3b4a596877-FRA")];
    page(StatusCode::FORBIDDEN, "Attention Required!", words, &headers)
}

/// The host's own sign-in, which expects its own password in the header that has StackOne's key.
pub fn sign_in() -> Response {
    let headers = [(header::WWW_AUTHENTICATE, "Basic realm=\"intranet\"")];
    page(StatusCode::UNAUTHORIZED, "401 Authorization Required", "<hr><center>nginx</center>", &headers)
}

fn page(status: StatusCode, title: &str, body: &str, headers: &[(HeaderName, &'static str)]) -> Response {
    let html =
        format!("<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>");
    let mut answer = (status, Html(html)).into_response();
    for (name, value) in headers {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}
