//! Packages from npm that tests use. The product itself needs none.

use std::process::Command;

use anyhow::Result;

use super::tools::{Table, npm_file};
use super::{cache, programs, say};

/// Makes sure that a package of `tools.toml` is installed.
///
/// # Errors
/// When npm is missing or fails.
pub fn ensure(name: &str) -> Result<()> {
    let table = Table::read()?;
    let tool = table.npm(name)?;
    let package = format!("{name}@{}", tool.version);
    let folder = format!("{name}-{}", tool.version);
    cache::ensure_installed(&cache::folder()?, &folder, &[npm_file(name, tool)], |work| {
        say(&format!("installing {package} with npm"));
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = Command::new(npm);
        command
            .args(["install", &package, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(work.join(cache::WHOLE))
            .current_dir(work);
        programs::run(&mut command).map(drop)
    })
}
