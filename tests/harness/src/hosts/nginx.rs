//! nginx with `static/hosting/nginx`, in a configuration like Debian's `nginx.conf`.

use anyhow::{Context, Result};
use tokio::process::Command;

use super::place::Place;
use crate::setup::hosts;

/// The certificate authorities and the name servers of the recipe.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";
const NAMES: &str = "1.1.1.1 9.9.9.9";

pub fn command(place: &Place) -> Result<Command> {
    let program = hosts::nginx().context("nginx is not installed; cargo verify brings it")?;
    place.put(
        "nginx/stackone.conf",
        "site.conf",
        &[
            ("listen 443 ssl;", format!("listen 127.0.0.1:{};", place.port)),
            ("ssl_certificate     /etc/letsencrypt/live/forms.example.com/fullchain.pem;", String::new()),
            ("ssl_certificate_key /etc/letsencrypt/live/forms.example.com/privkey.pem;", String::new()),
            ("root /srv/connector-profile;", format!("root {};", place.page().display())),
            ("https://api.stackone.com;", format!("{};", place.api.url)),
            (AUTHORITIES, place.api.authority.as_ref().map_or(AUTHORITIES.into(), |file| file.display().to_string())),
            (NAMES, place.api.names.map_or(NAMES.into(), |names| names.to_string())),
            // Tests are faster than a person.
            ("keepalive_timeout 5s;", "keepalive_timeout 10ms;".into()),
            ("/var/log/nginx/access.log", place.path("access.log").display().to_string()),
        ],
    )?;
    if let Some(key) = &place.key {
        if key.access {
            place.put("nginx/key.conf", "stackone/key.conf", &[])?;
        }
        let secret = format!("proxy_set_header Authorization \"{}\";\n", key.authorization);
        place.write("stackone/secret.conf", &secret)?;
    }
    let folder = place.path("");
    let folder = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("{name}_temp_path {folder}/{name};\n"))
        .collect();
    place.write(
        "nginx.conf",
        &format!(
            "include /etc/nginx/modules-enabled/*.conf;\n\
             daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n\
             http {{\ninclude /etc/nginx/mime.types;\n{temporary}include site.conf;\n}}\n"
        ),
    )?;
    let mut command = Command::new(program);
    command.arg("-e").arg(place.path("error.log")).arg("-c").arg(place.path("nginx.conf"));
    Ok(command)
}
