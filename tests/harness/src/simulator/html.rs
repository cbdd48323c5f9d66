//! The simulator's own pages, for Salesforce and for StackOne: plain forms without scripts. Their policy is as strict
//! as the product page's, except for a style sheet and forms that post to this origin. (A browser applies that to the
//! redirect after a form, too: a callback on another origin is for tests without a browser.)

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// The policy of these pages.
pub const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The URL of the style sheet. Requests to it are not logged.
pub const STYLE_PATH: &str = "/_simulator/page.css";

/// A page with a heading. `player` says whose page is simulated.
pub fn page(status: StatusCode, player: &str, heading: &str, body: &Markup) -> Response {
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (heading) " | " (player) " (simulated)" }
                link rel="stylesheet" href=(STYLE_PATH);
            }
            body {
                main {
                    h1 { (heading) }
                    (body)
                }
                footer { p { "This is a simulated " (player) ". Nothing leaves this computer. Don’t enter a real password." } }
            }
        }
    };
    let mut answer = (status, Html(document.into_string())).into_response();
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// The style sheet.
pub async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("page.css")).into_response()
}
