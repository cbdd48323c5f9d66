//! The configuration of the API: where StackOne is, how requests are authorised, and how a profile is written.

use super::config_sources::ConfigSources;
use super::write_shape::WriteShape;
use super::{API_BASE_URL, Json};

/// Who provides the `Authorization` header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Auth {
    /// The person types an API key.
    #[default]
    ApiKey,
    /// The host page provides the header's value for each request.
    Host,
    /// A proxy adds the header.
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
    /// Who provides the `Authorization` header.
    pub auth: Auth,
    /// Seconds to wait for an answer; `None` for 30.
    pub timeout_seconds: Option<u32>,
    /// The shape of the request that creates a profile.
    pub create: WriteShape,
}

impl ApiConfig {
    /// The base of every address, without a trailing slash.
    pub fn base_url(&self) -> &str {
        self.base_url.as_deref().unwrap_or(API_BASE_URL)
    }

    /// The time to wait for an answer, in milliseconds.
    pub fn timeout_ms(&self) -> u32 {
        self.timeout_seconds.unwrap_or(30).saturating_mul(1000)
    }

    /// The address of a path below the base.
    pub fn url(&self, path: &str) -> String {
        [self.base_url(), "/", path.trim_start_matches('/')].concat()
    }

    /// Reads the members of the API. A member that is absent or unusable keeps its default.
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

/// Parses an absolute URL or a path of the page's own origin: `/` is the origin itself. Rejects a blank value, which
/// would mean the origin by accident.
fn base_url(value: &Json) -> Option<String> {
    let Json::Text(url) = value else { return None };
    let trimmed = url.trim_matches(|c: char| c.is_ascii_whitespace());
    let url = trimmed.trim_end_matches('/');
    // White space inside would become part of the path and hide the text after it.
    let plain = !trimmed.is_empty() && !url.chars().any(char::is_whitespace);
    let usable = plain && (url.starts_with("https://") || url.starts_with("http://") || !url.contains(':'));
    usable.then(|| url.to_owned())
}
