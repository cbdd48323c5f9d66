//! ASSUMED. StackOne documents no endpoint that creates a connector profile. This shape is inferred from related
//! endpoints: `POST /connector_profiles`, names with underscores, credentials under the connector's set-up fields. Only
//! this file and `write` know the shape, and the configuration can change all of it:
//!
//! ```json
//! { "create": { "method": "POST", "path": "/connector_profiles", "fields": { "clientId": "credentials.clientId" } } }
//! ```
//!
//! The value of a field is the dotted path at which it is sent; an empty path leaves the field out.

use super::Json;
use crate::profile::secret::has_secret;
use crate::profile::{Field, Profile, Secret};
use crate::salesforce::ScopeList;

/// The fields in order: the name in the configuration, and the default path.
const FIELDS: [(&str, &str); 10] = [
    ("connectorKey", "connector_key"),
    ("authenticationConfigKey", "authentication_config_key"),
    ("environment", "environment"),
    ("name", "name"),
    ("default", "default"),
    ("enabled", "active"),
    ("clientId", "credentials.clientId"),
    ("clientSecret", "credentials.clientSecret"),
    ("scopes", "credentials.scopes"),
    ("actions", "enabled_actions"),
];

/// Method, path and field names of the request that creates a profile.
#[derive(Clone, Debug, Default)]
pub struct WriteShape {
    /// The method, unless it is `POST`.
    pub method: Option<&'static str>,
    path: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl WriteShape {
    /// Parses the member `create` of a configuration. The flag is false if a part of it is unusable.
    pub fn read(json: &Json) -> (Self, bool) {
        let method = json.get("method").and_then(Json::text);
        let method =
            method.and_then(|own| ["POST", "PUT", "PATCH"].into_iter().find(|it| it.eq_ignore_ascii_case(&own)));
        let path = json.get("path").and_then(Json::text);
        let mut whole =
            (method.is_some() || json.get("method").is_none()) && (path.is_some() || json.get("path").is_none());
        let mut fields = Vec::new();
        if let Some(Json::Object(members)) = json.get("fields") {
            for (name, value) in members {
                match (FIELDS.iter().find(|(known, _)| known == name), value) {
                    (Some((known, _)), Json::Text(path)) => fields.push((*known, path.clone())),
                    _ => whole = false,
                }
            }
        }
        (Self { method, path, fields }, whole)
    }

    /// The path to which a new profile is posted.
    pub fn path(&self) -> &str {
        self.path.as_deref().unwrap_or("connector_profiles")
    }

    /// The dotted path at which a field is sent.
    pub fn path_of(&self, field: &str) -> &str {
        let own = self.fields.iter().rev().find(|(name, _)| *name == field).map(|(_, path)| path.as_str());
        let usual = || FIELDS.iter().find(|(name, _)| *name == field).map(|(_, path)| *path);
        own.or_else(usual).unwrap_or_default()
    }

    /// Builds a body with each value at its path.
    pub(super) fn body(&self, values: &[(&str, Json)]) -> Json {
        let mut body = Json::Object(Vec::new());
        for (name, _) in FIELDS {
            if let Some((_, value)) = values.iter().find(|(field, _)| *field == name) {
                body.set(self.path_of(name), value.clone());
            }
        }
        body
    }
}

/// The value to send for a field; `None` to send none, so that StackOne uses its default or keeps its value.
pub(super) fn value(profile: &Profile, field: Field) -> Option<Json> {
    let typed = |text: &str| Some(text).filter(|text| !text.is_empty()).map(Json::from);
    match field {
        Field::ClientId => typed(&profile.client_id),
        Field::ClientSecret => {
            Some(&profile.client_secret).filter(|secret| !secret.is_blank()).cloned().map(Json::Secret)
        }
        Field::Scopes => typed(&ScopeList::joined(&profile.scopes)),
        Field::Environment => typed(profile.environment?.name()),
        Field::Name => profile.name.as_deref().map(Json::from),
        Field::Actions => Some(ids(profile.actions.as_ref()?, &profile.client_secret)),
        Field::MyDomain | Field::ApiKey => None,
    }
}

/// Ids of actions. An id that contains the client secret is wrapped, so that it is redacted, too.
fn ids(selected: &[String], secret: &Secret) -> Json {
    let mut ids = Vec::new();
    for id in selected {
        let hidden = has_secret(id, secret.expose());
        ids.push(if hidden { Json::Secret(id.as_str().into()) } else { id.as_str().into() });
    }
    Json::List(ids)
}
