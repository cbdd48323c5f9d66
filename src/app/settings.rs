//! The configuration from the host page, the query string or `config.json`: the API, the look, initial values. Read
//! member by member: an unusable value is reported, and the next source or the default applies.

use std::rc::Rc;

use strum::{EnumString, IntoStaticStr};

use crate::features::guide::Step;
use crate::i18n::Words;
use crate::profile::Draft;
use crate::salesforce::Environment;
use crate::stackone::{ApiConfig, ConfigSource, ConfigSources, Json};

/// The color theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follows the system.
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

    /// The name: `auto`, `light` or `dark`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The initial view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum StartView {
    /// The form without the guide.
    #[default]
    Form,
    /// The guide, with the form in it.
    Guide,
    /// The list of profiles. New profiles are created with the guide.
    Profiles,
}

/// Where progress is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// In the session storage, until the tab is closed.
    #[default]
    Session,
    /// In the local storage, until it is cleared.
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

/// A problem with the configuration, shown above the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// `config.json` could not be read.
    ConfigUnreachable,
    /// `config.json` is not JSON.
    ConfigMalformed,
    /// These members of `config.json` have unusable values.
    ConfigUnusable(Vec<String>),
    /// These members from the host page have unusable values.
    HostUnusable(Vec<String>),
}

/// The configuration of a form.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The configuration of the API.
    pub api: ApiConfig,
    /// The color theme.
    pub theme: Theme,
    /// The initial view.
    pub view: StartView,
    /// Whether the form shows its title.
    pub has_heading: bool,
    /// The step at which the guide starts, if configured.
    pub step: Option<Step>,
    /// Where progress is kept.
    pub storage: Storage,
    /// The id of a profile to change instead of creating one.
    pub profile_id: Option<String>,
    /// The initial values of the fields.
    pub first: Draft,
    /// The texts in use.
    pub words: Rc<Words>,
    /// The problems of this configuration.
    pub notices: Vec<Notice>,
}

/// The sources of configuration outside the element, on the static page.
#[derive(Clone, Debug, Default)]
pub struct StaticPage {
    /// The text of `config.json`, if it could be loaded.
    pub config: Option<String>,
    /// The query string.
    pub query: String,
    /// Whether it is the form's own page. Only its address contains the route.
    pub own: bool,
}

/// The members that the host page can set, each with its depth of nested objects.
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
    /// The defaults.
    fn default() -> Self {
        Self::read(ConfigSources::default())
    }
}

impl Settings {
    /// The settings of a form, from the host page and the static page, if there is one.
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

    /// Whether the guide is shown.
    pub fn is_guided(&self) -> bool {
        self.view != StartView::Form
    }

    /// Reads all known members.
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

/// The texts, with the replacements in `messages`.
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

/// The members in the page's query string, which boot.js has percent-decoded; ignores all others.
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
