//! `cargo run -p harness -- fresh`: the first command of the README on a machine that has Rust and nothing else. Runs
//! `cargo demo` in a clean clone of the last commit, with an empty home, cargo home and tool cache, until the page
//! answers. Prints each line with the seconds since the start.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, PipeReader, pipe};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use axum::body::{Body, to_bytes};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tempfile::TempDir;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use crate::drivers::process::Process;
use crate::running::{self, SIGN_OF_LIFE};
use crate::workspace;

/// What makes the module compile in half the time. With our tools in the cache, what is tried is that the crates come to an
/// empty machine; the module as it is delivered was built in another step.
const UNOPTIMIZED: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// Longer than it takes on any reasonable machine.
const LIMIT: Duration = Duration::from_secs(3600);

/// How empty the machine is.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Machine {
    /// Rust and nothing else.
    #[default]
    Bare,
    /// The tool cache is filled; cargo has downloaded and built nothing.
    WithTools,
}

/// Runs it.
pub async fn run(machine: Machine) -> Result<()> {
    let folder = tempfile::Builder::new().prefix("fresh-").tempdir()?;
    let checkout = folder.path().join("checkout");
    clone(&checkout)?;

    let start = Instant::now();
    let (reader, writer) = pipe()?;
    let mut command = tokio::process::Command::from(running::command("cargo"));
    command.args(["demo", "--no-open", "--port", "0"]).current_dir(&checkout).envs(empty(&folder, machine)?);
    for name in ["CARGO_TARGET_DIR", "RUSTC_WRAPPER", "RUSTFLAGS"] {
        command.env_remove(name);
    }
    command.stdout(writer.try_clone()?).stderr(writer);
    let demo = Process::start(command)?;
    let url = timeout(LIMIT, ready(lines(reader), start)).await.context("the page is not ready within an hour")??;
    let page = get(&url).await?;
    ensure!(page.contains("<stackone-connector-profile"), "{url} answers with another page:\n{page}");
    println!("the page answers after {} s", start.elapsed().as_secs());
    drop(demo);
    Ok(())
}

fn clone(to: &Path) -> Result<()> {
    let mut git = running::command("git");
    git.args(["clone", "--quiet", "--no-hardlinks"]).arg(workspace::root()).arg(to);
    running::succeed(git).map(drop).context("the checkout could not be cloned")
}

/// The environment variables that make the machine look empty. The compiler stays.
fn empty(folder: &TempDir, machine: Machine) -> Result<Vec<(&'static str, OsString)>> {
    let place = |name: &str| -> Result<PathBuf> {
        let path = folder.path().join(name);
        std::fs::create_dir_all(&path)?;
        Ok(path)
    };
    let mut variables = vec![("CARGO_HOME", place("cargo")?.into())];
    if machine == Machine::WithTools {
        variables.extend(UNOPTIMIZED.map(|(name, value)| (name, value.into())));
    } else {
        let rustup = std::env::var_os("RUSTUP_HOME").map(PathBuf::from);
        let rustup =
            rustup.or_else(|| Some(std::env::home_dir()?.join(".rustup"))).context("there is no home folder")?;
        variables.push(("RUSTUP_HOME", rustup.into()));
        variables.push(("HOME", place("home")?.into()));
        variables.push(("XDG_CACHE_HOME", place("cache")?.into()));
    }
    Ok(variables)
}

/// The lines that the command prints, until it ends.
fn lines(output: PipeReader) -> UnboundedReceiver<String> {
    let (sender, receiver) = unbounded_channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Prints the lines until one contains the URL of the page.
async fn ready(mut lines: UnboundedReceiver<String>, start: Instant) -> Result<String> {
    let (mut printed, mut last) = (String::new(), Instant::now());
    while let Some(line) = lines.recv().await {
        // Cargo prints hundreds of crates. A few of them are enough.
        let crates = ["Downloaded ", "Compiling "].iter().any(|word| line.trim_start().starts_with(word));
        if !crates || last.elapsed() > SIGN_OF_LIFE {
            println!("{:>5} s  {line}", start.elapsed().as_secs());
            last = Instant::now();
        }
        if let Some(url) = line.strip_prefix("ready ") {
            return Ok(url.to_owned());
        }
        printed += &line;
        printed.push('\n');
    }
    anyhow::bail!("cargo demo ended before it was ready:\n{printed}")
}

async fn get(url: &str) -> Result<String> {
    let client: Client<HttpConnector, Body> = Client::builder(TokioExecutor::new()).build_http();
    let answer = client.get(url.parse()?).await.with_context(|| format!("{url} does not answer"))?;
    ensure!(answer.status().is_success(), "{url} answers with {}", answer.status());
    let body = to_bytes(Body::new(answer.into_body()), usize::MAX).await?;
    Ok(String::from_utf8_lossy(&body).into_owned())
}
