//! `cargo run -p harness -- costs`: what each dependency adds to the module that a page loads. Builds the counter in
//! `tests/bench` once for each set of features, as the product is built, and prints the table that stands in
//! `tests/bench/README.md`.

use std::fs;

use anyhow::{Result, bail};

use super::running;
use super::verify::brotli_size;
use crate::setup::{self, tools};
use crate::workspace;

/// What is weighed: the words for it and the features of `tests/bench`.
const ROWS: [(&str, &str); 8] = [
    ("Yew counter", ""),
    ("talc in place of the standard allocator", "talc"),
    ("tracing switched off", "untraced"),
    ("zeroize", "zeroize"),
    ("fetch through web-sys and wasm-bindgen-futures", "fetch"),
    ("fetch through gloo-net", "gloo-net"),
    ("serde with serde-wasm-bindgen", "serde"),
    ("serde_json", "serde-json"),
];

/// Weighs everything.
///
/// # Errors
/// When the set-up or a build fails.
pub fn run() -> Result<String> {
    setup::for_building()?;
    let mut table = "| what | brotli, bytes | added |\n|---|---:|---:|\n".to_owned();
    let mut base = None;
    for (words, features) in ROWS {
        let size = weigh(features)?;
        let base = *base.get_or_insert(size);
        table += &format!("| {words} | {size} | {:+} |\n", i64::try_from(size)? - i64::try_from(base)?);
        eprintln!("{words}: {size}");
    }
    Ok(table)
}

/// The module and its JavaScript, each under brotli at its best.
fn weigh(features: &str) -> Result<usize> {
    let mut cargo = running::command("cargo");
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "-p", "costs", "--features", features]);
    let built = running::run(cargo)?;
    if !built.success {
        bail!("the counter could not be built:\n{}", built.printed);
    }
    let folder = workspace::target().join("costs");
    let mut bindgen = running::command(&tools::wasm_bindgen()?.to_string_lossy());
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder);
    bindgen.arg(workspace::target().join("wasm32-unknown-unknown/release/costs.wasm"));
    let bound = running::run(bindgen)?;
    if !bound.success {
        bail!("wasm-bindgen failed:\n{}", bound.printed);
    }
    ["costs_bg.wasm", "costs.js"].into_iter().map(|name| brotli_size(&fs::read(folder.join(name))?)).sum()
}
