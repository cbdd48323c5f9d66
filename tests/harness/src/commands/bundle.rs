//! `cargo bundle`: the static page in `dist/` and the npm package in `target/npm/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::{one_tag, page};
use crate::running;
use crate::setup::tools;
use crate::workspace;

/// The page's own loader, and the form in a frame, which is hosted with the page. The package has another entry.
const ONLY_FOR_THE_PAGE: [&str; 4] = ["boot.js", "embed.js", "first-view.js", "frame.js"];
/// The description of the element for editors and catalogs.
const MANIFEST: &str = "custom-elements.json";
/// The SHA-384 of every file.
const INTEGRITY: &str = "integrity.json";

/// Builds both and returns where they are.
pub fn run() -> Result<String> {
    page::build()?;
    let package = folder();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    bind(&package)?;
    copy_files(&package)?;
    fs::write(package.join("version.js"), page::version_module()?)?;
    write_json(&package.join(INTEGRITY), &integrities(&package)?)?;
    write_json(&package.join("package.json"), &package_json(&package)?)?;
    Ok(format!(
        "the page is in {}, the npm package in {}\nfor a page elsewhere, with the address of dist/ before the name:\n{}",
        workspace::dist().display(),
        package.display(),
        tag()?,
    ))
}

/// The tag with which another page uses the element in `dist/`.
pub fn tag() -> Result<String> {
    one_tag::tag(&workspace::dist())
}

/// The folder of the npm package.
pub fn folder() -> PathBuf {
    workspace::target().join("npm")
}

/// The module and its JavaScript, for any host that can load ES modules.
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
    let entries = fs::read_dir(root.join("static")).context("there is no static/")?;
    let files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let ours = files.into_iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ends = [".js", ".d.ts"].iter().any(|end| name.ends_with(end)) || name == MANIFEST;
        ends && !ONLY_FOR_THE_PAGE.contains(&name.as_ref())
    });
    for file in ours.chain(["LICENSE", "README.md"].map(|name| root.join(name))) {
        let name = file.file_name().context("a file has a name")?;
        fs::copy(&file, package.join(name)).with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(())
}

/// The integrity of every file, for pages that load the package from elsewhere.
fn integrities(package: &Path) -> Result<Value> {
    let rows = names(package)?.into_iter().map(|name| {
        let check = page::integrity(&fs::read(package.join(&name))?);
        Ok((name, check.into()))
    });
    Ok(Value::Object(rows.collect::<Result<_>>()?))
}

/// `package.json`.
fn package_json(package: &Path) -> Result<Value> {
    let module = format!("./{}_bg.wasm", workspace::CRATE);
    Ok(json!({
        "name": workspace::PACKAGE,
        "version": workspace::version()?,
        "description": "The set-up form for a StackOne connector profile for Salesforce, as a web component",
        "keywords": ["stackone", "salesforce", "connector", "web-component", "webassembly"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        // Types come first, because TypeScript takes the first condition that it knows.
        "exports": {
            ".": { "types": "./index.d.ts", "default": "./index.js" },
            "./element.js": { "types": "./element.d.ts", "default": "./element.js" },
            (module.clone()): { "types": format!("{module}.d.ts"), "default": module },
            "./custom-elements.json": format!("./{MANIFEST}"),
            "./integrity.json": format!("./{INTEGRITY}"),
            "./package.json": "./package.json",
        },
        "types": "./index.d.ts",
        "customElements": MANIFEST,
        "sideEffects": ["./element.js"],
        "files": names(package)?,
    }))
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()?;
    names.sort();
    Ok(names)
}

fn write_json(file: &Path, value: &Value) -> Result<()> {
    Ok(fs::write(file, format!("{value:#}\n"))?)
}
