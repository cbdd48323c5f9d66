//! Web servers for the tests of the recipes in `static/hosting`, from Debian, as operators install them.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::debian::{self, find};

/// A file of Debian's package for nginx's brotli module.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so";

/// Makes sure that all of them can be started.
pub fn ensure() -> Result<()> {
    debian::ensure(&["nginx", "caddy", "apache"], |row| match row {
        "nginx" => nginx().is_some() && Path::new(BROTLI).is_file(),
        "caddy" => caddy().is_some(),
        _ => apache().is_some(),
    })
}

/// nginx.
pub fn nginx() -> Option<PathBuf> {
    find(&["nginx"])
}

/// Caddy.
pub fn caddy() -> Option<PathBuf> {
    find(&["caddy"])
}

/// Apache.
pub fn apache() -> Option<PathBuf> {
    find(&["apache2"])
}
