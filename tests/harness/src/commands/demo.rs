//! `cargo demo`: from a clean checkout to the page in a browser, next to a simulated StackOne.

use std::io::{Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::page;
use crate::simulator::{Builder, Server};
use crate::workspace;

/// The command's options.
pub struct Options {
    pub port: u16,
    pub open: bool,
    /// Forward to this API instead of simulating it.
    pub api_base_url: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, open: true, api_base_url: None }
    }
}

/// Serves until Ctrl-C.
pub async fn run(options: Options) -> Result<()> {
    // Reports a used port or an invalid URL before the first build, which takes minutes.
    drop(server(&options, &workspace::dist()).start().await?);
    // A copy, because another demo of this checkout may build at the same time.
    let page = tokio::task::spawn_blocking(|| {
        println!("building the page; the first time, with its tools, this takes some minutes");
        page::build_copy()
    })
    .await??;
    let server = server(&options, page.path()).start().await?;
    println!("ready {}", server.url());
    stdout().flush()?;
    if options.open {
        open(&server.url());
    }
    tokio::signal::ctrl_c().await?;
    Ok(())
}

fn server(options: &Options, page: &Path) -> Builder {
    let builder = Server::builder(page).port(options.port);
    match &options.api_base_url {
        Some(url) => builder.forward(url),
        None => builder,
    }
}

/// Opens a browser if the system can. The URL is also printed.
fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let _ = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
