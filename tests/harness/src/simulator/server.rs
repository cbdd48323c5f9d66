//! The server: API, Salesforce, control endpoints and page on one origin. Tests and `cargo demo` start it here.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower::ServiceExt;

use super::overlay::Answer;
use super::pages::{CONTENT_SECURITY_POLICY, Pages};
use super::state::Simulator;
use super::{api, connection, control, forward, pages, salesforce};

/// Configures a server; see [`Server::builder`].
pub struct Builder {
    dist: PathBuf,
    policy: String,
    mount: String,
    overlays: BTreeMap<String, Answer>,
    port: u16,
    forward: Option<String>,
    bare: bool,
    actions: usize,
}

impl Builder {
    /// Replaces the production Content-Security-Policy.
    #[must_use]
    pub fn csp(mut self, policy: &str) -> Self {
        self.policy = policy.to_owned();
        self
    }

    /// Serves `answer` in place of the file at `path` (`/config.json`), relative to the page's folder.
    #[must_use]
    pub fn overlay(mut self, path: &str, answer: Answer) -> Self {
        self.overlays.insert(path.to_owned(), answer);
        self
    }

    /// Serves the page below a path such as `/sub/path`; the API stays where it is.
    #[must_use]
    pub fn mount_under(mut self, path: &str) -> Self {
        self.mount = path.trim_end_matches('/').to_owned();
        self
    }

    /// Uses this port. By default, or with 0, a free one.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Forwards `/stackone` to this API. Then nothing is simulated or logged.
    #[must_use]
    pub fn forward(mut self, base_url: &str) -> Self {
        self.forward = Some(base_url.to_owned());
        self
    }

    /// The API alone, at the root of the origin like `https://api.stackone.com`, for a server in front of it.
    #[must_use]
    pub fn bare_api(mut self) -> Self {
        self.bare = true;
        self
    }

    /// Repeats the usual 400 actions this many times.
    #[must_use]
    pub fn actions(mut self, times: usize) -> Self {
        self.actions = times;
        self
    }

    /// Starts it on 127.0.0.1. It answers once this returns.
    pub async fn start(self) -> Result<Server> {
        let policy = HeaderValue::from_str(&self.policy).context("the policy is no header value")?;
        let pages = Arc::new(Pages::new(&self.dist, policy, self.mount.clone(), self.overlays));
        let simulator = Arc::new(Simulator::new(self.actions));
        let api = match &self.forward {
            Some(base_url) => forward::router(base_url)?,
            None => api::router(simulator.clone())
                .merge(salesforce::routes::router(simulator.clone()))
                .merge(control::router(simulator.clone())),
        };
        let router = if self.bare {
            Router::new().fallback_service(api.map_request(below_stackone))
        } else {
            Router::new().merge(api).fallback_service(pages::router(pages.clone()))
        };
        let listener = listen(self.port).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(connection::serve(listener, router, simulator.fresh()));
        Ok(Server { origin, mount: self.mount, simulator, pages, task })
    }
}

fn below_stackone(mut request: Request) -> Request {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    if let Ok(uri) = format!("/stackone{path}").parse() {
        *request.uri_mut() = uri;
    }
    request
}

/// The ports that were used. Each is used once: what a browser has cached for it, or still sends, must not reach the
/// next server.
static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

async fn listen(port: u16) -> Result<TcpListener> {
    loop {
        let listener = bind(port).await?;
        let given = listener.local_addr()?.port();
        if port != 0 || USED.lock().unwrap_or_else(PoisonError::into_inner).insert(given) {
            return Ok(listener);
        }
    }
}

async fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!("port {port} is in use; choose another one with --port"),
        _ => anyhow!("cannot listen on port {port}: {error}"),
    })
}

/// A running server. Dropping it stops it.
pub struct Server {
    origin: String,
    mount: String,
    simulator: Arc<Simulator>,
    pages: Arc<Pages>,
    task: JoinHandle<()>,
}

impl Server {
    /// A server for the page in `dist`. An empty or missing folder serves the API alone.
    pub fn builder(dist: impl AsRef<Path>) -> Builder {
        Builder {
            dist: dist.as_ref().to_owned(),
            policy: CONTENT_SECURITY_POLICY.to_owned(),
            mount: String::new(),
            overlays: BTreeMap::new(),
            port: 0,
            forward: None,
            bare: false,
            actions: 1,
        }
    }

    /// `http://127.0.0.1:8080`
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The URL of the page, with a trailing slash.
    pub fn url(&self) -> String {
        format!("{}{}/", self.origin, self.mount)
    }

    /// The simulator's state: log, faults, profiles, apps, accounts, clock, reset.
    pub fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    /// How often a file of the page was requested.
    pub fn served(&self, path: &str) -> usize {
        self.pages.served(path)
    }

    /// Adds an overlay while the server runs, or removes it.
    pub fn set_overlay(&self, path: &str, answer: Option<Answer>) {
        self.pages.set_overlay(path, answer);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
