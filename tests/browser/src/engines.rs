//! Runs each engine in its own process, at the same time: browsers mostly wait, and each engine has its own driver,
//! simulator and display. Output is passed on line by line. On a visible screen, which has one focus and one clipboard,
//! the engines run one after the other.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use harness::drivers::{Engine, headed};

/// Runs this program once for each engine with the same arguments. Fails when one of the processes fails.
pub(crate) fn run_each(engines: &[Engine]) -> Result<ExitCode> {
    let mut success = true;
    for together in engines.chunks(if headed() { 1 } else { engines.len() }) {
        let children = together.iter().map(|engine| start(*engine)).collect::<Result<Vec<_>>>()?;
        for (mut child, lines) in children {
            success &= child.wait()?.success();
            // Waits until every line is passed on.
            let _ = lines.join();
        }
    }
    Ok(if success { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn start(engine: Engine) -> Result<(Child, JoinHandle<()>)> {
    let program = std::env::current_exe()?;
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).env("E2E_BROWSERS", engine.name()).stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("the cases cannot be run in {engine}"))?;
    let lines = child.stdout.take().context("the output is piped")?;
    let lines = BufReader::new(lines).lines().map_while(Result::ok);
    Ok((child, thread::spawn(move || lines.for_each(|line| println!("{line}")))))
}
