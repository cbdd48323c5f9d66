//! `cargo verify`: every check and every test, one after the other, even after a failure. The output of a step is shown
//! only if it failed, and the failed tests are repeated at the end. The last line is `N passed, N failed`.

mod counts;
mod failures;
mod single_values;
mod size;
mod steps;

use std::io::{Write, stdout};
use std::time::Instant;

use anyhow::Result;

use crate::drivers::Engine;
use crate::setup;
use counts::Count;
use failures::Failure;
use steps::Step;

/// The command's options.
pub struct Options {
    pub engines: Vec<Engine>,
    /// Skip everything that needs a browser.
    pub fast: bool,
    /// Run every end-to-end case in every engine.
    pub everywhere: bool,
    /// Only build the page and run the end-to-end cases with this in their names.
    pub case: Option<String>,
    /// Show the browsers.
    pub headed: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { engines: Engine::ALL.to_vec(), fast: false, everywhere: false, case: None, headed: false }
    }
}

impl Options {
    /// The engines to test in.
    pub fn engines(&self) -> &[Engine] {
        if self.fast { &[] } else { &self.engines }
    }
}

/// Runs everything. True if nothing failed.
pub fn run(options: &Options) -> Result<bool> {
    let start = Instant::now();
    setup::for_building()?;
    setup::for_testing(options.engines())?;
    let steps = steps::all(options)?;
    let mut sum = Count::default();
    let mut failed = Vec::new();
    let number = steps.len();
    for (index, step) in steps.into_iter().enumerate() {
        let name = step.name;
        println!("[{:>2}/{number}] {name}", index + 1);
        stdout().flush()?;
        let (count, failures) = run_one(step);
        if count.failed > 0 {
            failed.push((name, failures));
        }
        sum += count;
    }
    for (name, failures) in &failed {
        for failure in failures {
            println!("\nfailed in “{name}”: {}", failure.lines().join("\n"));
        }
    }
    println!("\n{} s in all", start.elapsed().as_secs());
    for (name, _) in &failed {
        println!("failed: {name}");
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    Ok(sum.failed == 0)
}

fn run_one(step: Step) -> (Count, Vec<Failure>) {
    let start = Instant::now();
    let (success, printed) = match (step.work)() {
        Ok(ended) => (ended.success, ended.printed),
        Err(error) => (false, format!("{error:#}\n")),
    };
    let count = step.counting.count(success, &printed);
    if count.failed > 0 {
        println!("{}", printed.trim_end());
    } else if step.shown {
        print!("{printed}");
    }
    let verdict = if count.failed > 0 { "FAILED" } else { "ok" };
    println!(
        "        {verdict}: {} passed, {} failed, {:.1} s",
        count.passed,
        count.failed,
        start.elapsed().as_secs_f32()
    );
    (count, if count.failed > 0 { failures::find(&printed) } else { Vec::new() })
}
