//! Browsers and their drivers: found on this machine, or brought by Debian's package manager where that is
//! allowed, or else named so that a person can install them.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::tools::Table;
use super::{programs, say};
use crate::drivers::Engine;

/// Makes sure that these engines can be started.
///
/// # Errors
/// With the packages to install by hand, when something is missing that cannot be installed here.
pub fn ensure(engines: &[Engine]) -> Result<()> {
    if missing(engines).is_empty() {
        return Ok(());
    }
    let table = Table::read()?;
    let absent = missing(engines);
    let packages: Vec<_> = absent.iter().flat_map(|engine| table.debian(engine.name())).map(String::as_str).collect();
    let by_hand = format!("install these by hand (Debian's names): {}", packages.join(" "));
    let Some(apt) = apt() else {
        bail!("browsers or drivers are missing; {by_hand}");
    };
    say(&format!("installing {} with apt-get", packages.join(" ")));
    apt_get(&apt, &["update"]).with_context(|| by_hand.clone())?;
    apt_get(&apt, &[&["install", "--yes"][..], &packages].concat()).with_context(|| by_hand.clone())?;
    match missing(engines).as_slice() {
        [] => Ok(()),
        still => bail!("apt-get brought the packages, but nothing to start {still:?} with; {by_hand}"),
    }
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

/// The display without a screen that WebKit draws on.
pub fn xvfb() -> Option<PathBuf> {
    find(&["Xvfb"])
}

fn missing(engines: &[Engine]) -> Vec<Engine> {
    let there = |engine: &Engine| match engine {
        Engine::Chromium => chromium().is_some() && chromedriver().is_some(),
        Engine::Firefox => firefox().is_some(),
        Engine::WebKit => webkit_driver().is_some() && mini_browser().is_some() && xvfb().is_some(),
    };
    engines.iter().copied().filter(|engine| !there(engine)).collect()
}

/// The first of these names on `PATH` or where packages put programs that are not meant for a person's `PATH`.
fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let known = ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser", "/snap/bin"];
    let folders: OsString = env::join_paths(env::split_paths(&path).chain(known.map(PathBuf::from))).ok()?;
    names.iter().find_map(|name| which::which_in(name, Some(&folders), env::current_dir().ok()?).ok())
}

/// How to call apt-get, where that is possible without asking for a password.
fn apt() -> Option<Vec<&'static str>> {
    find(&["apt-get"])?;
    let user = programs::run(Command::new("id").arg("-u")).ok()?;
    if user.trim() == "0" {
        return Some(vec!["apt-get"]);
    }
    programs::run(Command::new("sudo").args(["-n", "true"])).ok()?;
    Some(vec!["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
}

fn apt_get(apt: &[&str], arguments: &[&str]) -> Result<()> {
    let mut command = Command::new(apt[0]);
    command.args(&apt[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    programs::run(&mut command).map(drop)
}
