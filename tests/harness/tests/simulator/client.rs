//! A raw HTTP client: writes a request and reads to the end of the connection. It hides nothing: a connection closed
//! without an answer is an empty reply.

use std::collections::BTreeMap;
use std::time::Duration;

use harness::simulator::{Fault, Server, openapi};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// `v1.eu1.good:`
pub const GOOD_KEY: (&str, &str) = ("Authorization", "Basic djEuZXUxLmdvb2Q6");
pub const JSON: (&str, &str) = ("Content-Type", "application/json");
pub const PROFILES: &str = "/stackone/connector_profiles";

/// What arrived before the connection closed.
#[derive(Debug)]
pub struct Reply {
    /// 0 if not a single byte arrived.
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// Not a single byte arrived.
    pub fn is_nothing(&self) -> bool {
        self.status == 0 && self.headers.is_empty() && self.body.is_empty()
    }
}

/// A server without a page.
pub async fn start() -> Server {
    Server::builder("/nonexistent").start().await.expect("the simulator starts")
}

/// Sends one request and reads until the connection closes.
pub async fn ask(server: &Server, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
    let mut stream = connect(server).await;
    stream.write_all(request(method, path, headers, body).as_bytes()).await.expect("it takes the request");
    read(&mut stream).await
}

pub async fn connect(server: &Server) -> TcpStream {
    let address = server.origin().trim_start_matches("http://");
    TcpStream::connect(address).await.expect("the simulator listens")
}

/// The bytes of a request that asks to close the connection.
pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    request_on("close", method, path, headers, body)
}

/// The bytes of a request with this `Connection` header.
pub fn request_on(connection: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: {connection}\r\n{headers}");
    format!("{head}Content-Length: {}\r\n\r\n{body}", body.len())
}

pub async fn read(stream: &mut TcpStream) -> Reply {
    let mut bytes = Vec::new();
    // A reset connection is an error; `bytes` has what arrived before.
    let _ = timeout(Duration::from_secs(10), stream.read_to_end(&mut bytes)).await.expect("an end");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let (head, body) = end.map_or((&[][..], &bytes[..]), |end| (&bytes[..end], &bytes[end + 4..]));
    let head = String::from_utf8_lossy(head);
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let headers = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    Reply { status, headers, body: body.to_vec() }
}

/// Sends a request with a valid key and checks the answer against the OpenAPI document.
pub async fn api(server: &Server, method: &str, path: &str, body: Option<&Value>) -> Reply {
    let text = body.map(Value::to_string).unwrap_or_default();
    let reply = ask(server, method, &format!("/stackone{path}"), &[GOOD_KEY, JSON], &text).await;
    let operation = openapi::operation(method, &template(path)).expect("a documented operation");
    let answer = (!reply.body.is_empty()).then(|| reply.json());
    let complaints = operation.answer_complaints(reply.status, answer.as_ref());
    assert!(complaints.is_empty(), "{method} {path}: {complaints:?} in {}", reply.text());
    reply
}

/// `/connector_profiles/abc/versions?x` → `/connector_profiles/{id}/versions`
fn template(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let mut parts: Vec<_> = path.split('/').collect();
    if let Some(id) = parts.get_mut(2) {
        *id = "{id}";
    }
    parts.join("/")
}

/// Adds a fault, as a test of the page would.
pub async fn fault(server: &Server, fault: &Value) {
    let reply = ask(server, "POST", "/_simulator/faults", &[], &fault.to_string()).await;
    assert_eq!(reply.status, 204, "{}", reply.text());
    assert!(Fault::from_json(fault.clone()).is_ok());
}

/// A valid create.
pub fn new_profile(name: &str) -> Value {
    serde_json::json!({
        "connector_key": "salesforce",
        "authentication_config_key": "oauth2",
        "environment": "production",
        "name": name,
        "default": false,
        "credentials": { "clientId": "3MVG9-id", "clientSecret": "canary-secret", "scopes": "api refresh_token" },
    })
}

/// The names of all profiles, straight from the state.
pub fn names(server: &Server) -> Vec<String> {
    server.simulator().connector_profiles().into_iter().map(|profile| profile.name).collect()
}
