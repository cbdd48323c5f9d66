//! Connector profiles in StackOne's answers: the documented `GET /connector_profiles`, page by page, and the profile
//! that a write returns. Numbers may be strings, and fields may be missing.

use serde::Deserialize;
use serde_json::Value;

use super::{ApiConfig, CONNECTOR_KEY, Json, Request, lenient};
use crate::profile::Field;

/// Profiles per page; StackOne's documented default.
const PAGE_SIZE: usize = 25;

/// An existing connector profile. StackOne never returns its credentials.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ProfileAnswer")]
pub struct ConnectorProfile {
    /// StackOne's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `production`, `sandbox`, or empty if StackOne does not return it.
    pub environment: String,
    /// The time of creation, as StackOne writes it (RFC 3339); may be empty.
    pub created_at: String,
    /// The time of the last change, as StackOne writes it; may be empty.
    pub updated_at: String,
    /// The version of the connector, as StackOne writes it; may be empty.
    pub version: String,
    /// The pin, as StackOne writes it; empty if there is none.
    pub pin: String,
    /// Whether it is the connector's default profile.
    pub default: bool,
    /// Whether it can be used.
    pub active: bool,
}

/// A profile in StackOne's format.
#[derive(Default, Deserialize)]
#[serde(default)]
struct ProfileAnswer {
    #[serde(deserialize_with = "lenient::text")]
    id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    environment: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    created_at: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    updated_at: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    connector_version: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    connector_pinned_version: Option<String>,
    #[serde(deserialize_with = "lenient::flag")]
    default: Option<bool>,
    #[serde(deserialize_with = "lenient::flag")]
    active: Option<bool>,
}

impl TryFrom<ProfileAnswer> for ConnectorProfile {
    type Error = &'static str;

    fn try_from(answer: ProfileAnswer) -> Result<Self, Self::Error> {
        Ok(Self {
            id: answer.id.ok_or("a profile has an id")?,
            name: answer.name.ok_or("a profile has a name")?,
            environment: answer.environment.unwrap_or_default(),
            created_at: answer.created_at.unwrap_or_default(),
            updated_at: answer.updated_at.unwrap_or_default(),
            version: answer.connector_version.unwrap_or_default(),
            pin: answer.connector_pinned_version.unwrap_or_default(),
            default: answer.default.unwrap_or(false),
            active: answer.active.unwrap_or(true),
        })
    }
}

impl ConnectorProfile {
    /// Parses the profile in an answer; `None` without an id or a name.
    pub fn read(answer: &str) -> Option<Self> {
        lenient::parse(answer)
    }

    /// The text of a field, if StackOne returns the field.
    pub fn text(&self, field: Field) -> Option<&String> {
        match field {
            Field::Name => Some(&self.name),
            Field::Environment => Some(&self.environment),
            _ => None,
        }
    }

    /// Like [`Self::text`], but mutable.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        match field {
            Field::Name => Some(&mut self.name),
            Field::Environment => Some(&mut self.environment),
            _ => None,
        }
    }

    /// Whether everything that a person can see and change is equal.
    pub fn looks_like(&self, other: &Self) -> bool {
        self.name == other.name
            && self.environment == other.environment
            && (self.default, self.active) == (other.default, other.active)
    }

    /// The profile as the host page receives it.
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

/// A page of the list in StackOne's format.
#[derive(Deserialize)]
struct ListAnswer {
    data: Vec<Value>,
    #[serde(default, deserialize_with = "lenient::number")]
    page_size: Option<usize>,
    #[serde(default, deserialize_with = "lenient::number")]
    total: Option<usize>,
}

/// A page of the list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The profiles on it.
    pub profiles: Vec<ConnectorProfile>,
    /// Whether another page follows.
    pub more: bool,
    /// Whether the page is from a cache, so that it may be outdated.
    pub is_aged: bool,
}

impl Page {
    /// Requests page `number`, counted from 1.
    pub fn request(number: usize, config: &ApiConfig) -> Request {
        let path = format!("connector_profiles?connector_key={CONNECTOR_KEY}&page={number}&page_size={PAGE_SIZE}");
        Request::get(&path, config)
    }

    /// Parses page `number`; `None` if `text` is not a list of profiles. Skips entries that cannot be read.
    pub fn read(text: &str, number: usize) -> Option<Self> {
        let answer: ListAnswer = lenient::parse(text)?;
        let size = answer.page_size.filter(|size| *size > 0).unwrap_or(PAGE_SIZE);
        let seen = number.saturating_sub(1).saturating_mul(size).saturating_add(answer.data.len());
        let more = match answer.total {
            // A total smaller than the number of profiles already read is ignored.
            Some(total) if total >= seen => total > number.saturating_mul(size),
            _ => answer.data.len() >= size,
        };
        let more = more && !answer.data.is_empty();
        Some(Self { profiles: answer.data.into_iter().filter_map(lenient::read).collect(), more, is_aged: false })
    }
}
