//! The cache folder: installs each tool once per machine and version. A tool appears under its name only when it is
//! complete, so a killed install breaks nothing. A lock for each tool keeps parallel set-ups apart; the kernel releases
//! it if its holder dies.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::say;

const UNFINISHED: &str = ".installing-";

/// The folder of all tools.
pub fn folder() -> Result<PathBuf> {
    let given = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let base = given.or_else(|| Some(env::home_dir()?.join(".cache")));
    Ok(base.context("there is no home folder for the tools: set XDG_CACHE_HOME")?.join("stackone-connector-profile"))
}

/// Makes sure that `folder/name` contains all `files`. Otherwise calls `install` with an empty folder; what that leaves
/// in `whole` below it becomes `folder/name`.
pub fn ensure_installed(
    folder: &Path,
    name: &str,
    files: &[PathBuf],
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let place = folder.join(name);
    if has(&place, files) {
        return Ok(());
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let _lock = lock(folder, name)?;
    if has(&place, files) {
        return Ok(()); // Another set-up brought it while this one waited.
    }
    let unfinished = format!("{UNFINISHED}{name}-");
    clear_unfinished(folder, &unfinished)?;
    let work = tempfile::Builder::new().prefix(&unfinished).tempdir_in(folder)?;
    let start = Instant::now();
    install(work.path()).with_context(|| format!("{name} could not be installed"))?;
    let whole = work.path().join(WHOLE);
    ensure!(has(&whole, files), "{name} was installed, but {files:?} is not all there");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::rename(&whole, &place)?;
    say(&format!("{name} is installed ({} s)", start.elapsed().as_secs()));
    Ok(())
}

/// The folder in which an install leaves its result.
pub const WHOLE: &str = "whole";

fn has(place: &Path, files: &[PathBuf]) -> bool {
    files.iter().all(|file| place.join(file).is_file())
}

fn lock(folder: &Path, name: &str) -> Result<File> {
    let file = File::create(folder.join(format!("{name}.lock")))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say(&format!("waiting for another set-up to install {name}"));
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    Ok(file)
}

/// Removes what killed installs left. Only the holder of the lock installs, but the killed one's cargo may still write
/// files, so whatever cannot be removed now is removed the next time.
fn clear_unfinished(folder: &Path, unfinished: &str) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(unfinished) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "cache_tests.rs"]
mod tests;
