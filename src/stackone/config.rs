//! Where StackOne is, how requests to it are authorised, and how a profile is written to it: the part of the
//! configuration that concerns the API. Read from `config.json` or from the host page's object.

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

    /// Reads the members that are there; what is absent keeps its default.
    ///
    /// # Errors
    /// The names of members whose value cannot be used. They keep their default too, so the second part is always
    /// whole.
    pub fn read(json: &Json) -> (Self, Vec<&'static str>) {
        let mut config = Self::default();
        let mut odd = Vec::new();
        let mut take = |name: &'static str, set: &mut dyn FnMut(&Json) -> Option<()>| match json.get(name) {
            None | Some(Json::Null) => {}
            Some(value) if set(value).is_some() => {}
            Some(_) => odd.push(name),
        };
        take("apiBaseUrl", &mut |value| {
            let Json::Text(url) = value else { return None };
            let url = url.trim_matches(|c: char| c.is_ascii_whitespace()).trim_end_matches('/');
            // Space that a browser would take for a part of a path must not hide what comes after it.
            let plain = !url.chars().any(char::is_whitespace);
            let usable = plain && (url.starts_with("https://") || url.starts_with("http://") || !url.contains(':'));
            config.base_url = Some(url.to_owned()).filter(|_| usable);
            usable.then_some(())
        });
        take("auth", &mut |value| {
            config.auth = match value.text()?.as_str() {
                "api-key" => Auth::ApiKey,
                "host" => Auth::Host,
                "none" => Auth::None,
                _ => return None,
            };
            Some(())
        });
        take("timeoutSeconds", &mut |value| {
            let seconds = value.number().and_then(|seconds| u32::try_from(seconds).ok());
            config.timeout_seconds = seconds.filter(|seconds| (1..=600).contains(seconds));
            config.timeout_seconds.map(|_| ())
        });
        take("create", &mut |value| {
            let (create, whole) = WriteShape::read(value);
            config.create = create;
            whole.then_some(())
        });
        (config, odd)
    }
}
