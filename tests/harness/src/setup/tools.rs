//! The table `tools.toml`, and the path of each installed tool.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::cache;
use crate::workspace;

/// The table.
#[derive(Deserialize)]
pub(super) struct Table {
    cargo: BTreeMap<String, CargoTool>,
    npm: BTreeMap<String, NpmTool>,
    debian: BTreeMap<String, Vec<String>>,
}

/// A tool from `cargo install`.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct CargoTool {
    version: Option<String>,
    version_of: Option<String>,
    pub locked: bool,
    #[serde(default)]
    pub args: Vec<String>,
    pub programs: Vec<String>,
}

/// A file of an npm package.
#[derive(Clone, Deserialize)]
pub(super) struct NpmTool {
    pub version: String,
    pub file: String,
}

impl Table {
    pub fn read() -> Result<Self> {
        toml::from_str(include_str!("../../tools.toml")).context("tools.toml is malformed")
    }

    pub fn cargo(&self, name: &str) -> Result<&CargoTool> {
        self.cargo.get(name).with_context(|| format!("tools.toml has no cargo tool {name}"))
    }

    pub fn npm(&self, name: &str) -> Result<&NpmTool> {
        self.npm.get(name).with_context(|| format!("tools.toml has no npm package {name}"))
    }

    pub fn debian(&self, engine: &str) -> &[String] {
        self.debian.get(engine).map_or(&[], Vec::as_slice)
    }
}

impl CargoTool {
    /// The version to install.
    pub fn version(&self) -> Result<String> {
        match (&self.version, &self.version_of) {
            (Some(version), _) => Ok(version.clone()),
            (None, Some(package)) => workspace::locked_version(package),
            (None, None) => anyhow::bail!("tools.toml gives a tool no version"),
        }
    }
}

/// The path of trunk.
pub fn trunk() -> Result<PathBuf> {
    cargo_program("trunk", "trunk")
}

/// The path of wasm-bindgen.
pub fn wasm_bindgen() -> Result<PathBuf> {
    cargo_program("wasm-bindgen-cli", "wasm-bindgen")
}

/// The path of the runner of the in-browser tests.
pub fn wasm_bindgen_test_runner() -> Result<PathBuf> {
    cargo_program("wasm-bindgen-cli", "wasm-bindgen-test-runner")
}

/// The path of geckodriver.
pub fn geckodriver() -> Result<PathBuf> {
    cargo_program("geckodriver", "geckodriver")
}

/// The path of cargo-mutants.
pub fn cargo_mutants() -> Result<PathBuf> {
    cargo_program("cargo-mutants", "cargo-mutants")
}

/// The script that checks a page's accessibility.
pub fn axe_core() -> Result<PathBuf> {
    npm_script("axe-core")
}

/// StackOne's own web component.
pub fn hub() -> Result<PathBuf> {
    npm_script("@stackone/hub")
}

fn npm_script(name: &str) -> Result<PathBuf> {
    let table = Table::read()?;
    let tool = table.npm(name)?;
    Ok(cache::folder()?.join(npm_folder(name, tool)).join(npm_file(name, tool)))
}

/// `PATH` with our tools first, so that trunk finds the right wasm-bindgen.
pub fn search_path() -> Result<OsString> {
    let ours = [trunk()?, wasm_bindgen()?].map(|program| program.parent().map(PathBuf::from).unwrap_or_default());
    let theirs = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(ours.into_iter().chain(env::split_paths(&theirs)))?)
}

fn cargo_program(tool: &str, program: &str) -> Result<PathBuf> {
    let version = Table::read()?.cargo(tool)?.version()?;
    Ok(cache::folder()?.join(format!("{tool}-{version}")).join(cargo_file(program)))
}

/// Where `cargo install --root` puts a program.
pub(super) fn cargo_file(program: &str) -> PathBuf {
    PathBuf::from("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

/// The folder of a package and its version. The name may contain a slash.
pub(super) fn npm_folder(name: &str, tool: &NpmTool) -> String {
    format!("{}-{}", name.replace('/', "-"), tool.version)
}

/// The path of a package's file in that folder.
pub(super) fn npm_file(name: &str, tool: &NpmTool) -> PathBuf {
    ["node_modules", name, &tool.file].iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete() {
        let table = Table::read().unwrap();
        for name in ["trunk", "wasm-bindgen-cli", "geckodriver"] {
            assert!(!table.cargo(name).unwrap().programs.is_empty());
        }
        for engine in crate::drivers::Engine::ALL {
            assert!(!table.debian(engine.name()).is_empty(), "{engine}");
        }
        for server in ["nginx", "caddy", "apache"] {
            assert!(!table.debian(server).is_empty(), "{server}");
        }
        assert!(axe_core().unwrap().ends_with("node_modules/axe-core/axe.min.js"));
        let version = &table.npm("@stackone/hub").unwrap().version;
        let place = format!("@stackone-hub-{version}/node_modules/@stackone/hub/dist/webcomponent.js");
        assert!(hub().unwrap().ends_with(place));
    }

    #[test]
    fn wasm_bindgen_follows_the_lock_file() {
        let version = workspace::locked_version("wasm-bindgen").unwrap();
        let folder = format!("wasm-bindgen-cli-{version}");
        assert!(wasm_bindgen().unwrap().iter().any(|part| part == folder.as_str()));
    }
}
