//! Runs other programs. Their output is kept and shown only if it matters. Meanwhile, a line shows that something
//! happens and how far it is.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::workspace;

/// How long a person waits without wondering.
pub const SIGN_OF_LIFE: Duration = Duration::from_secs(10);

/// How a program ended.
pub struct Ended {
    pub success: bool,
    /// Its output, both streams, in order.
    pub printed: String,
}

/// The stream that a line came from.
#[derive(Clone, Copy, PartialEq)]
enum Stream {
    Out,
    Err,
}

/// A command in the checkout. Removes the variables that `cargo run` sets for the harness, which must not reach another
/// cargo.
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

/// A cargo that prints how many of its crates it has built.
pub fn counting_cargo() -> Command {
    let mut command = command("cargo");
    command.envs([("CARGO_TERM_PROGRESS_WHEN", "always"), ("CARGO_TERM_PROGRESS_WIDTH", "100")]);
    command
}

/// Runs a command to its end.
pub fn run(command: Command) -> Result<Ended> {
    run_watching(command, |_| ())
}

/// Runs a command to its end and returns its standard output.
pub fn succeed(command: Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut output = String::new();
    let ended = run_watching(command, |line| {
        output.push_str(line);
        output.push('\n');
    })?;
    if !ended.success {
        bail!("{name} failed:\n{}", ended.printed);
    }
    Ok(output)
}

fn run_watching(mut command: Command, mut on_output: impl FnMut(&str)) -> Result<Ended> {
    let name = command.get_program().to_string_lossy().into_owned();
    let label = label(&command);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("{name} is not installed"),
        _ => anyhow!("{name} could not be started: {error}"),
    })?;
    let (sender, lines) = mpsc::channel();
    send_lines(Stream::Out, child.stdout.take(), sender.clone());
    send_lines(Stream::Err, child.stderr.take(), sender);

    let (start, mut printed, mut last) = (Instant::now(), String::new(), String::new());
    let mut said = Instant::now();
    loop {
        match lines.recv_timeout(SIGN_OF_LIFE) {
            Ok(Line::Kept(stream, line)) => {
                if stream == Stream::Out {
                    on_output(&line);
                }
                printed.push_str(&line);
                printed.push('\n');
                last = line;
            }
            Ok(Line::Progress(line)) => last = line,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if said.elapsed() >= SIGN_OF_LIFE {
            said = Instant::now();
            println!("      {:>4} s  {label}: {}", start.elapsed().as_secs(), shortened(last.trim()));
        }
    }
    Ok(Ended { success: child.wait()?.success(), printed })
}

/// The program and its first two arguments, to tell parallel programs apart.
fn label(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = [program].into_iter().chain(command.get_args().take(2)).map(OsStr::to_string_lossy);
    words.collect::<Vec<_>>().join(" ")
}

/// A line of output.
enum Line {
    Kept(Stream, String),
    /// Replaced by the next line, as on a terminal.
    Progress(String),
}

fn send_lines(stream: Stream, from: Option<impl Read + Send + 'static>, sender: Sender<Line>) {
    let Some(mut from) = from else { return };
    thread::spawn(move || -> Result<()> {
        let (mut line, mut bytes) = (Vec::new(), [0; 4096]);
        loop {
            let length = from.read(&mut bytes).context("the program is gone")?;
            for byte in bytes.get(..length).unwrap_or_default() {
                match byte {
                    b'\n' => sender.send(Line::Kept(stream, text(&mut line)))?,
                    b'\r' => sender.send(Line::Progress(text(&mut line)))?,
                    _ => line.push(*byte),
                }
            }
            if length == 0 {
                if !line.is_empty() {
                    sender.send(Line::Kept(stream, text(&mut line)))?;
                }
                return Ok(());
            }
        }
    });
}

fn text(line: &mut Vec<u8>) -> String {
    String::from_utf8_lossy(&std::mem::take(line)).trim_end().to_owned()
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
        shell.args(["-c", "echo out; echo err >&2; printf '1 of 2\\r'; printf 'no end'; exit 3"]);
        let ended = run(shell).unwrap();
        assert!(!ended.success);
        for part in ["out\n", "err\n", "no end\n"] {
            assert!(ended.printed.contains(part), "{:?}", ended.printed);
        }
        assert!(!ended.printed.contains("1 of 2"), "{:?}", ended.printed);
        let mut shell = command("true");
        shell.env("X", "y");
        assert!(run(shell).unwrap().success);
        assert!(run(command("/nonexistent/program")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_output_is_told_apart_and_a_failure_carries_everything() {
        let mut shell = command("sh");
        shell.args(["-c", "echo warning >&2; echo answer"]);
        assert_eq!(succeed(shell).unwrap(), "answer\n");
        let mut shell = command("sh");
        shell.args(["-c", "echo why >&2; exit 1"]);
        assert!(succeed(shell).unwrap_err().to_string().contains("why"));
    }
}
