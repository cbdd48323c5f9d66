//! Connector profiles as StackOne lists them: the documented `GET /connector_profiles`, page by page, and the profile
//! in an answer. Reads leniently: numbers may come as strings, fields may be missing.

use super::write::CONNECTOR_KEY;
use super::{ApiConfig, Json, Request};
use crate::i18n::digits;

/// Profiles to ask for at a time; StackOne's documented default.
const PAGE_SIZE: usize = 25;

/// A connector profile that exists. StackOne never tells its credentials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectorProfile {
    /// StackOne's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `production`, `sandbox`, or empty where StackOne does not say.
    pub environment: String,
    /// When it was made, as StackOne writes it (RFC 3339); may be empty.
    pub created_at: String,
    /// When it was changed last, as StackOne writes it; may be empty.
    pub updated_at: String,
    /// The version of the connector, and the pin where there is one, as StackOne writes them; may be empty.
    pub version: String,
    /// See `version`.
    pub pin: String,
    /// Whether it is the connector's default.
    pub default: bool,
    /// Whether it can be used.
    pub active: bool,
}

impl ConnectorProfile {
    /// Reads a profile; `None` without an id or a name.
    pub fn read(json: &Json) -> Option<Self> {
        let text = |name| json.get(name).and_then(Json::text).map(str::to_owned);
        Some(Self {
            id: text("id")?,
            name: text("name")?,
            environment: text("environment").unwrap_or_default(),
            created_at: text("created_at").unwrap_or_default(),
            updated_at: text("updated_at").unwrap_or_default(),
            version: text("connector_version").unwrap_or_default(),
            pin: text("connector_pinned_version").unwrap_or_default(),
            default: matches!(json.get("default"), Some(Json::Bool(true))),
            active: !matches!(json.get("active"), Some(Json::Bool(false))),
        })
    }

    /// Whether everything is the same that a person sees and can change.
    pub fn looks_like(&self, other: &Self) -> bool {
        self.name == other.name
            && self.environment == other.environment
            && (self.default, self.active) == (other.default, other.active)
    }

    /// The profile as the host page gets it.
    pub fn json(&self) -> Json {
        Json::object(vec![
            ("id", self.id.as_str().into()),
            ("name", self.name.as_str().into()),
            ("environment", self.environment.as_str().into()),
            ("created_at", self.created_at.as_str().into()),
            ("connector_key", CONNECTOR_KEY.into()),
        ])
    }
}

/// One page of the list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Profiles on it.
    pub profiles: Vec<ConnectorProfile>,
    /// Whether another page follows.
    pub more: bool,
}

impl Page {
    /// Asks for page `number`, counted from 1.
    pub fn request(number: usize, config: &ApiConfig) -> Request {
        let (page, size) = (digits(number as u64), digits(PAGE_SIZE as u64));
        let path = ["connector_profiles?connector_key=", CONNECTOR_KEY, "&page=", &page, "&page_size=", &size].concat();
        Request { method: "GET".to_owned(), url: config.url(&path), body: None }
    }

    /// Reads page `number`; `None` where the text is no list of profiles. Entries that cannot be read are passed over.
    pub fn read(text: &str, number: usize) -> Option<Self> {
        let json = Json::parse(text)?;
        let Some(Json::List(data)) = json.get("data") else { return None };
        let size = json.get("page_size").and_then(Json::number).and_then(|size| usize::try_from(size).ok());
        let total = json.get("total").and_then(Json::number).and_then(|total| usize::try_from(total).ok());
        let size = size.filter(|size| *size > 0).unwrap_or(PAGE_SIZE);
        let more = match total {
            Some(total) => total > number.saturating_mul(size),
            None => data.len() >= size,
        };
        let mut profiles = Vec::new();
        for entry in data {
            profiles.extend(ConnectorProfile::read(entry));
        }
        Some(Self { profiles, more: more && !data.is_empty() })
    }
}
