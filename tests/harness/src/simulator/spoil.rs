//! Executes a fault: spoils the answer to a request, before or after the request is executed.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Query, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};

use super::faults::{Content, Fault, Kind};
use super::profiles::{self, ConnectorProfile, Filter};
use super::state::Simulator;
use super::{connection, cors, echo, envelope, intermediary};

/// More than five megabytes, from which an answer counts as huge.
const HUGE: usize = 6 * 1024 * 1024;

/// Answers a request that takes a fault.
pub async fn spoil(simulator: &Arc<Simulator>, fault: Fault, request: Request, next: Next) -> Response {
    match fault.kind {
        Kind::Status { status, body, retry_after } => {
            if fault.after_work {
                next.run(request).await;
            }
            with_status(status, body, retry_after).await
        }
        Kind::Delay(delay) => around(tokio::time::sleep(delay), fault.after_work, request, next).await,
        Kind::Hold => around(simulator.until_released(), fault.after_work, request, next).await,
        Kind::Hang => {
            if fault.after_work {
                next.run(request).await;
            }
            simulator.until_reset().await;
            connection::close()
        }
        Kind::DropBefore => connection::close(),
        Kind::DropAfter | Kind::DropReused => {
            next.run(request).await;
            connection::close()
        }
        Kind::Truncate => truncated(next.run(request).await).await,
        Kind::NotJson => not_json(next.run(request).await),
        Kind::WrongShape => wrong_shape(next.run(request).await),
        Kind::Huge => huge(next.run(request).await).await,
        Kind::NoCors => cors::without(next.run(request).await),
        Kind::Echo(status) => {
            let (head, body) = request.into_parts();
            let body = read(body).await;
            let texts = echo::texts(&head, &body);
            match status {
                Some(status) => echo::refusal(status, &texts),
                None => echo::added(next.run(Request::from_parts(head, Body::from(body))).await, &texts).await,
            }
        }
        Kind::StaleList { age, list } => stale(age, list, request),
        // `reception` has handled it.
        Kind::Renamed(_) => next.run(request).await,
        Kind::Late(delay) => {
            let memory = simulator.clone();
            tokio::spawn(async move {
                tokio::select! {
                    () = memory.until_reset() => {}
                    () = tokio::time::sleep(delay) => drop(next.run(request).await),
                }
            });
            simulator.until_reset().await;
            connection::close()
        }
        Kind::Html200 => intermediary::start_page(),
        Kind::Cdn403 => intermediary::firewall(),
        Kind::Basic401 => intermediary::sign_in(),
    }
}

/// The right answer, after a pause before the request is executed or after that.
async fn around(pause: impl Future<Output = ()>, after_work: bool, request: Request, next: Next) -> Response {
    if after_work {
        let answer = next.run(request).await;
        pause.await;
        return answer;
    }
    pause.await;
    next.run(request).await
}

async fn with_status(status: StatusCode, body: Content, retry_after: Option<HeaderValue>) -> Response {
    let reason = status.canonical_reason().unwrap_or("Error");
    let envelope = || envelope::refusal(status, reason);
    let mut answer = match body {
        Content::Envelope => envelope(),
        Content::Given(Value::String(text)) if text.trim_start().starts_with('<') => {
            (status, Html(text)).into_response()
        }
        Content::Given(Value::String(text)) => (status, text).into_response(),
        Content::Given(json) => (status, Json(json)).into_response(),
        Content::Empty => status.into_response(),
        Content::Html => {
            let page = format!("<!doctype html><title>{reason}</title><h1>{reason}</h1><p>The proxy gave up.</p>");
            (status, Html(page)).into_response()
        }
        Content::Huge => huge(envelope()).await,
        Content::Truncated => truncated(envelope()).await,
    };
    if let Some(value) = retry_after {
        answer.headers_mut().insert(header::RETRY_AFTER, value);
    }
    answer
}

/// Sends half of the body, with time to reach the client. Then the stream fails, which closes the connection.
async fn truncated(answer: Response) -> Response {
    let (mut head, body) = answer.into_parts();
    let whole = read(body).await;
    head.headers.insert(header::CONTENT_LENGTH, whole.len().into());
    let half = whole.slice(..whole.len() / 2);
    let failure = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        Err(io::Error::other("cut off on purpose"))
    };
    let parts = stream::once(async { Ok(half) }).chain(stream::once(failure));
    Response::from_parts(head, Body::from_stream(parts))
}

/// A cache has it, and checks neither the key nor StackOne.
fn stale(age: Option<u64>, list: Vec<ConnectorProfile>, request: Request) -> Response {
    let Ok(Query(filter)) = Query::<Filter>::try_from_uri(request.uri()) else {
        return envelope::bad_request(&["the query is malformed".into()]);
    };
    let (total, data) = filter.page_of(list.iter());
    let mut answer = Json(profiles::page_answer(&filter, total, &data)).into_response();
    if let Some(age) = age {
        answer.headers_mut().insert(header::AGE, age.into());
    }
    answer
}

fn not_json(answer: Response) -> Response {
    let page = "<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>";
    (answer.status(), Html(page)).into_response()
}

fn wrong_shape(answer: Response) -> Response {
    (answer.status(), Json(json!({ "result": { "ok": true }, "items": [1, 2, 3] }))).into_response()
}

/// Not through a `Value`: in a test build, serializing so much JSON takes longer than all the rest.
async fn huge(answer: Response) -> Response {
    let (mut head, body) = answer.into_parts();
    let whole = read(body).await;
    let members = whole.strip_prefix(b"{").and_then(|rest| rest.strip_suffix(b"}")).unwrap_or_default();
    let mut text = b"{\"padding\":\"".to_vec();
    text.resize(text.len() + HUGE, b'x');
    text.push(b'"');
    if !members.is_empty() {
        text.push(b',');
        text.extend_from_slice(members);
    }
    text.push(b'}');
    head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(text))
}

async fn read(body: Body) -> Bytes {
    to_bytes(body, usize::MAX).await.expect("the simulator's own answers are in memory")
}
