//! The drivers of the engines in `E2E_BROWSERS` (`chromium,firefox,webkit`; none by default): each accepts a session,
//! shows a page, and leaves no process behind. `cargo verify` sets the variable.

use std::fs;
use std::time::Duration;

use harness::drivers::{Driver, Engine};
use harness::simulator::{Answer, Server};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn engines() -> Vec<Engine> {
    let names = std::env::var("E2E_BROWSERS").unwrap_or_default();
    if names.is_empty() { Vec::new() } else { Engine::list(&names).expect("E2E_BROWSERS names engines") }
}

#[tokio::test]
async fn each_engine_shows_a_page_and_leaves_nothing_behind() {
    let page = Answer::html("<!doctype html><html lang=en><title>seen</title><p>Hello</p>");
    let server = Server::builder("/nonexistent").overlay("/", page).start().await.unwrap();
    for engine in engines() {
        let driver = Driver::start(engine).await.unwrap();
        let capabilities = json!({ "capabilities": { "alwaysMatch": driver.capabilities() } });
        let session = command(&driver, "POST", "/session", &capabilities).await;
        let id = session["sessionId"].as_str().unwrap_or_else(|| panic!("{engine}: {session}")).to_owned();
        command(&driver, "POST", &format!("/session/{id}/url"), &json!({ "url": server.url() })).await;
        let title = command(&driver, "GET", &format!("/session/{id}/title"), &Value::Null).await;
        assert_eq!(title, "seen", "{engine}");
        // The session is not ended, like that of a test that panics.
        assert!(browsers_running() > 0, "{engine}");
        drop(driver);
        for _ in 0..50 {
            if browsers_running() > 0 {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        assert_eq!(browsers_running(), 0, "{engine}");
    }
}

/// Sends one WebDriver command and returns its value.
async fn command(driver: &Driver, method: &str, path: &str, body: &Value) -> Value {
    let address = driver.url().trim_start_matches("http://");
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    loop {
        // The drivers keep the connection open: the answer is complete once its body is JSON.
        let text = String::from_utf8_lossy(&answer).into_owned();
        let body = text.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
        if let Ok(json) = serde_json::from_str::<Value>(body) {
            return json["value"].clone();
        }
        assert!(stream.read_buf(&mut answer).await.unwrap() > 0, "{method} {path} gave {text}");
    }
}

/// The number of processes with this process's marker in their environment, which children inherit.
fn browsers_running() -> usize {
    let mark = format!("CARGO_MANIFEST_DIR={}", env!("CARGO_MANIFEST_DIR"));
    let own = std::process::id().to_string();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let marked = processes.filter(|entry| entry.file_name().to_string_lossy() != own.as_str()).filter(|entry| {
        let carries = |file: &str, text: &str| {
            let bytes = fs::read(entry.path().join(file)).unwrap_or_default();
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        };
        let program = fs::read_link(entry.path().join("exe")).unwrap_or_default();
        let name = program.to_string_lossy().to_lowercase();
        let browser =
            ["chrom", "firefox", "gecko", "webkit", "minibrowser", "xvfb"].iter().any(|one| name.contains(one));
        browser && carries("environ", &mark)
    });
    marked.count()
}
