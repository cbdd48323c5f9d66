//! Paths in the checkout. The commands work from any folder of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The name of the product's package.
pub const PACKAGE: &str = "stackone-connector-profile";

/// The name of the product's files, which is that of its crate.
pub const CRATE: &str = "stackone_connector_profile";

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folder that holds the built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Copies a folder recursively.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// The product's version, from the top `Cargo.toml`.
pub fn version() -> Result<String> {
    let manifest = read_toml("Cargo.toml")?;
    let version = manifest["package"]["version"].as_str();
    version.map(str::to_owned).context("Cargo.toml names no version")
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = read_toml("Cargo.lock")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock names no packages")?;
    let found = packages.iter().find(|entry| entry["name"].as_str() == Some(package));
    let version = found.and_then(|entry| entry["version"].as_str());
    version.map(str::to_owned).with_context(|| format!("Cargo.lock does not name {package}"))
}

fn read_toml(file: &str) -> Result<toml::Value> {
    let path = root().join(file);
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(toml::Value::Table(text.parse()?))
}
