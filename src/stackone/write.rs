//! The requests that create and change a profile, in the assumed shape that `write_shape` holds.

use super::write_shape::WriteShape;
use super::{ActionsChange, ApiConfig, CONNECTOR_KEY, Json, ProfileChange, Request};
use crate::profile::secret::has_secret;
use crate::profile::{Profile, Secret};
use crate::salesforce::ScopeList;
use crate::salesforce::authorization_url::percent_encode;

/// StackOne's name of *OAuth 2.0* among the ways to authenticate.
const AUTHENTICATION_CONFIG_KEY: &str = "oauth2";

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
