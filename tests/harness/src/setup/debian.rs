//! Programs of the system's package manager: already installed, installed by apt-get if that needs no password, or
//! listed for the person to install.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::say;
use super::tools::Table;
use crate::running;

/// Makes sure of these rows of `tools.toml`. `is_there` checks one.
pub fn ensure(rows: &[&str], is_there: impl Fn(&str) -> bool) -> Result<()> {
    let missing = || rows.iter().copied().filter(|row| !is_there(row)).collect::<Vec<_>>();
    let absent = missing();
    if absent.is_empty() {
        return Ok(());
    }
    let table = Table::read()?;
    let packages: Vec<_> = absent.iter().flat_map(|row| table.debian(row)).map(String::as_str).collect();
    let by_hand = format!("install these by hand (Debian's names): {}", packages.join(" "));
    let Some(apt) = apt() else {
        bail!("{} missing; {by_hand}", absent.join(", "));
    };
    say(&format!("installing {} with apt-get", packages.join(" ")));
    apt_get(&apt, &["update"]).with_context(|| by_hand.clone())?;
    apt_get(&apt, &[&["install", "--yes"][..], &packages].concat()).with_context(|| by_hand.clone())?;
    match missing().as_slice() {
        [] => Ok(()),
        still => bail!("apt-get brought the packages, but nothing to start {still:?} with; {by_hand}"),
    }
}

/// The first of these names on `PATH`, or in the folders where packages put programs that are not on a user's `PATH`.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let known =
        ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser", "/snap/bin"];
    let folders: OsString = env::join_paths(env::split_paths(&path).chain(known.map(PathBuf::from))).ok()?;
    names.iter().find_map(|name| which::which_in(name, Some(&folders), env::current_dir().ok()?).ok())
}

/// The apt-get command, if it works without a password.
fn apt() -> Option<Vec<&'static str>> {
    find(&["apt-get"])?;
    let mut id = running::command("id");
    id.arg("-u");
    if running::succeed(id).ok()?.trim() == "0" {
        return Some(vec!["apt-get"]);
    }
    let mut sudo = running::command("sudo");
    sudo.args(["-n", "true"]);
    running::succeed(sudo).ok()?;
    Some(vec!["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
}

fn apt_get(apt: &[&str], arguments: &[&str]) -> Result<()> {
    let mut command = running::command(apt[0]);
    command.args(&apt[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    running::succeed(command).map(drop)
}
