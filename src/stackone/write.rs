//! ASSUMED. StackOne publishes no endpoint that creates a connector profile, so this file is our best reading of its
//! sibling endpoints: `POST /connector_profiles`, names with underscores, credentials keyed by the connector's set-up
//! fields. Nothing outside this file knows the shape, and every part of it can be changed by configuration:
//!
//! ```json
//! { "create": { "method": "POST", "path": "/connector_profiles", "fields": { "clientId": "credentials.clientId" } } }
//! ```
//!
//! A field's value is the dotted path at which it is sent; an empty path leaves it out.

use super::{ActionsChange, ApiConfig, Json, ProfileChange, Request};
use crate::profile::secret::has_secret;
use crate::profile::{Profile, Secret};
use crate::salesforce::ScopeList;
use crate::salesforce::authorization::percent_encode;

/// What can be sent, under the name that the configuration uses, and where it goes unless that says otherwise.
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

/// StackOne's name of the connector.
pub const CONNECTOR_KEY: &str = "salesforce";
/// StackOne's name of *OAuth 2.0* among the ways to authenticate.
const AUTHENTICATION_CONFIG_KEY: &str = "oauth2";

/// Method, path and field names of the request that creates a profile.
#[derive(Clone, Debug, Default)]
pub struct WriteShape {
    method: Option<String>,
    path: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl WriteShape {
    /// Reads the member `create` of a configuration. The flag is false where a part of it could not be used.
    pub fn read(json: &Json) -> (Self, bool) {
        let method = json.get("method").and_then(Json::text).map(|method| method.to_ascii_uppercase());
        let method = method.filter(|method| matches!(method.as_str(), "POST" | "PUT" | "PATCH"));
        let path = json.get("path").and_then(Json::text);
        let mut whole = matches!(json, Json::Object(_))
            && (method.is_some() || json.get("method").is_none())
            && (path.is_some() || json.get("path").is_none());
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

    fn path(&self) -> &str {
        self.path.as_deref().unwrap_or("connector_profiles")
    }

    /// The dotted path at which a field is sent.
    pub fn path_of(&self, field: &str) -> &str {
        let own = self.fields.iter().rev().find(|(name, _)| *name == field).map(|(_, path)| path.as_str());
        let usual = || FIELDS.iter().find(|(name, _)| *name == field).map(|(_, path)| *path);
        own.or_else(usual).unwrap_or_default()
    }
}

/// The request that creates a profile. `name` is the one typed or offered. Blank scopes and *all* actions are left
/// out: StackOne then takes its own list.
pub fn create(profile: &Profile, name: &str, config: &ApiConfig) -> Request {
    let values = [
        ("connectorKey", Some(CONNECTOR_KEY.into())),
        ("authenticationConfigKey", Some(AUTHENTICATION_CONFIG_KEY.into())),
        ("environment", profile.environment.map(|environment| environment.name().into())),
        ("name", Some(name.into())),
        ("default", Some(Json::Bool(false))),
    ];
    Request {
        method: config.create.method.clone().unwrap_or_else(|| "POST".to_owned()),
        url: config.url(config.create.path()),
        body: Some(body(values.into_iter().chain(credentials(profile)), &config.create)),
    }
}

/// The request that changes a profile: only what the change names. *All* actions are sent as `null`.
pub fn update(id: &str, change: &ProfileChange, config: &ApiConfig) -> Request {
    let secret = change.client_secret.as_ref();
    let values = [
        ("environment", change.environment.map(|environment| environment.name().into())),
        ("name", change.name.as_deref().map(Json::from)),
        ("default", change.default.map(Json::Bool)),
        ("enabled", change.enabled.map(Json::Bool)),
        ("clientId", change.client_id.as_deref().map(Json::from)),
        ("clientSecret", secret.cloned().map(Json::Secret)),
        ("scopes", change.scopes.as_deref().map(|scopes| Json::Text(ScopeList::joined(scopes)))),
        (
            "actions",
            change.actions.as_ref().map(|actions| match actions {
                ActionsChange::All => Json::Null,
                ActionsChange::Only(chosen) => ids(chosen, secret.unwrap_or(&Secret::default())),
            }),
        ),
    ];
    let path = format!("{}/{}", config.create.path(), percent_encode(id));
    Request { method: "PATCH".to_owned(), url: config.url(&path), body: Some(body(values.into_iter(), &config.create)) }
}

type Value = (&'static str, Option<Json>);

fn credentials(profile: &Profile) -> [Value; 4] {
    let typed = |text: String| Some(text).filter(|text| !text.is_empty()).map(Json::Text);
    let secret = Some(&profile.client_secret).filter(|secret| !secret.is_blank());
    [
        ("clientId", typed(profile.client_id.clone())),
        ("clientSecret", secret.cloned().map(Json::Secret)),
        ("scopes", typed(ScopeList::joined(&profile.scopes))),
        ("actions", profile.actions.as_ref().map(|chosen| ids(chosen, &profile.client_secret))),
    ]
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

fn body(values: impl Iterator<Item = Value>, shape: &WriteShape) -> Json {
    let mut body = Json::Object(Vec::new());
    for (field, value) in values {
        if let Some(value) = value {
            body.set(shape.path_of(field), value);
        }
    }
    body
}
