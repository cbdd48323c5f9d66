//! Connections: takes them in, serves one request on each, and can close one without a byte of answer.
//!
//! A connection carries one request only. A browser that meets a dropped connection which it had used before
//! quietly sends the request again, a POST too; with fresh connections the log shows what the page itself sent.

use std::convert::Infallible;
use std::io;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::response::{IntoResponse, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tower::ServiceExt;

/// Marks an answer that must not be sent.
#[derive(Clone)]
struct Closed;

/// An answer that is none: the connection closes instead.
pub fn close() -> Response {
    let mut answer = ().into_response();
    answer.extensions_mut().insert(Closed);
    answer
}

/// Serves until it is dropped, and all its connections with it.
pub async fn serve(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    connections.spawn(one(stream, router.clone()));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn one(stream: TcpStream, router: Router) {
    let service = service_fn(move |request: Request<Incoming>| {
        let router = router.clone();
        async move {
            let answer: Result<Response, Infallible> = router.oneshot(request.map(Body::new)).await;
            let answer = answer.unwrap_or_else(|never| match never {});
            match answer.extensions().get::<Closed>() {
                // To hyper an error of the service means: close, and say nothing.
                Some(Closed) => Err(io::Error::other("closed on purpose")),
                None => Ok(answer),
            }
        }
    });
    // An error here is a client that went away, or a connection closed on purpose.
    let _ = http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service).await;
}
