//! `cargo demo`: from a clean checkout to the page in a browser, with a simulated StackOne beside it.

use std::io::{Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::page;
use crate::simulator::{Builder, Server};
use crate::workspace;

/// What a person can choose.
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
    // A taken port or a wrong address should be told before the minutes that a first build takes.
    drop(server(&options, &workspace::dist()).start().await?);
    // A copy: another demo of this checkout may build meanwhile.
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

/// Opens a browser where the system can; where it cannot, the person has read the address.
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
