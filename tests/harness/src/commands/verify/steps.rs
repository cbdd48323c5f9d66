//! The steps of `cargo verify`, in order: what each one runs and how it is counted.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use serde_json::json;

use super::counts::Counting;
use super::{Options, single_values, size};
use crate::commands::{bundle, consumers};
use crate::drivers::{Engine, capabilities};
use crate::running::{self, Ended};
use crate::setup::{browsers, tools};
use crate::workspace::{self, PACKAGE};

const WASM: &str = "wasm32-unknown-unknown";

/// One step.
pub struct Step {
    pub name: &'static str,
    pub counting: Counting,
    /// Whether its output is shown even if it passes.
    pub shown: bool,
    pub work: Box<dyn FnOnce() -> Result<Ended>>,
}

/// The steps for these options.
pub fn all(options: &Options) -> Result<Vec<Step>> {
    let root = workspace::root();
    let engines = options.engines();
    let bundle =
        || own("bundle: page and package", false, || bundle::run().map(|printed| Ended { success: true, printed }));
    if options.case.is_some() {
        return Ok(vec![bundle(), tests("end to end", end_to_end(options))]);
    }
    let strict = ["--", "-D", "warnings"];
    let mut steps = vec![
        check("format", cargo(&["fmt", "--all", "--check"])),
        check("lints", cargo(&[&["clippy", "--workspace", "--all-targets"][..], &strict].concat())),
        check(
            "lints of the page",
            cargo(&[&["clippy", "-p", PACKAGE, "--target", WASM, "--lib", "--bins"][..], &strict].concat()),
        ),
        tests("tests: native, fuzz targets, harness", all_but_end_to_end(engines)),
        bundle(),
        own("the module: single values", false, single_values::check),
        own("size of the page", true, || size::check(&workspace::dist())),
        own("consumers: the package installed", false, consumers::install),
        own("consumers: types and builds", false, consumers::build),
    ];
    let mut node = running::command("node");
    node.args(["--test", "--test-reporter=tap"]).args(node_tests(&root.join("tests/node"))?);
    steps.push(Step { counting: Counting::Node, ..check("the package in Node", node) });
    if engines.contains(&Engine::Chromium) {
        steps.push(tests("in the browser", web_tests()?));
    }
    if !engines.is_empty() {
        steps.push(check("a machine that has our tools and no crates", fresh()?));
        let reported = Step { shown: true, ..tests("end to end", end_to_end(options)) };
        steps.push(reported);
    }
    Ok(steps)
}

/// `cargo test` with the features of the whole workspace, so that what its packages share is compiled once.
const TEST: [&str; 4] = ["test", "--workspace", "--no-default-features", "--no-fail-fast"];

/// All tests but the end-to-end cases, whose names begin with an engine.
fn all_but_end_to_end(engines: &[Engine]) -> Command {
    let mut command = for_engines(cargo(&TEST), engines);
    command.arg("--");
    for engine in Engine::ALL {
        command.args(["--skip", &format!("{}::", engine.name())]);
    }
    command
}

/// The end-to-end cases.
fn end_to_end(options: &Options) -> Command {
    let mut command = for_engines(cargo(&TEST), options.engines());
    command.args(["--test", "e2e"]);
    if options.everywhere {
        command.env("E2E_EVERYWHERE", "1");
    }
    if options.headed {
        command.env("E2E_HEADED", "1");
    }
    if let Some(case) = &options.case {
        command.args(["--", case]);
    }
    command
}

fn check(name: &'static str, command: Command) -> Step {
    Step { name, counting: Counting::One, shown: false, work: Box::new(|| running::run(command)) }
}

fn tests(name: &'static str, command: Command) -> Step {
    Step { counting: Counting::Cargo, ..check(name, command) }
}

fn own(name: &'static str, shown: bool, work: impl FnOnce() -> Result<Ended> + 'static) -> Step {
    Step { name, counting: Counting::One, shown, work: Box::new(work) }
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = running::command("cargo");
    command.args(arguments);
    command
}

/// `cargo demo` in a clean clone of the last commit, with an empty cargo home.
fn fresh() -> Result<Command> {
    let mut command = running::command(&std::env::current_exe()?.to_string_lossy());
    command.args(["fresh", "--with-tools"]);
    Ok(command)
}

/// The engines for tests that start browsers.
fn for_engines(mut command: Command, engines: &[Engine]) -> Command {
    let names: Vec<_> = engines.iter().map(|engine| engine.name()).collect();
    command.env("E2E_BROWSERS", names.join(","));
    command
}

fn node_tests(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let files = entries.into_iter().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    Ok(files)
}

/// The tests inside a page: in Chromium, with the runner of the wasm-bindgen version in `Cargo.lock`.
fn web_tests() -> Result<Command> {
    let settings = workspace::target().join("webdriver.json");
    let options = &capabilities(Engine::Chromium)?["goog:chromeOptions"];
    fs::create_dir_all(workspace::target())?;
    fs::write(&settings, json!({ "goog:chromeOptions": options }).to_string())?;
    let mut command = cargo(&["test", "-p", PACKAGE, "--target", WASM, "--test", "web", "--no-fail-fast"]);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::wasm_bindgen_test_runner()?)
        .env("CHROMEDRIVER", browsers::chromedriver().unwrap_or_else(|| "chromedriver".into()))
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        // The runner would prefer these drivers.
        .env_remove("GECKODRIVER")
        .env_remove("GECKODRIVER_REMOTE");
    Ok(command)
}
