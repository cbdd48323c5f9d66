//! Builds the release page into `dist/` with Trunk.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use tempfile::TempDir;

use super::one_tag;
use crate::running;
use crate::setup::{self, tools, wasm_target};
use crate::workspace;

/// Installs missing tools while the module compiles, then builds the page. The module that Trunk starts from stays in
/// cargo's target folder, see [`module`].
pub fn build() -> Result<()> {
    let _lock = lock()?;
    build_now()
}

/// Builds the page and returns a copy that no later build changes.
pub fn build_copy() -> Result<TempDir> {
    let _lock = lock()?;
    build_now()?;
    let copy = tempfile::Builder::new().prefix("page-").tempdir_in(workspace::target())?;
    workspace::copy_folder(&workspace::dist(), copy.path())?;
    Ok(copy)
}

/// Two builds at once would delete each other's unfinished files.
fn lock() -> Result<File> {
    fs::create_dir_all(workspace::target())?;
    let lock = File::create(workspace::target().join("page.lock"))?;
    lock.lock()?;
    Ok(lock)
}

fn build_now() -> Result<()> {
    wasm_target::ensure()?;
    thread::scope(|scope| {
        let compiling = scope.spawn(compile);
        setup::for_building()?;
        compiling.join().map_err(|_| anyhow!("the compiler's thread panicked"))?
    })?;
    let mut trunk = running::command(&tools::trunk()?.to_string_lossy());
    trunk.args(["build", "--release"]).env("PATH", tools::search_path()?);
    // Trunk rejects `NO_COLOR=1`, which many people set, as an invalid boolean.
    trunk.env_remove("NO_COLOR");
    let ended = running::run(trunk)?;
    if !ended.success {
        bail!("the page could not be built:\n{}", ended.printed);
    }
    one_tag::write(&workspace::dist())
}

/// Trunk would do the same, but only once it is installed.
fn compile() -> Result<()> {
    let mut cargo = running::counting_cargo();
    cargo.args(["build", "--release", "--locked", "--package", workspace::PACKAGE, "--target", wasm_target::TARGET]);
    let start = Instant::now();
    running::succeed(cargo).context("the module could not be compiled")?;
    if start.elapsed() > Duration::from_secs(5) {
        println!("the module is compiled ({} s)", start.elapsed().as_secs());
    }
    Ok(())
}

/// The release module from cargo, before wasm-bindgen.
pub fn module() -> PathBuf {
    workspace::target().join("wasm32-unknown-unknown/release").join(format!("{}.wasm", workspace::PACKAGE))
}

/// The module of the page, after wasm-bindgen.
pub fn bound_module() -> Result<PathBuf> {
    hashed(&workspace::dist(), "_bg.wasm").map(|name| workspace::dist().join(name))
}

/// The hashed name of the file in the built page that ends with this.
pub fn hashed(dist: &Path, end: &str) -> Result<String> {
    let names = fs::read_dir(dist)?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut fitting = names.filter(|name| name.starts_with(workspace::PACKAGE) && name.ends_with(end));
    match fitting.next() {
        Some(name) => Ok(name),
        None => bail!("{} holds no file {}…{end}", dist.display(), workspace::PACKAGE),
    }
}

/// The integrity of a file, for a page.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The JavaScript module that exports the version.
pub fn version_module() -> Result<String> {
    Ok(format!("export const version = \"{}\";\n", workspace::version()?))
}
