//! Forwarding: `cargo demo --api-base-url` forwards requests below `/stackone` to the real API, as the reverse proxy of
//! a production host does. Nothing is logged, because real keys and secrets pass through.

use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::any;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::envelope::refusal;

/// The only headers that the API gets. Without Origin, Referer and Cookie, because it refuses browsers.
const REQUEST_HEADERS: [header::HeaderName; 3] = [header::AUTHORIZATION, header::CONTENT_TYPE, header::ACCEPT];
const ANSWER_HEADERS: [header::HeaderName; 2] = [header::CONTENT_TYPE, header::RETRY_AFTER];

struct Target {
    client: Client<HttpsConnector<HttpConnector>, Body>,
    base: String,
}

/// Routes that forward everything below `/stackone` to `base_url`.
pub fn router(base_url: &str) -> Result<Router> {
    let base: Uri = base_url.parse().with_context(|| format!("{base_url} is no URL"))?;
    anyhow::ensure!(matches!(base.scheme_str(), Some("http" | "https")), "{base_url} should begin with https://");
    let tls = HttpsConnectorBuilder::new().with_platform_verifier();
    // Connections are not reused, so that no create is sent twice.
    let client = Client::builder(TokioExecutor::new())
        .pool_max_idle_per_host(0)
        .retry_canceled_requests(false)
        .build(tls.https_or_http().enable_http1().build());
    let target = Target { client, base: base_url.trim_end_matches('/').to_owned() };
    Ok(Router::new().route("/stackone", any(pass)).route("/stackone/{*rest}", any(pass)).with_state(Arc::new(target)))
}

async fn pass(State(target): State<Arc<Target>>, request: Request) -> Response {
    let path = request.uri().path_and_query().map_or("", |path| path.as_str());
    let Ok(uri) = format!("{}{}", target.base, path.trim_start_matches("/stackone")).parse() else {
        return refusal(StatusCode::BAD_REQUEST, "The address is malformed");
    };
    let (head, body) = request.into_parts();
    let mut onward = Request::new(body);
    *onward.method_mut() = head.method;
    *onward.uri_mut() = uri;
    *onward.headers_mut() = only(&REQUEST_HEADERS, &head.headers);
    match target.client.request(onward).await {
        Ok(answer) => {
            let (mut head, body) = answer.into_parts();
            head.headers = only(&ANSWER_HEADERS, &head.headers);
            Response::from_parts(head, Body::new(body))
        }
        // The error may contain the URL but never the key, which is in a header.
        Err(error) => refusal(StatusCode::BAD_GATEWAY, &format!("The API could not be reached: {error}")),
    }
}

fn only(names: &[header::HeaderName], headers: &HeaderMap) -> HeaderMap {
    let kept = names.iter().filter_map(|name| Some((name.clone(), headers.get(name)?.clone())));
    kept.collect()
}
