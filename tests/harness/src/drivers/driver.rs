//! A driver: the right program on a free port. Starting it waits until it accepts sessions.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use super::display::Display;
use super::process::Process;
use super::{Engine, capabilities, headed};
use crate::setup::{browsers, tools};

/// For a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running driver. Dropping it ends the driver and its browsers.
pub struct Driver {
    url: String,
    capabilities: Value,
    // The order matters: the driver ends before its display.
    _process: Process,
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver of an engine and waits until it is ready.
    pub async fn start(engine: Engine) -> Result<Self> {
        let capabilities = capabilities(engine)?;
        let port = free_port()?;
        let display = match engine {
            Engine::WebKit if !headed() => Some(Display::start().await?),
            Engine::Chromium | Engine::Firefox | Engine::WebKit => None,
        };
        let mut command = command(engine, port)?;
        command.stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(display) = &display {
            // Without a graphics card, and not on the Wayland display of the person who runs the tests.
            command.env("DISPLAY", display.name()).env("LIBGL_ALWAYS_SOFTWARE", "1").env("GDK_BACKEND", "x11");
        }
        let mut process = Process::start(command)?;
        wait_until_ready(&mut process, port).await.with_context(|| format!("the driver of {engine} is not ready"))?;
        Ok(Self { url: format!("http://127.0.0.1:{port}"), capabilities, _process: process, _display: display })
    }

    /// The URL that it listens at.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The capabilities for a session.
    pub fn capabilities(&self) -> &Value {
        &self.capabilities
    }
}

fn command(engine: Engine, port: u16) -> Result<Command> {
    let missing = || format!("the driver of {engine} is not installed");
    Ok(match engine {
        Engine::Chromium => {
            let mut command = Command::new(browsers::chromedriver().with_context(missing)?);
            command.arg(format!("--port={port}"));
            command
        }
        Engine::Firefox => {
            let mut command = Command::new(tools::geckodriver()?);
            // Two drivers would use the same port to talk to their browsers.
            command.args(["--host", "127.0.0.1", "--port", &port.to_string(), "--websocket-port", "0"]);
            command
        }
        Engine::WebKit => {
            let mut command = Command::new(browsers::webkit_driver().with_context(missing)?);
            command.arg("--host=127.0.0.1").arg(format!("--port={port}"));
            command
        }
    })
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

async fn wait_until_ready(process: &mut Process, port: u16) -> Result<()> {
    let start = Instant::now();
    loop {
        ensure!(!process.has_ended(), "it ended at its start");
        if let Ok(Ok(true)) = timeout(Duration::from_secs(5), says_ready(port)).await {
            return Ok(());
        }
        ensure!(start.elapsed() < PATIENCE, "it does not answer");
        sleep(Duration::from_millis(50)).await;
    }
}

/// Requests WebDriver's `/status`.
async fn says_ready(port: u16) -> Result<bool> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    let request = format!("GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    // WebKit's driver keeps the connection open, so this reads until the word arrives.
    let mut buffer = [0; 1024];
    loop {
        let read = stream.read(&mut buffer).await?;
        answer.push_str(&String::from_utf8_lossy(&buffer[..read]));
        let squeezed: String = answer.split_whitespace().collect();
        if read == 0 || squeezed.contains("\"ready\":") && squeezed.ends_with('}') {
            return Ok(squeezed.contains("\"ready\":true"));
        }
    }
}
