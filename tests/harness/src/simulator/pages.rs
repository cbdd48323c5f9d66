//! Static files: serves the built page as a production host should, with a strict Content-Security-Policy, the right
//! types and brotli, at the root or below a sub-path, with a test's overlays.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;

use super::overlay::Answer;

/// The policy of the page in production.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; img-src 'self'";

/// A page with a Cross-Origin-Embedder-Policy loads only files that allow it, and frames that have one, too.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const EMBEDDER_POLICY: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");

/// The page and how to serve it.
pub struct Pages {
    dist: PathBuf,
    policy: HeaderValue,
    mount: String,
    overlays: RwLock<BTreeMap<String, Answer>>,
    served: RwLock<BTreeMap<String, usize>>,
}

impl Pages {
    /// `mount` is empty for the root, otherwise like `/sub/path`.
    pub fn new(dist: &Path, policy: HeaderValue, mount: String, overlays: BTreeMap<String, Answer>) -> Self {
        Self { dist: dist.to_owned(), policy, mount, overlays: RwLock::new(overlays), served: RwLock::default() }
    }

    /// Adds an overlay, or removes it.
    pub fn set_overlay(&self, path: &str, answer: Option<Answer>) {
        let mut overlays = self.overlays.write().unwrap_or_else(PoisonError::into_inner);
        match answer {
            Some(answer) => overlays.insert(path.to_owned(), answer),
            None => overlays.remove(path),
        };
    }

    /// How often a path was requested.
    pub fn served(&self, path: &str) -> usize {
        let served = self.served.read().unwrap_or_else(PoisonError::into_inner);
        served.get(path).copied().unwrap_or_default()
    }

    fn count(&self, path: &str) {
        let mut served = self.served.write().unwrap_or_else(PoisonError::into_inner);
        *served.entry(path.to_owned()).or_default() += 1;
    }

    fn overlay(&self, path: &str) -> Option<Answer> {
        let overlays = self.overlays.read().unwrap_or_else(PoisonError::into_inner);
        let index = (path == "/").then(|| overlays.get("/index.html")).flatten();
        overlays.get(path).or(index).cloned()
    }
}

/// A router that answers every path.
pub fn router(pages: Arc<Pages>) -> Router {
    Router::new().fallback(serve).with_state(pages).layer(CompressionLayer::new())
}

async fn serve(State(pages): State<Arc<Pages>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path();
    if path == pages.mount {
        // Relative URLs in the page need the slash.
        return Redirect::temporary(&format!("{path}/")).into_response();
    }
    let below = path.strip_prefix(&pages.mount).filter(|rest| rest.starts_with('/'));
    let Some(path) = below.map(str::to_owned) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    pages.count(&path);
    let mut answer = match pages.overlay(&path) {
        Some(overlay) => overlay.send().await,
        None => file(&pages.dist, request, &path).await,
    };
    add_headers(answer.headers_mut(), &path, &pages.policy);
    answer
}

async fn file(dist: &Path, mut request: Request, path: &str) -> Response {
    let Ok(uri) = path.parse::<Uri>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let answer = ServeDir::new(dist).oneshot(request).await.unwrap_or_else(|never| match never {});
    answer.map(Body::new)
}

fn add_headers(headers: &mut HeaderMap, path: &str, policy: &HeaderValue) {
    // A file with a hash in its name never changes.
    let lasting = if has_hash(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let ours: [(HeaderName, HeaderValue); 5] = [
        (header::CONTENT_SECURITY_POLICY, policy.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::CACHE_CONTROL, HeaderValue::from_static(lasting)),
        (RESOURCE_POLICY, HeaderValue::from_static("cross-origin")),
    ];
    for (name, value) in ours {
        headers.entry(name).or_insert(value);
    }
    if path.ends_with("/embed.html") {
        headers.entry(EMBEDDER_POLICY).or_insert(HeaderValue::from_static("require-corp"));
    }
    // Pages of other origins may use the element.
    if path.ends_with(".js") || path.ends_with(".wasm") {
        headers.entry(header::ACCESS_CONTROL_ALLOW_ORIGIN).or_insert(HeaderValue::from_static("*"));
    }
}

/// Trunk writes `name-0123456789abcdef.js` and `name-0123456789abcdef_bg.wasm`, without leading zeros of the number.
fn has_hash(path: &str) -> bool {
    let hex = |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.rsplit('/').next().unwrap_or_default().split(['-', '_', '.']).any(hex)
}
