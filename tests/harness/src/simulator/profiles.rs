//! Connector profiles in memory: created from what was posted, returned as StackOne returns them. What StackOne never
//! returns, the credentials and the enabled actions, is stored beside them for sessions that use a profile later,
//! without `Debug` or `Serialize`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::envelope::now;
use super::pins::Pin;

/// A profile as StackOne returns it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConnectorProfile {
    pub id: String,
    pub name: String,
    pub connector_key: String,
    pub connector_label: String,
    pub logo_url: String,
    pub categories: Vec<String>,
    pub active: bool,
    pub default: bool,
    pub release_stage: String,
    pub created_at: String,
    pub updated_at: String,
    pub connector_version: Option<String>,
    pub connector_pinned_version: Option<String>,
    pub connector_owner: Option<String>,
    pub environment: Option<String>,
    pub authentication_config_key: Option<String>,
    pub authentication_config_label: Option<String>,
}

/// The body of a create or a change, which the gate has checked.
#[derive(Deserialize)]
pub struct Posted {
    pub name: Option<String>,
    pub environment: Option<String>,
    pub default: Option<bool>,
    pub active: Option<bool>,
    #[serde(default)]
    pub credentials: Credentials,
    // Absent keeps the value, null means all actions: the outer option is "was it sent".
    #[serde(default, deserialize_with = "sent")]
    pub enabled_actions: Option<Option<Vec<String>>>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Credentials {
    pub client_id: Option<String>,
    pub client_secret: Option<String>,
    pub scopes: Option<String>,
}

fn sent<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Option<Option<Vec<String>>>, D::Error> {
    Option::<Vec<String>>::deserialize(value).map(Some)
}

/// A profile with what StackOne never returns.
pub struct Kept {
    pub shown: ConnectorProfile,
    pub credentials: Credentials,
    pub enabled_actions: Option<Vec<String>>,
    pub pin: Option<Pin>,
}

/// All profiles, oldest first.
#[derive(Default)]
pub struct Profiles {
    kept: Vec<Kept>,
    made: u64,
}

impl Profiles {
    pub fn all(&self) -> impl Iterator<Item = &ConnectorProfile> {
        self.kept.iter().map(|kept| &kept.shown)
    }

    pub fn find(&mut self, id: &str) -> Option<&mut Kept> {
        self.kept.iter_mut().find(|kept| kept.shown.id == id)
    }

    /// Creates a profile. Two may have the same name: StackOne allows several per connector.
    pub fn create(&mut self, posted: Posted) -> ConnectorProfile {
        self.made += 1;
        let id = format!("sim_profile_{}", self.made);
        self.kept.push(Kept {
            shown: blank(id.clone()),
            credentials: Credentials::default(),
            enabled_actions: None,
            pin: None,
        });
        self.change(&id, posted).expect("it was just made")
    }

    /// Changes what was sent and keeps the rest.
    pub fn change(&mut self, id: &str, posted: Posted) -> Option<ConnectorProfile> {
        let index = self.kept.iter().position(|kept| kept.shown.id == id)?;
        if posted.default == Some(true) {
            // A connector has one default profile.
            self.kept.iter_mut().for_each(|kept| kept.shown.default = false);
        }
        let kept = &mut self.kept[index];
        let Credentials { client_id, client_secret, scopes } = posted.credentials;
        replace(&mut kept.credentials.client_id, client_id);
        replace(&mut kept.credentials.client_secret, client_secret);
        replace(&mut kept.credentials.scopes, scopes);
        replace(&mut kept.shown.environment, posted.environment);
        kept.shown.name = posted.name.unwrap_or_else(|| kept.shown.name.clone());
        kept.shown.default = posted.default.unwrap_or(kept.shown.default);
        kept.shown.active = posted.active.unwrap_or(kept.shown.active);
        kept.enabled_actions = posted.enabled_actions.unwrap_or_else(|| kept.enabled_actions.clone());
        kept.shown.updated_at = now();
        Some(kept.shown.clone())
    }

    /// A page of the matching profiles, and how many match in total.
    pub fn page(&self, filter: &Filter) -> (usize, Vec<ConnectorProfile>) {
        filter.page_of(self.all())
    }
}

/// The query of a list, which the gate has checked.
#[derive(Deserialize)]
pub struct Filter {
    connector_key: Option<String>,
    enabled: Option<bool>,
    #[serde(default = "first_page")]
    pub page: usize,
    #[serde(default = "usual_size")]
    pub page_size: usize,
}

fn first_page() -> usize {
    1
}

fn usual_size() -> usize {
    25
}

impl Filter {
    /// One page of those that fit, and how many fit in all.
    pub fn page_of<'a>(&self, profiles: impl Iterator<Item = &'a ConnectorProfile>) -> (usize, Vec<ConnectorProfile>) {
        let fitting: Vec<_> = profiles.filter(|profile| self.fits(profile)).collect();
        let first = (self.page - 1).saturating_mul(self.page_size);
        let page = fitting.iter().skip(first).take(self.page_size);
        (fitting.len(), page.map(|profile| (*profile).clone()).collect())
    }

    fn fits(&self, profile: &ConnectorProfile) -> bool {
        self.connector_key.as_ref().is_none_or(|key| *key == profile.connector_key)
            && self.enabled.is_none_or(|enabled| enabled == profile.active)
    }
}

fn replace(old: &mut Option<String>, new: Option<String>) {
    if new.is_some() {
        *old = new;
    }
}

fn blank(id: String) -> ConnectorProfile {
    let made = now();
    ConnectorProfile {
        id,
        name: "Salesforce".into(),
        connector_key: "salesforce".into(),
        connector_label: "Salesforce".into(),
        logo_url: "https://logos.stackone.example/salesforce.svg".into(),
        categories: vec!["crm".into()],
        active: true,
        default: false,
        release_stage: "ga".into(),
        created_at: made.clone(),
        updated_at: made,
        connector_version: Some(super::pins::NEWEST.into()),
        connector_pinned_version: None,
        connector_owner: Some("stackone".into()),
        environment: None,
        authentication_config_key: Some("oauth2".into()),
        authentication_config_label: Some("OAuth 2.0".into()),
    }
}

/// The page as StackOne returns it.
pub fn page_answer(filter: &Filter, total: usize, data: &[ConnectorProfile]) -> Value {
    serde_json::json!({ "page": filter.page, "page_size": filter.page_size, "total": total, "data": data })
}
