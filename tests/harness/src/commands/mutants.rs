//! `cargo run -p harness -- mutants`: makes some two thousand small changes to the code that runs without a browser,
//! one at a time, and runs its tests against each. A change that no test notices survives. `.cargo/mutants.toml` lists
//! those that make no difference, each with the reason. Don't edit the checkout before both copies of it are made:
//! newer tests fail with older code, and every change would count as noticed.

use anyhow::Result;

use crate::running;
use crate::setup::{self, tools};
use crate::workspace;

/// A few cases of each property notice most changes in a third of the time. The survivors run against all cases.
const QUICK: [(&str, &str); 2] = [("PROPTEST_CASES", "4"), ("PROPTEST_MAX_SHRINK_ITERS", "0")];

/// Runs it, for a part of the changes if one is named (`1/16`). True if every change was noticed, except for the listed
/// ones.
pub fn run(shard: Option<&str>) -> Result<bool> {
    setup::for_mutants()?;
    let whole = match shard {
        // What `--iterate` leaves would be divided anew.
        Some(shard) => pass(&["--shard", shard], &[])?,
        None => {
            println!("{}", last_line(&pass(&[], &QUICK)?.printed));
            pass(&["--iterate"], &[])?
        }
    };
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
