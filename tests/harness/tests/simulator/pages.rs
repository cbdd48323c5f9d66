//! The static files: headers, types, overlays, sub-paths, compression.

use std::fs;

use harness::simulator::{Answer, CONTENT_SECURITY_POLICY, Server};
use serde_json::json;
use tempfile::TempDir;

use crate::client::*;

fn dist() -> TempDir {
    let dist = tempfile::tempdir().unwrap();
    for (name, content) in [
        ("index.html", "<!doctype html>"),
        ("boot.js", "export {}"),
        ("config.json", "{}"),
        ("page-0123456789abcdef_bg.wasm", "\0asm"),
        ("locales/en.json", "{}"),
    ] {
        let path = dist.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    dist
}

async fn get(server: &Server, path: &str) -> Reply {
    ask(server, "GET", path, &[], "").await
}

#[tokio::test]
async fn files_have_the_right_type_and_the_headers_of_production() {
    let dist = dist();
    let server = Server::builder(dist.path()).start().await.unwrap();
    for (path, content_type, cache) in [
        ("/", "text/html", "no-cache"),
        ("/boot.js", "text/javascript", "no-cache"),
        ("/config.json", "application/json", "no-cache"),
        ("/locales/en.json", "application/json", "no-cache"),
        ("/page-0123456789abcdef_bg.wasm", "application/wasm", "public, max-age=31536000, immutable"),
    ] {
        let reply = get(&server, path).await;
        assert_eq!((reply.status, reply.header("content-type")), (200, content_type), "{path}");
        assert_eq!(reply.header("content-security-policy"), CONTENT_SECURITY_POLICY);
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("cache-control"), cache);
    }
    assert_eq!(get(&server, "/absent.js").await.status, 404);
    assert_eq!(ask(&server, "POST", "/", &[], "").await.status, 405);
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let dist = dist();
    fs::write(dist.path().join("secret.txt"), "secret").unwrap();
    let server = Server::builder(dist.path().join("locales")).start().await.unwrap();
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/en.json/../../secret.txt"] {
        let reply = get(&server, path).await;
        assert!(reply.status >= 400 && !reply.text().contains("secret"), "{path}");
    }
    assert_eq!(get(&server, "/en.json").await.status, 200);
}

#[tokio::test]
async fn an_overlay_takes_the_place_of_a_file() {
    let dist = dist();
    let server = Server::builder(dist.path())
        .csp("default-src 'self'")
        .overlay("/config.json", Answer::json(&json!({ "apiBaseUrl": "/stackone" })))
        .overlay("/boot.js", Answer::status(404))
        .overlay("/host.html", Answer::html("<p>").with_header("Content-Security-Policy", "script-src 'none'"))
        .overlay("/page-0123456789abcdef_bg.wasm", Answer::new(200, "text/plain", "\0asm"))
        .start()
        .await
        .unwrap();
    let config = get(&server, "/config.json").await;
    assert_eq!(config.json(), json!({ "apiBaseUrl": "/stackone" }));
    assert_eq!(config.header("content-security-policy"), "default-src 'self'");
    assert_eq!(get(&server, "/boot.js").await.status, 404);
    let host = get(&server, "/host.html").await;
    assert_eq!(host.header("content-security-policy"), "script-src 'none'");
    let wasm = get(&server, "/page-0123456789abcdef_bg.wasm").await;
    assert_eq!(wasm.header("content-type"), "text/plain");

    server.set_overlay("/boot.js", None);
    assert_eq!(get(&server, "/boot.js").await.text(), "export {}");
    server.set_overlay("/index.html", Some(Answer::html("laid over")));
    assert_eq!(get(&server, "/").await.text(), "laid over");
}

#[tokio::test]
async fn an_overlay_can_come_late() {
    let delay = std::time::Duration::from_millis(200);
    let overlay = Answer::html("late").delayed(delay);
    let server = Server::builder("/nonexistent").overlay("/", overlay).start().await.unwrap();
    let start = std::time::Instant::now();
    assert_eq!(get(&server, "/").await.text(), "late");
    assert!(start.elapsed() >= delay);
}

#[tokio::test]
async fn the_page_can_live_below_a_sub_path() {
    let dist = dist();
    let server = Server::builder(dist.path()).mount_under("/sub/path/").start().await.unwrap();
    assert!(server.url().ends_with("/sub/path/"));
    for (path, status) in [
        ("/sub/path/", 200),
        ("/sub/path/boot.js", 200),
        ("/sub/path", 307),
        ("/sub/pathboot.js", 404),
        ("/boot.js", 404),
        ("/", 404),
        ("/_simulator/requests", 200),
    ] {
        assert_eq!(get(&server, path).await.status, status, "{path}");
    }
    assert_eq!(get(&server, "/sub/path").await.header("location"), "/sub/path/");
}

#[tokio::test]
async fn brotli_for_those_who_take_it() {
    let dist = dist();
    let text = "export const word = 'again';\n".repeat(100);
    fs::write(dist.path().join("boot.js"), &text).unwrap();
    let server = Server::builder(dist.path()).start().await.unwrap();
    assert_eq!(get(&server, "/boot.js").await.text(), text);
    let reply = ask(&server, "GET", "/boot.js", &[("Accept-Encoding", "gzip, br")], "").await;
    assert_eq!(reply.header("content-encoding"), "br");
    assert!(reply.body.len() < text.len());
}

#[tokio::test]
async fn a_port_in_use_is_said_plainly() {
    let first = Server::builder("/nonexistent").start().await.unwrap();
    let port = first.origin().rsplit(':').next().unwrap().parse().unwrap();
    let error = Server::builder("/nonexistent").port(port).start().await.err().expect("the port is taken");
    assert_eq!(error.to_string(), format!("port {port} is in use; choose another one with --port"));
}

#[tokio::test]
async fn a_dropped_server_stops_listening() {
    let server = start().await;
    let address = server.origin().trim_start_matches("http://").to_owned();
    drop(server);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
