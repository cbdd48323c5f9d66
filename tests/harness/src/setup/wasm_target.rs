//! The WebAssembly target of the Rust compiler.

use std::path::Path;

use anyhow::{Context, Result};

use super::say;
use crate::running;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler of this checkout can build for the target.
pub fn ensure() -> Result<()> {
    let mut rustc = running::command("rustc");
    rustc.args(["--print", "sysroot"]);
    let sysroot = running::succeed(rustc)?;
    if !Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        say(&format!("adding {TARGET} to the compiler"));
        let mut rustup = running::command("rustup");
        rustup.args(["target", "add", TARGET]);
        let added = running::succeed(rustup);
        added.with_context(|| format!("add {TARGET} to the Rust compiler by hand and try again"))?;
    }
    Ok(())
}
