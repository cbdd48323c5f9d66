//! Browsers and their drivers: already installed, or installed with Debian's package manager.

use std::path::PathBuf;

use anyhow::Result;

use super::debian::{self, find};
use crate::drivers::Engine;

/// Makes sure that these engines can be started.
pub fn ensure(engines: &[Engine]) -> Result<()> {
    let rows: Vec<_> = engines.iter().map(|engine| engine.name()).collect();
    debian::ensure(&rows, |row| engines.iter().filter(|engine| engine.name() == row).all(is_there))
}

/// Chromium's driver.
pub fn chromedriver() -> Option<PathBuf> {
    find(&["chromedriver"])
}

/// Chromium itself.
pub fn chromium() -> Option<PathBuf> {
    find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

/// Firefox itself; its driver is a cargo tool.
pub fn firefox() -> Option<PathBuf> {
    find(&["firefox-esr", "firefox"])
}

/// WebKit's driver.
pub fn webkit_driver() -> Option<PathBuf> {
    find(&["WebKitWebDriver"])
}

/// The small browser that comes with WebKit, newest first.
pub fn mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from);
    let below = libraries.iter().flat_map(|folder| folder.read_dir().into_iter().flatten().flatten());
    let folders = libraries.iter().cloned().chain(below.map(|entry| entry.path()));
    let candidates = folders.flat_map(|folder| {
        ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].map(|name| folder.join(name).join("MiniBrowser"))
    });
    candidates.into_iter().find(|path| path.is_file())
}

/// The virtual display that WebKit draws on.
pub fn xvfb() -> Option<PathBuf> {
    find(&["Xvfb"])
}

fn is_there(engine: &Engine) -> bool {
    match engine {
        Engine::Chromium => chromium().is_some() && chromedriver().is_some(),
        Engine::Firefox => firefox().is_some(),
        Engine::WebKit => webkit_driver().is_some() && mini_browser().is_some() && xvfb().is_some(),
    }
}
