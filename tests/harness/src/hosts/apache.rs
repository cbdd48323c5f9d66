//! Apache with `static/hosting/apache`, in a configuration that loads the modules that the recipe names.

use anyhow::{Context, Result};
use tokio::process::Command;

use super::place::Place;
use crate::setup::hosts;

const MODULES: [&str; 15] = [
    "mpm_event",
    "authn_core",
    "authz_core",
    "authz_host",
    "mime",
    "dir",
    "filter",
    "headers",
    "proxy",
    "proxy_http",
    "rewrite",
    "setenvif",
    "ssl",
    "brotli",
    "deflate",
];

/// The certificate authorities of the recipe.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

pub fn command(place: &Place) -> Result<Command> {
    let program = hosts::apache().context("Apache is not installed; cargo verify brings it")?;
    let listen = format!("127.0.0.1:{}", place.port);
    place.put(
        "apache/stackone.conf",
        "site.conf",
        &[
            ("<VirtualHost *:443>", format!("<VirtualHost {listen}>")),
            ("SSLEngine on\n", "\n".into()),
            ("SSLCertificateFile /etc/letsencrypt/live/forms.example.com/fullchain.pem", String::new()),
            ("SSLCertificateKeyFile /etc/letsencrypt/live/forms.example.com/privkey.pem", String::new()),
            ("/srv/connector-profile\nDefine", format!("{}\nDefine", place.page().display())),
            ("https://api.stackone.com/", format!("{}/", place.api.url)),
            (AUTHORITIES, place.api.authority.as_ref().map_or(AUTHORITIES.into(), |file| file.display().to_string())),
        ],
    )?;
    if let Some(key) = &place.key {
        if key.access {
            place.put("apache/key.conf", "stackone/key.conf", &[])?;
        }
        let secret = format!("RequestHeader set Authorization \"{}\"\n", key.authorization);
        place.write("stackone/secret.conf", &secret)?;
    }
    let folder = place.path("");
    let folder = folder.display();
    let modules: String = MODULES
        .iter()
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .collect();
    place.write(
        "apache.conf",
        &format!(
            "ServerRoot {folder}\nServerName localhost\nPidFile pid\nErrorLog error.log\n\
             LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b \\\"%{{Referer}}i\\\" \\\"%{{User-Agent}}i\\\"\" combined\n\
             CustomLog access.log combined\nMutex file:{folder}\n\
             User nobody\nGroup nogroup\nListen {listen}\nTypesConfig /etc/mime.types\n{modules}Include site.conf\n"
        ),
    )?;
    let mut command = Command::new(program);
    command.arg("-DFOREGROUND").arg("-f").arg(place.path("apache.conf"));
    Ok(command)
}
