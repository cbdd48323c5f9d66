//! Sends one request and reads its answer. Secrets are written into the request only here.
//!
//! A browser repeats a request on its own, even a POST, if a reused connection closes before the first byte of the
//! answer. The table shows how often the server received one `fetch` after a list read with `credentials:
//! "same-origin"`, on 2026-11-28 (Chromium 156, Firefox 153; closed with FIN and with RST, in Chromium over HTTP/2 also
//! with GOAWAY):
//!
//! | the create | Chromium, 1.1 and 2 | Firefox, 1.1 | Firefox, 2 |
//! |---|---|---|---|
//! | as here; `keepalive`; another `cache` or `priority`; a blob; `XMLHttpRequest`; from a worker | 2 | 2 | 1 |
//! | `credentials: "omit"` to the page's own origin | 1 | 1 | 1 |
//! | `credentials: "omit"` to another origin | 2 | 2 | 1 |
//! | `credentials: "include"` to another origin | 1 | 1 | 1 |
//! | a stream (`duplex: "half"`) | never sent over 1.1; 1 over 2 | 2 | 1 |
//! | as here, where the server closes the connection after each answer (1.1) | 1 | 1 | |
//!
//! `omit` excludes hosts that sign people in with cookies, `include` requires a CORS permission without `*`, and a
//! stream does not work over HTTP/1.1. So the servers in `static/hosting` close the connection after each answer of the
//! API, and the app reads the list again after each create.

use gloo_net::http::{Headers, Response};
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestInit, RequestRedirect, ResponseType};

use super::MountContext;
use super::csp_violation::CspViolationObserver;
use super::now;
use crate::app::Authorize;
use crate::profile::Secret;
use crate::stackone::secrets::{carried, cleaned};
use crate::stackone::{Answer, Request, Show, TransportError};

/// The maximum length of an answer, in bytes.
const MAX_ANSWER_BYTES: u64 = 5_000_000;

/// Sends a request once. Does not follow redirects, which would pass the body on.
pub async fn send(
    context: &MountContext,
    request: Request,
    authorize: Authorize,
    timeout_ms: u32,
) -> Result<Answer, TransportError> {
    let patience = AbortSignal::timeout_with_u32(timeout_ms);
    let authorization = match authorize {
        Authorize::Value(value) => Some(value),
        Authorize::Host => Some(ask_host(context, &patience).await?),
        Authorize::Nobody => None,
    };
    // The host page's own value is known only here, so an echo of it is redacted here, too.
    let decode = |token: &str| web_sys::window()?.atob(token).ok();
    let secrets = authorization.as_ref().map(|value| carried(value, decode)).unwrap_or_default();
    let violations = CspViolationObserver::start(&request.url);
    let Ok(response) = fetch(context, &request, authorization, &patience).await else {
        return Err(why(&patience, &violations).await);
    };
    // The target of a redirect is hidden, and nothing was sent to it.
    let status = if response.type_() == ResponseType::Opaqueredirect { 302 } else { response.status() };
    let headers = response.headers();
    // WebKit returns an incomplete body without an error. `Content-Length` alone proves nothing: it counts compressed
    // bytes, which outnumber the text of a short answer.
    let promised = headers.get("Content-Length").and_then(|length| length.parse::<u64>().ok()).unwrap_or(0);
    let body = text(response).await.ok();
    let whole = |body: &String| body.len() as u64 >= promised || body.trim_end().ends_with(['}', ']']);
    let body = body.filter(|body| body.len() as u64 <= MAX_ANSWER_BYTES && whole(body));
    let now = now();
    let [retry_after, date, age] = ["Retry-After", "Date", "Age"].map(|name| headers.get(name));
    let body = body.map(|body| cleaned(&body, &secrets));
    Answer { status, retry_after, date, age, now, ..Answer::default() }.arrived(body)
}

/// Calls `fetch` with a URL and options, as a host page that wraps it expects. gloo-net passes one `Request`, and
/// panics if a wrapped `fetch` rejects with something other than an `Error`.
async fn fetch(
    context: &MountContext,
    request: &Request,
    authorization: Option<Secret>,
    patience: &AbortSignal,
) -> Result<Response, JsValue> {
    let headers = Headers::new();
    headers.set("Accept", "application/json");
    if let Some(value) = authorization {
        headers.set("Authorization", value.expose());
    }
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(&AbortSignal::any(&Array::of2(&context.gone.signal(), patience))));
    if request.body.is_some() {
        headers.set("Content-Type", "application/json");
        let body = Secret::new(request.json(Show::Secrets));
        init.set_body(&JsValue::from_str(body.expose()));
    }
    init.set_headers(&headers.into_raw());
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(&request.url, &init)).await?;
    Ok(response.dyn_into::<web_sys::Response>()?.into())
}

/// Reads a body. gloo-net would panic if the host page aborts with something other than an `Error`.
async fn text(response: Response) -> Result<String, JsValue> {
    let text = JsFuture::from(web_sys::Response::from(response).text()?).await?;
    text.as_string().ok_or(text)
}

/// Why a request failed. Checks the signal instead of the error, because engines name the error differently.
async fn why(patience: &AbortSignal, violations: &CspViolationObserver) -> TransportError {
    if patience.aborted() {
        return TransportError::TimedOut;
    }
    if violations.saw_violation().await {
        return TransportError::ForbiddenByPolicy;
    }
    match web_sys::window().map(|window| window.navigator().on_line()) {
        Some(false) => TransportError::Offline,
        Some(true) | None => TransportError::Network,
    }
}

/// Asks the host page for the header, anew for each request. The request's timeout includes the wait.
async fn ask_host(context: &MountContext, patience: &AbortSignal) -> Result<Secret, TransportError> {
    let given = context.get_authorization.as_ref().map_or(Ok(JsValue::UNDEFINED), |ask| ask.call0(&JsValue::UNDEFINED));
    let given = match given {
        Ok(value) => JsFuture::from(Promise::race(&Array::of2(&value, &ended(context, patience)))).await,
        thrown => thrown,
    };
    match given.map(|value| value.as_string()) {
        Ok(value) => value.filter(|value| is_header_value(value)).map(Secret::new).ok_or(String::new()),
        Err(error) => Err(words_of(&error)),
    }
    .map_err(TransportError::NoAuthorization)
}

/// Whether `value` is a valid header value. gloo-net panics for others.
fn is_header_value(value: &str) -> bool {
    !value.is_empty() && value.trim_matches(['\t', '\n', '\r', ' ']).chars().all(|c| matches!(c, '\t' | ' '..='ÿ'))
}

/// The message of an error. `instanceof` would fail for an error from another frame.
fn words_of(error: &JsValue) -> String {
    let message = || Reflect::get(error, &"message".into()).ok()?.as_string();
    error.as_string().or_else(message).unwrap_or_default()
}

/// Resolves when the time is over or the form is unmounted.
fn ended(context: &MountContext, patience: &AbortSignal) -> Promise {
    let signal = AbortSignal::any(&Array::of2(&context.gone.signal(), patience));
    Promise::new(&mut |resolve, _| signal.set_onabort(Some(&resolve)))
}
