//! Connections: accepts them, serves request after request on each, and can close one before any byte of the answer.
//!
//! If a reused connection closes, a browser silently resends the request, even a POST. The fault `drop-reused` shows
//! what the page makes of that. For other faults of that kind, the log must show what the page itself sent: while one
//! is queued, no connection is reused.

use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::response::{IntoResponse, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt;

/// Marks an answer that must not be sent.
#[derive(Clone)]
struct Closed;

/// Marks a request on a reused connection.
#[derive(Clone)]
struct Reused;

/// Closes the connection instead of answering.
pub fn close() -> Response {
    let mut answer = ().into_response();
    answer.extensions_mut().insert(Closed);
    answer
}

/// Whether the connection had an earlier request.
pub fn is_reused(request: &Request<Body>) -> bool {
    request.extensions().get::<Reused>().is_some()
}

/// Serves until it is dropped, with all its connections. `fresh` says whether each request must use a new connection.
pub async fn serve(listener: TcpListener, router: Router, fresh: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    connections.spawn(one(stream, router.clone(), fresh.clone()));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn one(stream: TcpStream, router: Router, mut fresh: watch::Receiver<bool>) {
    let used = AtomicBool::new(false);
    let service = service_fn(|request: Request<Incoming>| {
        let router = router.clone();
        let mut request = request.map(Body::new);
        if used.swap(true, Ordering::Relaxed) {
            request.extensions_mut().insert(Reused);
        }
        async move {
            let answer: Result<Response, Infallible> = router.oneshot(request).await;
            let answer = answer.unwrap_or_else(|never| match never {});
            match answer.extensions().get::<Closed>() {
                // For hyper, an error of the service means: close without an answer.
                Some(Closed) => Err(io::Error::other("closed on purpose")),
                None => Ok(answer),
            }
        }
    });
    let keeps = !*fresh.borrow_and_update();
    let mut connection = pin!(http1::Builder::new().keep_alive(keeps).serve_connection(TokioIo::new(stream), service));
    loop {
        tokio::select! {
            // An error here is a client that disconnected, or a connection closed on purpose.
            _ = connection.as_mut() => return,
            Ok(()) = fresh.changed() => {
                if *fresh.borrow_and_update() {
                    connection.as_mut().graceful_shutdown();
                }
            }
        }
    }
}
