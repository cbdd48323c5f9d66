//! `cargo bundle`: the static page in `dist/` and the npm package in `target/npm/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::{page, running};
use crate::setup::{self, tools};
use crate::workspace;

/// The page's own loader; the package has another way in.
const ONLY_FOR_THE_PAGE: [&str; 1] = ["boot.js"];

/// Builds both, and says where they are.
///
/// # Errors
/// When the set-up or a build fails.
pub fn run() -> Result<String> {
    setup::for_building()?;
    page::build()?;
    let package = folder();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    bind(&package)?;
    copy_files(&package)?;
    fs::write(package.join("version.js"), page::version_module()?)?;
    fs::write(package.join("package.json"), format!("{:#}\n", manifest(&package)?))?;
    Ok(format!("the page is in {}, the npm package in {}", workspace::dist().display(), package.display()))
}

/// Where the npm package is made.
pub fn folder() -> PathBuf {
    workspace::target().join("npm")
}

/// The module and its JavaScript, for any host that can load an ES module.
fn bind(package: &Path) -> Result<()> {
    let module = page::module();
    ensure!(module.is_file(), "trunk has built no {}", module.display());
    let mut bindgen = running::command(&tools::wasm_bindgen()?.to_string_lossy());
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", workspace::CRATE, "--out-dir"]);
    bindgen.arg(package).arg(&module);
    let ended = running::run(bindgen)?;
    if !ended.success {
        bail!("wasm-bindgen failed:\n{}", ended.printed);
    }
    Ok(())
}

fn copy_files(package: &Path) -> Result<()> {
    let root = workspace::root();
    let scripts = fs::read_dir(root.join("static")).context("there is no static/")?;
    let scripts = scripts.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let scripts = scripts.into_iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (name.ends_with(".js") || name.ends_with(".d.ts")) && !ONLY_FOR_THE_PAGE.contains(&name.as_ref())
    });
    for file in
        scripts.chain(["LICENSE", "README.md"].map(|name| root.join(name)).into_iter().filter(|file| file.is_file()))
    {
        let name = file.file_name().context("a file has a name")?;
        fs::copy(&file, package.join(name)).with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(())
}

/// `package.json`. Types are not named: they lie beside the scripts, where TypeScript looks for them.
fn manifest(package: &Path) -> Result<Value> {
    let module = format!("./{}_bg.wasm", workspace::CRATE);
    let mut files: Vec<_> = fs::read_dir(package)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()?;
    files.sort();
    Ok(json!({
        "name": workspace::PACKAGE,
        "version": workspace::version()?,
        "description": "The set-up form for a StackOne connector profile for Salesforce, as a web component",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": {
            ".": "./index.js",
            "./element.js": "./element.js",
            (module.clone()): module,
        },
        "sideEffects": ["./element.js"],
        "files": files,
    }))
}
