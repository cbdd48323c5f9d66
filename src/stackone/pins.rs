//! Versions of a profile's connector: the documented `GET …/versions`, and the pin that holds a profile at one version
//! or one line of versions. Repeating a pin does no harm. The format of the list of versions is not documented, so it
//! is read leniently and nothing depends on it.

use serde_json::Value;

use super::{ApiConfig, Json, Request, lenient};
use crate::salesforce::authorization_url::percent_encode;

/// Requests the versions of a profile's connector.
pub fn versions_request(profile_id: &str, config: &ApiConfig) -> Request {
    Request::get(&path(profile_id, "versions"), config)
}

/// Pins the version, or unpins it if there is no pin.
pub fn pin_request(profile_id: &str, pin: Option<&str>, config: &ApiConfig) -> Request {
    Request {
        method: if pin.is_some() { "PUT" } else { "DELETE" },
        url: config.url(&path(profile_id, "pinned_version")),
        body: pin.map(|pin| Json::object(vec![("pinned_version", pin.into())])),
    }
}

fn path(profile_id: &str, what: &str) -> String {
    format!("connector_profiles/{}/{what}", percent_encode(profile_id))
}

/// Whether `text` is a valid pin: `latest`, `1.x.x`, `1.2.x` or `1.2.0`, but never with `^` or `~`.
pub fn is_pin(text: &str) -> bool {
    let mut shape = String::new();
    for c in text.chars() {
        let c = if c.is_ascii_digit() { '1' } else { c };
        if c != '1' || !shape.ends_with('1') {
            shape.push(c);
        }
    }
    matches!(&*shape, "latest" | "1.x.x" | "1.1.x" | "1.1.1")
}

/// The versions in the answer, as StackOne writes them; `None` if there are none.
pub fn versions(answer: &str) -> Option<Vec<String>> {
    let list = match lenient::parse(answer)? {
        Value::Object(members) => members.into_iter().find_map(|(_, member)| lenient::read::<Vec<Value>>(member))?,
        other => lenient::read(other)?,
    };
    let version = |mut entry: Value| {
        let inner = entry.get_mut("version").map(Value::take);
        lenient::text_of(inner.unwrap_or(entry))
    };
    let versions: Vec<_> = list.into_iter().filter_map(version).filter(|version| version.contains('.')).collect();
    // Every connector has a version, so an empty list means that the format is unknown.
    (!versions.is_empty()).then_some(versions)
}
