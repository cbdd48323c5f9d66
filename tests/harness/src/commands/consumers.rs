//! Builds the applications of `tests/consumers`, which install the package like any other: from the file that `npm
//! pack` creates. Each is built in `target/consumers` into its own `dist`, for the end-to-end tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use super::bundle;
use crate::running::{self, Ended};
use crate::setup::npm;
use crate::workspace::{self, PACKAGE};

/// The commands for each application, in order: programs of `node_modules/.bin`, or `node` itself.
const BUILDS: [(&str, &[&[&str]]); 5] = [
    ("angular", &[&["ngc"], &["vite", "build"]]),
    ("react", &[&["tsc"], &["vite", "build"]]),
    ("vue", &[&["vue-tsc"], &["vite", "build"]]),
    ("svelte", &[&["svelte-check", "--fail-on-warnings"], &["vite", "build"]]),
    (
        "ssr",
        &[
            &["tsc"],
            &["vite", "build"],
            &["vite", "build", "--ssr", "server.tsx", "--outDir", "dist-server"],
            &["node", "render.js"],
        ],
    ),
];

/// The folder of the built applications.
pub fn folder() -> PathBuf {
    workspace::target().join("consumers")
}

/// Installs and builds them, with the package in `target/npm`.
pub fn run() -> Result<String> {
    npm::ensure_locked()?;
    for part in [install, build] {
        let ended = part()?;
        ensure!(ended.success, ended.printed);
    }
    Ok(format!("the applications are in {}", folder().display()))
}

/// Copies the applications and installs the package into each. They share one linked `node_modules`.
pub fn install() -> Result<Ended> {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    workspace::copy_folder(&workspace::root().join("tests/consumers"), &folder)?;
    link(&npm::locked_folder()?.join("node_modules"), &folder.join("node_modules"))?;
    let mut pack = npm::command();
    pack.args(["pack", "--pack-destination"]).arg(&folder).current_dir(bundle::folder());
    let ended = running::run(pack)?;
    if !ended.success {
        return Ok(ended);
    }
    let packed = folder.join(format!("{PACKAGE}-{}.tgz", workspace::version()?));
    for entry in fs::read_dir(&folder)? {
        let consumer = entry?.path();
        if consumer.join("index.html").is_file() || consumer.join("tsconfig.json").is_file() {
            npm::unpack(&packed, &consumer.join("node_modules").join(PACKAGE))?;
        }
    }
    Ok(ended)
}

/// Type-checks and builds the applications. Stops at the first failure.
pub fn build() -> Result<Ended> {
    // The plain page needs no build.
    let mut printed = String::new();
    for (name, programs) in BUILDS {
        for words in programs {
            let ended = running::run(program(&folder().join(name), words))?;
            printed += &format!("{name}: {}\n{}", words.join(" "), ended.printed);
            if !ended.success {
                return Ok(Ended { success: false, printed });
            }
        }
    }
    Ok(Ended { success: true, printed })
}

fn program(consumer: &Path, words: &[&str]) -> Command {
    let installed = folder().join("node_modules/.bin").join(words[0]);
    let mut command =
        if words[0] == "node" { running::command("node") } else { running::command(&installed.to_string_lossy()) };
    command.args(&words[1..]).current_dir(consumer);
    command
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(to, at)?)
}

#[cfg(windows)]
fn link(to: &Path, at: &Path) -> Result<()> {
    Ok(std::os::windows::fs::symlink_dir(to, at)?)
}
