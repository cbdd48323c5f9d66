//! CORS for the simulated API, as a permissive server does it, so that pages of other origins can use it and the fault
//! `no-cors` has an effect. (StackOne's own API refuses such requests.)

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::log::Received;
use super::state::Simulator;

/// Marks an answer that gets no CORS headers.
#[derive(Clone)]
struct Without;

/// Marks an answer to get no CORS headers.
pub fn without(mut answer: Response) -> Response {
    answer.extensions_mut().insert(Without);
    answer
}

/// Answers preflights and adds the headers to the answers of cross-origin requests.
pub async fn allow(State(simulator): State<Arc<Simulator>>, request: Request, next: Next) -> Response {
    let Some(origin) = request.headers().get(header::ORIGIN).cloned() else {
        return next.run(request).await;
    };
    if let Some(wanted) = wanted_method(&request) {
        let path = request.uri().path().to_owned();
        let refused = simulator.change_faults(|faults| faults.take_for_preflight(&wanted, &path));
        let (head, _) = request.into_parts();
        simulator.log().push(Received::new(&head, &path, &[]));
        return if refused { StatusCode::FORBIDDEN.into_response() } else { preflight(&head.headers, origin) };
    }
    let mut answer = next.run(request).await;
    if answer.extensions().get::<Without>().is_none() {
        let headers = answer.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("retry-after"));
        headers.insert(header::VARY, HeaderValue::from_static("origin"));
    }
    answer
}

/// The method that a preflight announces; `None` if the request is no preflight.
fn wanted_method(request: &Request) -> Option<String> {
    let wanted = request.headers().get(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    (request.method() == Method::OPTIONS).then(|| String::from_utf8_lossy(wanted.as_bytes()).into_owned())
}

fn preflight(asked: &HeaderMap, origin: HeaderValue) -> Response {
    let mut answer = StatusCode::NO_CONTENT.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    // Never cached: a later preflight may meet a fault.
    headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("0"));
    for (question, reply) in [
        (header::ACCESS_CONTROL_REQUEST_METHOD, header::ACCESS_CONTROL_ALLOW_METHODS),
        (header::ACCESS_CONTROL_REQUEST_HEADERS, header::ACCESS_CONTROL_ALLOW_HEADERS),
    ] {
        if let Some(value) = asked.get(question) {
            headers.insert(reply, value.clone());
        }
    }
    answer
}
