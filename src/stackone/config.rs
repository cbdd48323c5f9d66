//! Where StackOne is, how requests to it are authorised, and how a profile is written to it: the part of the
//! configuration that concerns the API.

use super::config_sources::ConfigSources;
use super::write_shape::WriteShape;
use super::{API_BASE_URL, Json};

/// Who puts the `Authorization` header on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Auth {
    /// The person types an API key.
    #[default]
    ApiKey,
    /// The host page gives the header's value at each request.
    Host,
    /// Nobody here: a proxy adds it.
    None,
}

impl Auth {
    fn named(name: &str) -> Option<Self> {
        match name {
            "api-key" => Some(Self::ApiKey),
            "host" => Some(Self::Host),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

/// How to reach StackOne.
#[derive(Clone, Debug, Default)]
pub struct ApiConfig {
    base_url: Option<String>,
    /// Who authorises.
    pub auth: Auth,
    /// Seconds to wait for an answer; 30 where it is not said.
    pub timeout_seconds: Option<u32>,
    /// Shape of the request that creates a profile.
    pub create: WriteShape,
}

impl ApiConfig {
    /// Base of every address, without a slash at its end.
    pub fn base_url(&self) -> &str {
        self.base_url.as_deref().unwrap_or(API_BASE_URL)
    }

    /// How long to wait for an answer, in milliseconds.
    pub fn timeout_ms(&self) -> u32 {
        self.timeout_seconds.unwrap_or(30).saturating_mul(1000)
    }

    /// Address of a path below the base.
    pub fn url(&self, path: &str) -> String {
        [self.base_url(), "/", path.trim_start_matches('/')].concat()
    }

    /// Reads the members that are there; what is absent or cannot be used keeps its default.
    pub fn read(sources: &mut ConfigSources) -> Self {
        let base_url = sources.take("apiBaseUrl", base_url);
        let auth = sources.take("auth", |value| Auth::named(&value.text()?)).unwrap_or_default();
        let timeout_seconds = sources.take("timeoutSeconds", |value| {
            let seconds = u32::try_from(value.number()?).ok()?;
            (1..=600).contains(&seconds).then_some(seconds)
        });
        let create = sources.find("create", |value| matches!(value, Json::Object(_)).then(|| WriteShape::read(value)));
        if let Some((source, (_, false))) = create {
            sources.blame(source, "create");
        }
        let create = create.map(|(_, (shape, _))| shape).unwrap_or_default();
        Self { base_url, auth, timeout_seconds, create }
    }
}

/// An address, or a path of the page's own origin: `/` is the origin itself. A blank one would be that too, unasked.
fn base_url(value: &Json) -> Option<String> {
    let Json::Text(url) = value else { return None };
    let trimmed = url.trim_matches(|c: char| c.is_ascii_whitespace());
    let url = trimmed.trim_end_matches('/');
    // Space that a browser would take for a part of a path must not hide what comes after it.
    let plain = !trimmed.is_empty() && !url.chars().any(char::is_whitespace);
    let usable = plain && (url.starts_with("https://") || url.starts_with("http://") || !url.contains(':'));
    usable.then(|| url.to_owned())
}
