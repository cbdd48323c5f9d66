//! Redirects to an app's callback. This origin simulates `https://api.stackone.com/…` below `/stackone`, so redirects
//! to it go there, because nothing here leaves the computer. The real URL is compared with the app's. Other callbacks
//! are used unchanged.

use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const STACKONE: &str = "https://api.stackone.com/";
const PLAYED_BY: &str = "/stackone/";

/// The characters that RFC 3986 leaves unescaped; a space is `%20`, as Salesforce writes it.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The query, without the question mark.
pub fn query(parameters: &[(&str, &str)]) -> String {
    let pairs = parameters.iter().map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, ENCODED)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The URL with these parameters added.
pub fn with_parameters(address: &str, parameters: &[(&str, &str)]) -> String {
    let separator = if address.contains('?') { '&' } else { '?' };
    format!("{address}{separator}{}", query(parameters))
}

/// Redirects the browser to the app.
pub fn to_callback(callback: &str, parameters: &[(&str, &str)]) -> Response {
    let place = match callback.strip_prefix(STACKONE) {
        Some(rest) => format!("{PLAYED_BY}{rest}"),
        None => callback.to_owned(),
    };
    Redirect::to(&with_parameters(&place, parameters)).into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::header::LOCATION;

    use super::*;

    #[test]
    fn only_stackones_own_address_is_played_here() {
        for (callback, place) in [
            (
                "https://api.stackone.com/connect/oauth2/salesforce/callback",
                "/stackone/connect/oauth2/salesforce/callback?a=b%20c%2Fd~",
            ),
            ("https://api.stackone.com.evil.example/x", "https://api.stackone.com.evil.example/x?a=b%20c%2Fd~"),
            ("https://app.example/cb?x=1", "https://app.example/cb?x=1&a=b%20c%2Fd~"),
        ] {
            let answer = to_callback(callback, &[("a", "b c/d~")]);
            assert_eq!((answer.status().as_u16(), answer.headers()[LOCATION].to_str().unwrap()), (303, place));
        }
    }
}
