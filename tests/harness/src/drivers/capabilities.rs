//! The capabilities with which each engine runs headless, as root, and without phoning home. With `E2E_HEADED` the
//! browsers are visible.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Engine;
use crate::setup::browsers;

/// Whether the browsers are visible.
pub fn headed() -> bool {
    std::env::var_os("E2E_HEADED").is_some()
}

/// The capabilities for a new session, as a JSON object.
pub fn capabilities(engine: Engine) -> Result<Value> {
    let missing = || format!("{engine} is not installed");
    Ok(match engine {
        Engine::Chromium => chromium(&browsers::chromium().with_context(missing)?),
        Engine::Firefox => firefox(&browsers::firefox().with_context(missing)?),
        Engine::WebKit => webkit(&browsers::mini_browser().with_context(missing)?),
    })
}

fn chromium(binary: &Path) -> Value {
    let mut args = vec![
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    if !headed() {
        args.push("--headless");
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": binary, "args": args },
        // Console messages, which tests check for errors.
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(binary: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": binary,
            "args": if headed() { json!([]) } else { json!(["-headless"]) },
            // As in a normal browser. The driver would let files read each other.
            "prefs": { "security.fileuri.strict_origin_policy": true },
        },
    })
}

fn webkit(binary: &Path) -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": binary,
            // Pages may open windows. The other two drivers allow that by default.
            "args": ["--automation", "--javascript-can-open-windows-automatically=true"],
        },
    })
}
