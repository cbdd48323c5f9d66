//! A virtual display, for the engine that needs one. Each driver has its own, so that parallel tests do not take the
//! focus from each other.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;
use tokio::time::timeout;

use super::process::Process;
use crate::setup::browsers;

/// A running X server.
pub struct Display {
    name: String,
    _process: Process,
}

impl Display {
    /// Starts one. The server chooses a free number.
    pub async fn start() -> Result<Self> {
        let program = browsers::xvfb().context("Xvfb is not installed")?;
        let mut command = Command::new(program);
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = Process::start(command)?;
        let stdout = process.take_stdout().context("Xvfb has no output")?;
        let mut line = String::new();
        let read = timeout(Duration::from_secs(20), BufReader::new(stdout).read_line(&mut line)).await;
        read.context("Xvfb did not start within 20 seconds")??;
        ensure!(!line.trim().is_empty(), "Xvfb ended at its start");
        Ok(Self { name: format!(":{}", line.trim()), _process: process })
    }

    /// The value for `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}
