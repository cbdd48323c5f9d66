//! Caddy with `static/hosting/caddy`, unedited: its placeholders are environment variables.

use anyhow::{Context, Result};
use tokio::process::Command;

use super::place::Place;
use crate::setup::hosts;

pub fn command(place: &Place) -> Result<Command> {
    let program = hosts::caddy().context("Caddy is not installed; cargo verify brings it")?;
    place.put("caddy/Caddyfile", "recipe", &[])?;
    if place.authorization.is_some() {
        place.put("caddy/key.caddy", "stackone/key.caddy", &[])?;
    }
    let log = place.path("error.log");
    place.write(
        "Caddyfile",
        &format!("{{\nadmin off\nlog {{\noutput file {}\n}}\n}}\nimport recipe\n", log.display()),
    )?;
    let mut command = Command::new(program);
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(place.path("Caddyfile"))
        .env("STACKONE_SITE", format!("http://127.0.0.1:{}", place.port))
        .env("STACKONE_FOLDER", place.page())
        .env("STACKONE_API", &place.api)
        .env("STACKONE_AUTHORIZATION", place.authorization.as_deref().unwrap_or_default())
        .env("XDG_CONFIG_HOME", place.path(""))
        .env("XDG_DATA_HOME", place.path(""));
    Ok(command)
}
