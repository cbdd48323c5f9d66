//! The WebAssembly target of the Rust compiler.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::{programs, say};
use crate::workspace;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler of this checkout can build for the target.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn ensure() -> Result<()> {
    let root = workspace::root();
    let sysroot = programs::run(Command::new("rustc").args(["--print", "sysroot"]).current_dir(&root))?;
    if !Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        say(&format!("adding {TARGET} to the compiler"));
        let added = programs::run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(&root));
        added.with_context(|| format!("add {TARGET} to the Rust compiler by hand and try again"))?;
    }
    Ok(())
}
