//! The look that the system asks for, light or dark, and how each engine is told: by an argument or a setting at its
//! start, so that a page sees what it would see on such a system.

use harness::drivers::Engine;
use serde_json::{Value, json};

/// What the system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Light,
    Dark,
}

impl Look {
    /// Writes it into the capabilities of a session. Chromium takes it later, see [`Look::media`].
    pub fn ask(self, engine: Engine, capabilities: &mut Value) {
        let dark = self == Self::Dark;
        match engine {
            Engine::Chromium => {}
            // 0 is dark, 1 is light, whatever the system says.
            Engine::Firefox => {
                capabilities["moz:firefoxOptions"]["prefs"]["layout.css.prefers-color-scheme.content-override"] =
                    json!(u8::from(!dark));
            }
            Engine::WebKit => {
                if let Some(arguments) = capabilities["webkitgtk:browserOptions"]["args"].as_array_mut()
                    && dark
                {
                    arguments.push("--dark-mode".into());
                }
            }
        }
    }

    /// The parameters of Chromium's own command `Emulation.setEmulatedMedia`.
    pub fn media(self) -> Value {
        let value = if self == Self::Dark { "dark" } else { "light" };
        json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] })
    }
}
