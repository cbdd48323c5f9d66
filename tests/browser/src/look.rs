//! The color scheme that the system prefers. Each engine gets it through an argument or a preference at its start, so
//! that a page sees what it would see on such a system.

use harness::drivers::Engine;
use serde_json::{Value, json};

/// The preferred color scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Light,
    Dark,
}

impl Look {
    /// Adds it to the capabilities of a session. Chromium gets it later, through [`Look::media`].
    pub fn ask(self, engine: Engine, capabilities: &mut Value) {
        let dark = self == Self::Dark;
        match engine {
            Engine::Chromium => {}
            // 0 is dark and 1 is light, regardless of the system.
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

    /// The parameters of Chromium's command `Emulation.setEmulatedMedia`.
    pub fn media(self) -> Value {
        let value = if self == Self::Dark { "dark" } else { "light" };
        json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] })
    }
}
