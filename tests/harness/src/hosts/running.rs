//! A server: the right program with its recipe on a free port. Starting it waits until it answers.

use std::fmt;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{self, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::place::{Api, Key, Place};
use super::{apache, caddy, nginx};
use crate::drivers::process::Process;

const PATIENCE: Duration = Duration::from_secs(60);
/// The timeout of an answer.
const ANSWER: Duration = Duration::from_secs(5);

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    Nginx,
    Caddy,
    Apache,
}

impl Host {
    /// All that are tested.
    pub const ALL: [Self; 3] = [Self::Nginx, Self::Caddy, Self::Apache];
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
            Self::Apache => "apache",
        })
    }
}

/// A running server. Dropping it ends the server.
pub struct Running {
    place: Place,
    // Ends before its folder is deleted.
    process: Process,
}

impl Running {
    /// Serves a copy of `pages` and forwards `/stackone/` to the API at the root of `api`. With a `key`, adds it.
    pub async fn start(host: Host, pages: &Path, api: impl Into<Api>, key: Option<&str>) -> Result<Self> {
        let key = key.map(|key| Key { authorization: basic(key), access: true });
        Self::with(host, pages, api.into(), key).await
    }

    /// With the key but without the file that says who may use it, like an unfinished set-up.
    pub async fn start_half_way(host: Host, pages: &Path, api: &str, key: &str) -> Result<Self> {
        Self::with(host, pages, api.into(), Some(Key { authorization: basic(key), access: false })).await
    }

    async fn with(host: Host, pages: &Path, api: Api, key: Option<Key>) -> Result<Self> {
        let place = Place::new(pages, unused_port()?, api, key)?;
        let mut command = match host {
            Host::Nginx => nginx::command(&place),
            Host::Caddy => caddy::command(&place),
            Host::Apache => apache::command(&place),
        }?;
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = Process::start(command)?;
        let start = Instant::now();
        while !timeout(ANSWER, answers(place.port)).await.is_ok_and(|answers| answers.is_ok()) {
            if process.has_ended() || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(place.path("error.log")).unwrap_or_default();
                bail!("{host} does not answer: {log}");
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(Self { place, process })
    }

    /// The URL of the page, with a trailing slash.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.place.port)
    }

    /// Kills its workers, as a machine that runs out of memory does. nginx restarts them.
    pub fn kill_workers(&self) {
        self.process.kill_descendants();
    }

    /// The text of its logs.
    pub fn logs(&self) -> String {
        let log = |name| fs::read_to_string(self.place.path(name)).unwrap_or_default();
        log("access.log") + &log("error.log")
    }

    /// Writes a file into the served folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        fs::write(self.place.page().join(name), content).with_context(|| format!("{name} cannot be written"))
    }
}

fn basic(key: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{key}:")))
}

/// Requests the page. A connection alone proves nothing: another program may hold the port.
async fn answers(port: u16) -> io::Result<()> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await?;
    stream.read_exact(&mut [0]).await.map(drop)
}

/// A port that is not in use. Each one is returned once. The engines' processes, which start one after the other, are a
/// thousand apart. The ports are below those that Linux assigns to outgoing connections.
fn unused_port() -> Result<u16> {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    let first = process::id() % 12 * 1000;
    let candidates = (0..12_000).map(|_| 20_000 + (first + GIVEN.fetch_add(1, Ordering::Relaxed)) % 12_000);
    let mut ports = candidates.filter_map(|port| u16::try_from(port).ok());
    let free = ports.find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok());
    free.context("all ports from 20000 to 31999 are in use")
}
