//! Connections: takes them in, serves request after request on each, and can close one without a byte of answer.
//!
//! A browser that meets a closed connection which it had used before quietly sends the request again, a POST too; the
//! fault `drop-reused` shows what the page makes of that. With the other faults of that kind the log is to show what the
//! page itself sent: while one of them waits, no connection is used twice.

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

/// Marks a request whose connection had one before.
#[derive(Clone)]
struct Reused;

/// An answer that is none: the connection closes instead.
pub fn close() -> Response {
    let mut answer = ().into_response();
    answer.extensions_mut().insert(Closed);
    answer
}

/// Whether the connection of a request had one before.
pub fn is_reused(request: &Request<Body>) -> bool {
    request.extensions().get::<Reused>().is_some()
}

/// Serves until it is dropped, and all its connections with it. `fresh` says whether each request is to come on a
/// connection of its own.
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
                // To hyper an error of the service means: close, and say nothing.
                Some(Closed) => Err(io::Error::other("closed on purpose")),
                None => Ok(answer),
            }
        }
    });
    let keeps = !*fresh.borrow_and_update();
    let mut connection = pin!(http1::Builder::new().keep_alive(keeps).serve_connection(TokioIo::new(stream), service));
    loop {
        tokio::select! {
            // An error here is a client that went away, or a connection closed on purpose.
            _ = connection.as_mut() => return,
            Ok(()) = fresh.changed() => {
                if *fresh.borrow_and_update() {
                    connection.as_mut().graceful_shutdown();
                }
            }
        }
    }
}
