//! The size check: everything that the page loads, compressed with brotli 11, must stay below a limit.
//!
//! Every file in `dist/` counts, except for those listed here, which the page does not load.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::commands::compress::brotli_11;
use crate::running::Ended;

const LIMIT: usize = 250_000;

/// Files in `dist/` for others: the entry for other pages, types.
const NOT_LOADED: [&str; 5] = ["element.js", "embed.html", "embed.css", "embed.js", "frame.js"];
const NOT_LOADED_ENDINGS: [&str; 2] = [".d.ts", ".md"];

/// Measures the page and prints the table.
pub fn check(dist: &Path) -> Result<Ended> {
    let mut rows = Vec::new();
    for file in files(dist).with_context(|| format!("{} cannot be read", dist.display()))? {
        let name = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if is_loaded(&name) {
            let content = fs::read(&file)?;
            rows.push((name, content.len(), brotli_11(&content)?.len()));
        }
    }
    rows.sort_by_key(|(_, _, compressed)| std::cmp::Reverse(*compressed));
    let sum: usize = rows.iter().map(|(_, _, compressed)| compressed).sum();
    let mut printed = format!("        {:>9} {:>9}\n", "raw", "brotli");
    for (name, raw, compressed) in &rows {
        printed += &format!("        {raw:>9} {compressed:>9}  {name}\n");
    }
    printed += &format!("        {:>9} {sum:>9}  of {LIMIT} allowed\n", "");
    let has_module = rows.iter().any(|(name, _, _)| name.ends_with(".wasm"));
    if !has_module {
        printed += "        there is no module: this is not the built page\n";
    }
    Ok(Ended { success: sum <= LIMIT && has_module, printed })
}

fn is_loaded(name: &str) -> bool {
    !NOT_LOADED.contains(&name) && !NOT_LOADED_ENDINGS.iter().any(|ending| name.ends_with(ending))
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(module: usize) -> tempfile::TempDir {
        let dist = tempfile::tempdir().unwrap();
        // Incompressible noise.
        let mut state = 1u64;
        let mut noise = |length: usize| -> Vec<u8> {
            let mut step = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            };
            (0..length).map(|_| step()).collect()
        };
        for (name, length) in [("a.wasm", module), ("boot.js", 4_000), ("frame.js", 50_000)] {
            fs::write(dist.path().join(name), noise(length)).unwrap();
        }
        dist
    }

    #[test]
    fn what_the_page_loads_is_weighed() {
        let ended = check(page(100_000).path()).unwrap();
        assert!(ended.success, "{}", ended.printed);
        assert!(ended.printed.contains("boot.js") && !ended.printed.contains("frame.js"));
    }

    #[test]
    fn too_heavy_or_not_there_is_a_failure() {
        assert!(!check(page(248_000).path()).unwrap().success);
        assert!(check(Path::new("/nonexistent")).is_err());
        assert!(!check(tempfile::tempdir().unwrap().path()).unwrap().success);
    }
}
