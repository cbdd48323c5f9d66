//! What the host page or `config.json` decides: where StackOne is, the look, the language, the first values. Read
//! leniently: a value that cannot be used is named and its default holds.

use std::rc::Rc;

use crate::features::guide::Step;
use crate::i18n::Words;
use crate::profile::Draft;
use crate::stackone::{ApiConfig, Json};

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// `auto`, `light` or `dark`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Where progress in the guide is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// Until the tab is closed.
    #[default]
    Session,
    /// Until it is cleared.
    Local,
    /// Nowhere.
    None,
}

/// Something that has to be said about the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// `config.json` could not be read.
    ConfigUnreachable,
    /// `config.json` is no JSON.
    ConfigMalformed,
    /// These members have values that cannot be used.
    ConfigUnusable(Vec<&'static str>),
}

/// The configuration of one form.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How to reach StackOne.
    pub api: ApiConfig,
    /// The look.
    pub theme: Theme,
    /// Whether the guide leads through the form.
    pub guided: bool,
    /// The step that the guide begins with, where one is named.
    pub step: Option<Step>,
    /// Where progress in the guide is kept.
    pub storage: Storage,
    /// The profile to change, by its id, instead of making one.
    pub profile_id: Option<String>,
    /// First values of the fields.
    pub first: Draft,
    /// All wording.
    pub words: Rc<Words>,
}

impl Default for Settings {
    /// What holds where nothing is said.
    fn default() -> Self {
        Self::read(&Json::Null).0
    }
}

impl Settings {
    /// Reads an object of settings. Members that are not known are passed over.
    ///
    /// # Errors
    /// The second part names the members that could not be used; the settings are whole all the same.
    pub fn read(json: &Json) -> (Self, Vec<&'static str>) {
        let (api, mut odd) = ApiConfig::read(json);
        let text = |name| json.get(name).and_then(Json::text);
        let theme = match text("theme").as_deref() {
            None | Some("auto") => Theme::Auto,
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            Some(_) => {
                odd.push("theme");
                Theme::Auto
            }
        };
        let storage = match text("storage").as_deref() {
            None | Some("session") => Storage::Session,
            Some("local") => Storage::Local,
            Some("none") => Storage::None,
            Some(_) => {
                odd.push("storage");
                Storage::Session
            }
        };
        let guided = text("view").as_deref() == Some("guide");
        let step = text("step").as_deref().and_then(Step::named);
        let environment = text("environment").unwrap_or_default();
        let first = Draft {
            name: text("name").unwrap_or_default(),
            scopes: text("scopes").unwrap_or_default(),
            environment: if environment == "sandbox" { environment } else { "production".to_owned() },
            ..Draft::default()
        };
        let mut words = Words::default();
        if let Some(Json::Object(members)) = json.get("messages") {
            for (name, own) in members {
                words.replace(name, &own.text().unwrap_or_default());
            }
        }
        let words = Rc::new(words);
        (Self { api, theme, guided, step, storage, profile_id: text("profileId"), first, words }, odd)
    }
}
