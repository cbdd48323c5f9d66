//! Receives a request, logs it, and passes it on, or to `spoil` if a fault is queued for it.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use super::faults::{Fault, Kind};
use super::log::Received;
use super::state::Simulator;
use super::{connection, envelope, spoil};

/// No request of the form comes near this size.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// Receives a request.
pub async fn receive(State(simulator): State<Arc<Simulator>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let reused = connection::is_reused(&request);
    let method = request.method().to_string();
    let take = || simulator.change_faults(|faults| faults.take(&method, &path, reused));
    let (mut fault, mut renaming) = (take(), None);
    if let Some(Fault { kind: Kind::Renamed(how), .. }) = fault {
        (fault, renaming) = (take(), Some(how));
    }
    let (mut head, body) = request.into_parts();
    renaming.and_then(|how| head.extensions.insert(how));
    if fault.as_ref().is_some_and(|fault| fault.kind == Kind::DropBefore) {
        simulator.log().push(Received::new(&head, &path, &[]));
        return connection::close();
    }
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return envelope::refusal(StatusCode::PAYLOAD_TOO_LARGE, "The body is too large");
    };
    simulator.log().push(Received::new(&head, &path, &body));
    let request = Request::from_parts(head, Body::from(body));
    match fault {
        None => next.run(request).await,
        Some(fault) => spoil::spoil(&simulator, fault, request, next).await,
    }
}
