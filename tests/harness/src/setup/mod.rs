//! The set-up: finds every tool that a command needs, and installs what is missing – one line for each thing it
//! does, silence when all is there. Tools go into a cache folder of the user, never into the checkout; browsers
//! come from the system's package manager. What it cannot install it names, so that a person can.

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

/// All that building the page takes.
pub fn for_building() -> Result<()> {
    wasm_target::ensure()?;
    thread::scope(|scope| {
        let trunk = scope.spawn(|| cargo_tools::ensure("trunk"));
        cargo_tools::ensure("wasm-bindgen-cli")?;
        trunk.join().map_err(|_| anyhow!("the set-up of trunk panicked"))?
    })
}

/// All that testing the page in these engines, and the package, takes besides building them.
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

/// What changes the product to see whether a test notices.
pub fn for_mutants() -> Result<()> {
    cargo_tools::ensure("cargo-mutants")
}

/// One line about something that is being done.
fn say(line: &str) {
    eprintln!("set-up: {line}");
}
