//! The requests that create and change a profile. `write_shape` has their assumed shape.

use super::write_shape::value;
use super::{ApiConfig, CONNECTOR_KEY, Json, ProfileChange, Request};
use crate::profile::{Field, Profile};
use crate::salesforce::authorization_url::percent_encode;

/// StackOne's key of the *OAuth 2.0* authentication.
const AUTHENTICATION_CONFIG_KEY: &str = "oauth2";

/// The request that creates a profile. `name` replaces the name in `profile`, which may be missing. Leaves out blank
/// scopes and *all* actions, for which StackOne has defaults.
pub fn create(profile: &Profile, name: &str, config: &ApiConfig) -> Request {
    let profile = Profile { name: Some(name.to_owned()), ..profile.clone() };
    let mut values = vec![
        ("connectorKey", CONNECTOR_KEY.into()),
        ("authenticationConfigKey", AUTHENTICATION_CONFIG_KEY.into()),
        ("default", Json::Bool(false)),
    ];
    values.extend(typed(&profile, Field::ALL));
    Request {
        method: config.create.method.unwrap_or("POST"),
        url: config.url(config.create.path()),
        body: Some(config.create.body(&values)),
    }
}

/// The request that changes a profile: contains only what the change names. *All* actions are sent as `null`.
pub fn update(id: &str, change: &ProfileChange, config: &ApiConfig) -> Request {
    let mut values = typed(&change.typed, &change.fields).collect::<Vec<_>>();
    values.extend(change.allows_all.then_some((Field::Actions.name(), Json::Null)));
    values.extend(change.default.map(|default| ("default", Json::Bool(default))));
    values.extend(change.enabled.map(|enabled| ("enabled", Json::Bool(enabled))));
    let path = format!("{}/{}", config.create.path(), percent_encode(id));
    Request { method: "PATCH", url: config.url(&path), body: Some(config.create.body(&values)) }
}

fn typed(profile: &Profile, fields: &[Field]) -> impl Iterator<Item = (&'static str, Json)> {
    fields.iter().filter_map(|field| Some((field.name(), value(profile, *field)?)))
}
