//! Builds the release page into `dist/` with trunk, offline: all tools are on the path by then.

use std::fs;

use anyhow::{Result, bail};

use super::optimize::smaller;
use super::page_only::page_only;
use super::{one_tag, running, slim};
use crate::setup::tools;
use crate::workspace;

/// Makes cargo build the standard library with the page, for size and without panics that print: 12 KB less under
/// brotli. Copies of more than eight bytes call `memory.copy`. The flags are not stable yet, so the stable compiler has to
/// be told that we know. A panic ends in a trap, which [`super::watch`] tells the module of.
const FOR_SIZE: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Cllvm-args=-max-store-memcpy=1 -Ctarget-feature=-reference-types",
    ),
];

/// Builds it. The module that trunk made it from stays in cargo's target folder, see [`module`].
///
/// # Errors
/// With all that trunk said, when it fails.
pub fn build() -> Result<()> {
    // Two builds at once would take each other's half-made files away.
    fs::create_dir_all(workspace::target())?;
    let turn = fs::File::create(workspace::target().join("page.lock"))?;
    turn.lock()?;
    let mut trunk = running::command(&tools::trunk()?.to_string_lossy());
    trunk.args(["build", "--release"]).env("PATH", tools::search_path()?).envs(FOR_SIZE);
    // Trunk takes `NO_COLOR=1`, which many people set, for a malformed boolean.
    trunk.env_remove("NO_COLOR");
    let ended = running::run(trunk)?;
    if !ended.success {
        bail!("the page could not be built:\n{}", ended.printed);
    }
    slim::page(&workspace::dist(), |script, module| {
        let (script, module) = page_only(script, module)?;
        smaller(&script, &module)
    })?;
    one_tag::write(&workspace::dist())
}

/// Where cargo leaves the release module, before wasm-bindgen.
pub fn module() -> std::path::PathBuf {
    workspace::target().join("wasm32-unknown-unknown/release").join(format!("{}.wasm", workspace::PACKAGE))
}

/// The JavaScript module that names the version.
///
/// # Errors
/// When `Cargo.toml` cannot be read.
pub fn version_module() -> Result<String> {
    Ok(format!("export const version = \"{}\";\n", workspace::version()?))
}
