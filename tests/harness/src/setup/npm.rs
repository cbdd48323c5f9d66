//! npm packages that tests use: single self-contained files, and those of a lock file. The product itself needs none.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::tools::{Table, npm_file, npm_folder};
use super::{cache, debian, say};
use crate::running;
use crate::workspace;

/// What `npm ci` needs.
const LOCKED: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Makes sure of Node and npm themselves.
pub fn ensure_program() -> Result<()> {
    debian::ensure(&["node"], |_| ["node", "npm"].iter().all(|name| debian::find(&[name]).is_some()))
}

/// Makes sure that a package of `tools.toml` is unpacked. Its file is self-contained, so its dependencies are not
/// installed.
pub fn ensure(name: &str) -> Result<()> {
    let table = Table::read()?;
    let tool = table.npm(name)?;
    let package = format!("{name}@{}", tool.version);
    cache::ensure_installed(&cache::folder()?, &npm_folder(name, tool), &[npm_file(name, tool)], |work| {
        say(&format!("installing {package} with npm"));
        let packed = npm(work, &["pack", &package])?;
        let packed = packed.lines().last().with_context(|| format!("npm does not tell where it put {package}"))?;
        unpack(&work.join(packed), &work.join(cache::WHOLE).join("node_modules").join(name))
    })
}

/// Makes sure that everything in the lock file of `tests/consumers` is installed.
pub fn ensure_locked() -> Result<()> {
    let folder = locked_folder()?;
    let name = folder.file_name().context("the folder has a name")?.to_string_lossy();
    // npm writes this file last.
    cache::ensure_installed(&cache::folder()?, &name, &["node_modules/.package-lock.json".into()], |work| {
        say("installing what the consumers of the package are built with, with npm");
        let whole = work.join(cache::WHOLE);
        fs::create_dir_all(&whole)?;
        for file in LOCKED {
            fs::copy(consumers().join(file), whole.join(file)).with_context(|| format!("there is no {file}"))?;
        }
        npm(&whole, &["ci"]).map(drop)
    })
}

/// Where that is: a folder for each version of the lock file.
pub fn locked_folder() -> Result<PathBuf> {
    let lock = fs::read(consumers().join(LOCKED[1])).context("tests/consumers has no lock file")?;
    let hash: String = Sha256::digest(lock).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(cache::folder()?.join(format!("consumers-{hash}")))
}

fn consumers() -> PathBuf {
    workspace::root().join("tests/consumers")
}

/// npm, ready for arguments.
pub fn command() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Unpacks a file of `npm pack` the way npm does: its content is below a folder `package`.
pub fn unpack(packed: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let mut tar = running::command("tar");
    tar.args(["--extract", "--strip-components=1", "--file"]).arg(packed).arg("--directory").arg(to);
    running::succeed(tar).map(drop)
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<String> {
    let mut command = command();
    command.args(arguments).args(["--no-audit", "--no-fund"]).current_dir(folder);
    running::succeed(command)
}
