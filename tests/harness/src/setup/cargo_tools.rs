//! Tools from `cargo install`, built from source, with the versions in `tools.toml`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::tools::{CargoTool, Table, cargo_file};
use super::{cache, say};
use crate::running;

/// The tools run for seconds, so they are built fast rather than optimized.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "false"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
];

/// Makes sure that a tool of `tools.toml` is installed.
pub fn ensure(name: &str) -> Result<()> {
    let table = Table::read()?;
    let tool = table.cargo(name)?;
    let version = tool.version()?;
    let files: Vec<_> = tool.programs.iter().map(|program| cargo_file(program)).collect();
    cache::ensure_installed(&cache::folder()?, &format!("{name}-{version}"), &files, |work| {
        say(&format!("building {name} {version}, once on this machine; this takes some minutes"));
        running::succeed(install(name, tool, &version, work)).map(drop)
    })
}

fn install(name: &str, tool: &CargoTool, version: &str, work: &Path) -> Command {
    let mut command = running::counting_cargo();
    command
        .args(["install", name, "--version", version, "--root"])
        .arg(work.join(cache::WHOLE))
        .args(&tool.args)
        .args(tool.locked.then_some("--locked"))
        .envs(QUICK_BUILD)
        .env("CARGO_TARGET_DIR", work.join("target"))
        // Outside the checkout, whose settings are not for other programs.
        .current_dir(work);
    command
}
