//! A client for the servers under test, and a page for them to serve.

use std::fs;
use std::net::IpAddr;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use harness::hosts::{Host, Running};
use harness::simulator::Server;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tempfile::TempDir;

pub const MODULE: &str = "stackone-connector-profile-0123456789abcdef_bg.wasm";
/// Trunk's file name if the hash starts with a zero.
pub const SCRIPT: &str = "stackone-connector-profile-123456789abcdef.js";

/// The servers to start: none without browsers, as in `cargo verify --fast`.
pub fn hosts() -> &'static [Host] {
    let browsers = std::env::var("E2E_BROWSERS").unwrap_or_default();
    if browsers.is_empty() { &[] } else { &Host::ALL }
}

/// A server with the API behind it.
pub struct Fixture {
    pub api: Server,
    pub host: Running,
}

impl Fixture {
    pub async fn new(host: Host, key: Option<&str>) -> Self {
        let api = Server::builder("/nonexistent").bare_api().start().await.unwrap();
        let host = Running::start(host, page().path(), api.origin(), key).await.unwrap();
        Self { api, host }
    }

    /// With a key on the server, but nothing that says who may use it.
    pub async fn half_way(host: Host, key: &str) -> Self {
        let api = Server::builder("/nonexistent").bare_api().start().await.unwrap();
        let host = Running::start_half_way(host, page().path(), api.origin(), key).await.unwrap();
        Self { api, host }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.ask("GET", path, headers, "").await
    }

    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        self.ask_from([127, 0, 0, 1].into(), method, path, headers, body).await
    }

    /// Sends a request from another address of this machine.
    pub async fn ask_from(
        &self,
        address: IpAddr,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        ask(&self.host, address, method, path, headers, body).await
    }
}

/// Sends a request from an address of this machine.
pub async fn ask(
    host: &Running,
    address: IpAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Reply {
    let mut connector = HttpConnector::new();
    connector.set_local_address(Some(address));
    let mut request = Request::builder().method(method).uri(format!("{}{path}", host.url()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let client = Client::builder(TokioExecutor::new()).build(connector);
    let answer = client.request(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let (head, body) = answer.into_parts();
    let body = to_bytes(Body::new(body), usize::MAX).await.unwrap().to_vec();
    Reply { status: head.status.as_u16(), headers: head.headers, body }
}

/// An answer.
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    /// The value of a header, or the values if there are several.
    pub fn header(&self, name: &str) -> String {
        let values: Vec<_> = self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        values.join(" AND ")
    }
}

/// A page for them to serve.
pub fn page() -> TempDir {
    let page = tempfile::tempdir().unwrap();
    let script = "export const word = 'again';\n".repeat(200);
    for (name, content) in [
        ("index.html", "<!doctype html><title>the page</title>"),
        ("embed.html", "<!doctype html><title>the frame</title>"),
        ("config.json", "{}"),
        ("element.js", script.as_str()),
        (SCRIPT, script.as_str()),
        (MODULE, script.as_str()),
        ("page-0123456789abcdef.css", "a {}"),
        (".env", "STACKONE_API_KEY=canary"),
        (".well-known/canary", "canary"),
        ("forms/salesforce/index.html", "<!doctype html><title>below</title>"),
        ("forms/salesforce/page-0123456789abcdef.css", "a {}"),
        ("forms/salesforce/embed.html", "<!doctype html>"),
    ] {
        let path = page.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    page
}
