//! A WebDriver session with the few commands that the benchmark needs.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use axum::body::{Body, to_bytes};
use hyper::{Request, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::drivers::Driver;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// A running session. It ends with its driver.
pub struct Session {
    client: Client<HttpConnector, Body>,
    url: String,
}

impl Session {
    /// Starts the browser.
    pub async fn start(driver: &Driver) -> Result<Self> {
        let client = Client::builder(TokioExecutor::new()).build_http();
        let mut session = Self { client, url: driver.url().to_owned() };
        let asked = json!({ "capabilities": { "alwaysMatch": driver.capabilities() } });
        let id = session.send("/session", asked).await?["sessionId"].take();
        session.url += &format!("/session/{}", id.as_str().unwrap_or_default());
        Ok(session)
    }

    /// Sends a command and returns the value of its answer.
    async fn send(&self, path: &str, body: Value) -> Result<Value> {
        let request = Request::post(format!("{}{path}", self.url))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))?;
        let answer = self.client.request(request).await?;
        let status = answer.status();
        let body = to_bytes(Body::new(answer.into_body()), usize::MAX).await?;
        let value = serde_json::from_slice::<Value>(&body)?["value"].take();
        if !status.is_success() {
            bail!("the driver says {}: {}", value["error"], value["message"]);
        }
        Ok(value)
    }

    pub async fn go(&self, url: &str) -> Result<()> {
        self.send("/url", json!({ "url": url })).await.map(drop)
    }

    /// Runs a script with the form's shadow root as `root`, and returns the result of its promise.
    pub async fn script(&self, script: &str) -> Result<Value> {
        let script = format!("const root = document.querySelector('stackone-connector-profile')?.shadowRoot; {script}");
        self.send("/execute/sync", json!({ "script": script, "args": [] })).await
    }

    /// Waits until this is true.
    pub async fn until(&self, what: &str) -> Result<()> {
        let start = Instant::now();
        while !self.script(&format!("return !!({what})")).await?.as_bool().unwrap_or_default() {
            ensure!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// Presses a key: the one that types this character, or the one with this name.
    pub async fn key(&self, key: &str) -> Result<()> {
        let text = if key.chars().count() == 1 { key } else { "" };
        let code = if key == "Backspace" { 8 } else { 0 };
        for kind in ["keyDown", "keyUp"] {
            let press = json!({ "type": kind, "key": key, "text": text, "windowsVirtualKeyCode": code });
            self.chromium("Input.dispatchKeyEvent", press).await?;
        }
        Ok(())
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn chromium(&self, command: &str, parameters: Value) -> Result<Value> {
        self.send("/goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }
}
