//! Overlays: answers that replace files of the built page: another `config.json`, a missing script, a module with a
//! wrong type, a host page.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// The replacement for a file.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    body: Vec<u8>,
    headers: Vec<(HeaderName, HeaderValue)>,
    delay: Duration,
}

impl Answer {
    /// An answer. Panics if the status or the type is invalid: only tests call this.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let status = StatusCode::from_u16(status).expect("a status");
        let answer = Self { status, body: body.into(), headers: Vec::new(), delay: Duration::ZERO };
        answer.with_header("content-type", content_type)
    }

    /// 200 with JSON.
    pub fn json(value: &Value) -> Self {
        Self::new(200, "application/json", value.to_string())
    }

    /// 200 with a web page.
    pub fn html(page: &str) -> Self {
        Self::new(200, "text/html; charset=utf-8", page)
    }

    /// A status with a line of text, such as 404.
    pub fn status(status: u16) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("status {status}\n"))
    }

    /// Adds a header. It replaces the server's own, such as the Content-Security-Policy.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a header name");
        self.headers.push((name, HeaderValue::from_str(value).expect("a header value")));
        self
    }

    /// Delays the answer.
    #[must_use]
    pub fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    pub(super) async fn send(self) -> Response {
        tokio::time::sleep(self.delay).await;
        let mut response = (self.status, Body::from(self.body)).into_response();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response.headers_mut().extend(self.headers);
        response
    }
}
