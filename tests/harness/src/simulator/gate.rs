//! The gate before the API: requests without a valid key (or a session token, from the Hub), or without the documented
//! shape, reach no handler. So handlers need not check again.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::Value;

use super::connect::hub;
use super::openapi::{self, Operation};
use super::state::Simulator;
use super::{envelope, key};

/// Passes a request on, or refuses it as StackOne does.
pub async fn check(
    State(simulator): State<Arc<Simulator>>,
    matched: MatchedPath,
    mut request: Request,
    next: Next,
) -> Response {
    let path = matched.as_str().trim_start_matches("/stackone");
    let method = match request.method() {
        &Method::HEAD => Method::GET,
        other => other.clone(),
    };
    let Some(operation) = openapi::operation(method.as_str(), path) else {
        // An unknown path or method: the router answers 404 or 405.
        return next.run(request).await;
    };
    if operation.wants_session() {
        let token = request.headers().get(hub::HEADER).and_then(|token| token.to_str().ok()).map(str::to_owned);
        let Some(token) = token.filter(|token| hub::session(&simulator, token).is_some()) else {
            return envelope::refusal(StatusCode::UNAUTHORIZED, "The connect session has expired");
        };
        request.extensions_mut().insert(hub::Token(token));
    } else if let Err((status, message)) = key::check(&method, request.headers()) {
        return envelope::refusal(status, message);
    }
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return envelope::bad_request(&["the body broke off".into()]);
    };
    let complaints = complaints(&operation, &head, &body);
    if !complaints.is_empty() {
        return envelope::bad_request(&complaints);
    }
    next.run(Request::from_parts(head, Body::from(body))).await
}

fn complaints(operation: &Operation, head: &Parts, body: &[u8]) -> Vec<String> {
    let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::try_from_uri(&head.uri) else {
        return vec!["the query is malformed".into()];
    };
    let mut complaints = operation.query_complaints(&pairs);
    match json_in(head, body) {
        Ok(body) => complaints.extend(operation.body_complaints(body.as_ref())),
        Err(complaint) => complaints.push(complaint),
    }
    complaints
}

fn json_in(head: &Parts, body: &[u8]) -> Result<Option<Value>, String> {
    if body.is_empty() {
        return Ok(None);
    }
    let content_type = head.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("application/json") {
        return Err("the Content-Type should be application/json".into());
    }
    // The parser's own message would quote the body, and with it perhaps a secret.
    serde_json::from_slice(body).map(Some).map_err(|_| "the body is not JSON".into())
}
