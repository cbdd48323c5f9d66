//! The set-up: finds every tool that a command needs and installs what is missing. Prints one line for each thing it
//! does, and nothing if everything is there. Tools go into a cache folder of the user, never into the checkout;
//! browsers come from the system's package manager. Lists what it cannot install.

pub mod browsers;
pub mod hosts;
pub mod npm;
pub mod tools;
pub mod wasm_target;

mod cache;
mod cargo_tools;
mod debian;

use std::thread;

use anyhow::{Result, anyhow};

use crate::drivers::Engine;

/// Everything that building the page needs.
pub fn for_building() -> Result<()> {
    wasm_target::ensure()?;
    thread::scope(|scope| {
        let trunk = scope.spawn(|| cargo_tools::ensure("trunk"));
        cargo_tools::ensure("wasm-bindgen-cli")?;
        trunk.join().map_err(|_| anyhow!("the set-up of trunk panicked"))?
    })
}

/// Everything else that testing the page in these engines, and the package, needs.
pub fn for_testing(engines: &[Engine]) -> Result<()> {
    browsers::ensure(engines)?;
    npm::ensure_program()?;
    npm::ensure_locked()?;
    if engines.contains(&Engine::Firefox) {
        cargo_tools::ensure("geckodriver")?;
    }
    if !engines.is_empty() {
        npm::ensure("axe-core")?;
        npm::ensure("@stackone/hub")?;
        hosts::ensure()?;
    }
    Ok(())
}

/// Everything that mutation testing needs.
pub fn for_mutants() -> Result<()> {
    cargo_tools::ensure("cargo-mutants")
}

/// Prints what is being done.
fn say(line: &str) {
    eprintln!("set-up: {line}");
}
