//! What the host page, the query string or `config.json` decides: where StackOne is, the look, the first values. Read
//! member by member: a value that cannot be used is named, and the next source or the default holds.

use std::rc::Rc;

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr};

use crate::features::guide::Step;
use crate::i18n::Words;
use crate::profile::Draft;
use crate::salesforce::Environment;
use crate::stackone::{ApiConfig, ConfigSource, ConfigSources, Json};

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
    const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// `auto`, `light` or `dark`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What is shown first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum StartView {
    /// The form alone.
    #[default]
    Form,
    /// The guide with the form in it.
    Guide,
    /// The list of profiles; a new one is set up with the guide.
    Profiles,
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

impl Storage {
    fn named(name: &str) -> Option<Self> {
        match name {
            "session" => Some(Self::Session),
            "local" => Some(Self::Local),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

/// Something that has to be said about the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// `config.json` could not be read.
    ConfigUnreachable,
    /// `config.json` is no JSON.
    ConfigMalformed,
    /// These members of `config.json` have values that cannot be used.
    ConfigUnusable(Vec<String>),
    /// These members of what the host page gives have values that cannot be used.
    HostUnusable(Vec<String>),
}

/// The configuration of one form.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How to reach StackOne.
    pub api: ApiConfig,
    /// The look.
    pub theme: Theme,
    /// What is shown first.
    pub view: StartView,
    /// Whether the form has a title of its own.
    pub has_heading: bool,
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
    /// What is to be said about the configuration itself.
    pub notices: Vec<Notice>,
}

/// The static page around a form: the sources of its configuration that lie outside of the element.
#[derive(Debug, Deserialize)]
pub struct StaticPage {
    /// `config.json` as text, if it could be read.
    config: Option<String>,
    /// The query string.
    query: String,
    /// Whether the page is the form's own, with an address that may name a step.
    #[serde(default)]
    pub own: bool,
}

/// Each member that the host page may give, and how many levels of objects it has. `messages` and `create` are objects.
pub const MEMBERS: [(&str, u8); 14] = [
    ("apiBaseUrl", 0),
    ("auth", 0),
    ("timeoutSeconds", 0),
    ("create", 2),
    ("theme", 0),
    ("storage", 0),
    ("view", 0),
    ("heading", 0),
    ("step", 0),
    ("profileId", 0),
    ("environment", 0),
    ("name", 0),
    ("scopes", 0),
    ("messages", 1),
];

impl Default for Settings {
    /// What holds where nothing is said.
    fn default() -> Self {
        Self::read(ConfigSources::default())
    }
}

impl Settings {
    /// Reads the settings of a form: what the host page gives, and what the static page around it adds.
    pub fn of(mut sources: ConfigSources, page: Option<&StaticPage>) -> Self {
        let mut problem = None;
        if let Some(page) = page {
            sources.add(ConfigSource::Query, query_members(&page.query));
            match page.config.as_deref().map(Json::parse) {
                Some(Some(file @ Json::Object(_))) => sources.add(ConfigSource::File, file),
                Some(_) => problem = Some(Notice::ConfigMalformed),
                None => problem = Some(Notice::ConfigUnreachable),
            }
            if page.own {
                sources.add(ConfigSource::File, Json::object(vec![("view", "guide".into())]));
            }
        }
        let settings = Self::read(sources);
        Self { notices: problem.into_iter().chain(settings.notices).collect(), ..settings }
    }

    /// Whether the guide leads through the form.
    pub fn is_guided(&self) -> bool {
        self.view != StartView::Form
    }

    /// Reads the members that are known.
    pub fn read(mut sources: ConfigSources) -> Self {
        let api = ApiConfig::read(&mut sources);
        let theme = sources.word("theme", Theme::named).unwrap_or_default();
        let storage = sources.word("storage", Storage::named).unwrap_or_default();
        let view = sources.word("view", |name| name.parse().ok()).unwrap_or_default();
        let has_heading = sources.word("heading", |name| match name {
            "default" => Some(true),
            "none" => Some(false),
            _ => None,
        });
        let step = sources.word("step", Step::named);
        let text = |text: &str| Some(text.to_owned());
        let profile_id = sources.word("profileId", text);
        let environment = sources.word("environment", Environment::from_name).unwrap_or(Environment::Production);
        let first = Draft {
            name: sources.word("name", text).unwrap_or_default(),
            scopes: sources.word("scopes", text).unwrap_or_default(),
            environment: environment.name().to_owned(),
            ..Draft::default()
        };
        let words = Rc::new(words(&mut sources));
        let host = Some(sources.unusable(ConfigSource::Host)).filter(|names| !names.is_empty());
        let file = Some(sources.unusable(ConfigSource::File)).filter(|names| !names.is_empty());
        let notices = file.map(Notice::ConfigUnusable).into_iter().chain(host.map(Notice::HostUnusable)).collect();
        let has_heading = has_heading.unwrap_or(true);
        Self { api, theme, view, has_heading, step, storage, profile_id, first, words, notices }
    }
}

/// All wording, with what `messages` replaces.
fn words(sources: &mut ConfigSources) -> Words {
    let mut words = Words::default();
    let messages = sources.find("messages", |value| match value {
        Json::Object(messages) => Some(messages.clone()),
        _ => None,
    });
    for (source, (name, own)) in
        messages.into_iter().flat_map(|(source, own)| own.into_iter().map(move |own| (source, own)))
    {
        match own {
            Json::Null => {}
            Json::Text(text) => words.replace(&name, &text),
            _ => sources.blame(source, &format!("messages.{name}")),
        }
    }
    words
}

/// What the query string of the page may set; everything else in it is ignored. Values that need decoding are none of
/// those that are known.
fn query_members(query: &str) -> Json {
    let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    let members = pairs.filter_map(|(name, value)| match name {
        _ if value.is_empty() => None,
        "environment" | "view" | "step" => Some((name, value.into())),
        "profile-id" if value.bytes().all(is_of_an_id) => Some(("profileId", value.into())),
        _ => None,
    });
    Json::object(members.collect())
}

fn is_of_an_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}
