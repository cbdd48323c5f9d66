//! Runs other programs for the commands: what they print is kept, and shown only when it matters; in between a
//! person sees that something goes on.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::workspace;

/// A person waits this long without wondering.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// How a program ended.
pub struct Ended {
    pub success: bool,
    /// All that it printed, both streams, line by line as it came.
    pub printed: String,
}

/// A command in the checkout. `cargo run` has told us about the harness through variables; they are not meant for
/// the cargo that we start in turn.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs it to its end.
///
/// # Errors
/// When it cannot be started; a program that fails is no error here.
pub fn run(mut command: Command) -> Result<Ended> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("{name} could not be started"))?;
    let (sender, lines) = mpsc::channel();
    send_lines(child.stdout.take(), sender.clone());
    send_lines(child.stderr.take(), sender);

    let (start, mut printed, mut last) = (Instant::now(), String::new(), String::new());
    let mut said = Instant::now();
    loop {
        match lines.recv_timeout(SIGN_OF_LIFE) {
            Ok(line) => {
                printed.push_str(&line);
                printed.push('\n');
                last = line;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if said.elapsed() >= SIGN_OF_LIFE {
            said = Instant::now();
            println!("      {:>4} s  {}", start.elapsed().as_secs(), shortened(last.trim()));
        }
    }
    Ok(Ended { success: child.wait()?.success(), printed })
}

fn send_lines(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(text).is_err() {
                return;
            }
            line.clear();
        }
    });
}

fn shortened(line: &str) -> String {
    line.chars().take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn both_streams_are_kept_and_the_end_is_told() {
        let mut shell = command("sh");
        shell.args(["-c", "echo out; echo err >&2; printf 'no end'; exit 3"]);
        let ended = run(shell).unwrap();
        assert!(!ended.success);
        for part in ["out\n", "err\n", "no end\n"] {
            assert!(ended.printed.contains(part), "{:?}", ended.printed);
        }
        let mut shell = command("true");
        shell.env("X", "y");
        assert!(run(shell).unwrap().success);
        assert!(run(command("/nonexistent/program")).is_err());
    }
}
