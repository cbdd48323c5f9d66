//! The WebAssembly target of the Rust compiler, and the source of its standard library, which the page is built with.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::{programs, say};
use crate::workspace;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What rustup adds, and where it is then, below the compiler's own libraries.
const PARTS: [([&str; 2], &str, &str); 2] =
    [(["target", "add"], TARGET, TARGET), (["component", "add"], "rust-src", "src/rust/library/std")];

/// Makes sure that the compiler of this checkout can build for the target.
///
/// # Errors
/// When a part is missing and rustup cannot add it.
pub fn ensure() -> Result<()> {
    let root = workspace::root();
    let sysroot = programs::run(Command::new("rustc").args(["--print", "sysroot"]).current_dir(&root))?;
    for (command, name, place) in PARTS {
        if !Path::new(sysroot.trim()).join("lib/rustlib").join(place).is_dir() {
            say(&format!("adding {name} to the compiler"));
            let added = programs::run(Command::new("rustup").args(command).arg(name).current_dir(&root));
            added.with_context(|| format!("add {name} to the Rust compiler by hand and try again"))?;
        }
    }
    Ok(())
}
