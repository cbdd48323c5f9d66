//! `cargo run -p harness -- mutants`: changes the pure floors in some two thousand small ways, one at a time, and runs
//! their tests against each. A change that no test notices is a survivor; those that make no difference, or none that
//! is worth a test, are named in `.cargo/mutants.toml`, each with the reason. Leave the checkout alone until both copies of it
//! are made: a test of tomorrow fails with the code of today, and everything would count as noticed.

use anyhow::Result;

use crate::running;
use crate::setup::{self, tools};
use crate::workspace;

/// Most changes are noticed by a few cases of each property, in a third of the time. What survives meets all of them.
const QUICK: [(&str, &str); 2] = [("PROPTEST_CASES", "4"), ("PROPTEST_MAX_SHRINK_ITERS", "0")];

/// Runs it; true when every change was noticed but the named ones.
pub fn run() -> Result<bool> {
    setup::for_mutants()?;
    let quick = pass(&[], &QUICK)?;
    println!("{}", last_line(&quick.printed));
    let whole = pass(&["--iterate"], &[])?;
    println!("{}\nthe survivors, if any: target/mutants.out/missed.txt", last_line(&whole.printed));
    Ok(whole.success)
}

fn pass(arguments: &[&str], variables: &[(&str, &str)]) -> Result<running::Ended> {
    let mut command = running::command(&tools::cargo_mutants()?.to_string_lossy());
    command.args(["mutants", "--jobs", "2", "--output"]).arg(workspace::target()).args(arguments);
    command.envs(variables.iter().copied());
    running::run(command)
}

fn last_line(printed: &str) -> &str {
    printed.lines().last().unwrap_or_default()
}
