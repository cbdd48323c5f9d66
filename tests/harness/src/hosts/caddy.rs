//! Caddy with `static/hosting/caddy`, whose placeholders are environment variables, and an access log.

use anyhow::{Context, Result};
use tokio::process::Command;

use super::place::Place;
use crate::setup::hosts;

pub fn command(place: &Place) -> Result<Command> {
    let program = hosts::caddy().context("Caddy is not installed; cargo verify brings it")?;
    let access = format!("log {{\n\t\toutput file {}\n\t}}\n\troot *", place.path("access.log").display());
    let names = place.api.names.map(|names| format!("transport http {{\n\t\t\t\tresolvers udp/{names}"));
    let transport = ("transport http {", names.unwrap_or_else(|| "transport http {".into()));
    place.put("caddy/Caddyfile", "recipe", &[("root *", access), transport])?;
    if place.key.as_ref().is_some_and(|key| key.access) {
        place.put("caddy/key.caddy", "stackone/key.caddy", &[])?;
    }
    let authorization = place.key.as_ref().map(|key| key.authorization.as_str()).unwrap_or_default();
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
        .env("STACKONE_API", &place.api.url)
        .env("STACKONE_AUTHORIZATION", authorization)
        .env("XDG_CONFIG_HOME", place.path(""))
        .env("XDG_DATA_HOME", place.path(""));
    if let Some(authority) = &place.api.authority {
        command.env("SSL_CERT_FILE", authority);
    }
    Ok(command)
}
