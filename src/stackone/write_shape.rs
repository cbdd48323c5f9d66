//! ASSUMED. StackOne publishes no endpoint that creates a connector profile, so this file is our best reading of its
//! sibling endpoints: `POST /connector_profiles`, names with underscores, credentials keyed by the connector's set-up
//! fields. Nothing but this file and `write`, which fills it in, knows the shape, and all of it can be changed by
//! configuration:
//!
//! ```json
//! { "create": { "method": "POST", "path": "/connector_profiles", "fields": { "clientId": "credentials.clientId" } } }
//! ```
//!
//! A field's value is the dotted path at which it is sent; an empty path leaves it out.

use super::Json;
use crate::profile::secret::has_secret;
use crate::profile::{Field, Profile, Secret};
use crate::salesforce::ScopeList;

/// What can be sent, in order, under the name that the configuration uses, and where it goes unless that says otherwise.
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
    pub method: Option<String>,
    path: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl WriteShape {
    /// Reads the member `create` of a configuration. The flag is false where a part of it could not be used.
    pub fn read(json: &Json) -> (Self, bool) {
        let method = json.get("method").and_then(Json::text).map(|method| method.to_ascii_uppercase());
        let method = method.filter(|method| matches!(method.as_str(), "POST" | "PUT" | "PATCH"));
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

    /// The path of the list that a profile is added to.
    pub fn path(&self) -> &str {
        self.path.as_deref().unwrap_or("connector_profiles")
    }

    /// The dotted path at which a field is sent.
    pub fn path_of(&self, field: &str) -> &str {
        let own = self.fields.iter().rev().find(|(name, _)| *name == field).map(|(_, path)| path.as_str());
        let usual = || FIELDS.iter().find(|(name, _)| *name == field).map(|(_, path)| *path);
        own.or_else(usual).unwrap_or_default()
    }

    /// A body of these values, each at its path.
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

/// What is sent for a field; `None` where nothing is, so that StackOne takes its own value or keeps the one it has.
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

/// Ids of actions. The client secret among them is shown no more than in its own place.
fn ids(chosen: &[String], secret: &Secret) -> Json {
    let mut ids = Vec::new();
    for id in chosen {
        let hidden = has_secret(id, secret.expose());
        ids.push(if hidden { Json::Secret(id.as_str().into()) } else { id.as_str().into() });
    }
    Json::List(ids)
}
