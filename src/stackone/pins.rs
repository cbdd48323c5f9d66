//! The versions of a profile's connector: the documented `GET …/versions`, and the pin that holds a profile to one of
//! them or to a line of them. Pinning the same twice does no harm. How the list of versions looks is not documented, so
//! it is read leniently and nothing depends on it.

use serde_json::Value;

use super::{ApiConfig, Json, Request, lenient};
use crate::salesforce::authorization_url::percent_encode;

/// `GET` asks for the versions, `PUT` pins, `DELETE` unpins.
pub fn request(method: &str, profile_id: &str, pin: &str, config: &ApiConfig) -> Request {
    let what = if method == "GET" { "versions" } else { "pinned_version" };
    let path = format!("connector_profiles/{}/{what}", percent_encode(profile_id));
    let body = (method == "PUT").then(|| Json::object(vec![("pinned_version", pin.into())]));
    Request { method: method.to_owned(), url: config.url(&path), body }
}

/// Whether a profile can be pinned to this: `latest`, `1.x.x`, `1.2.x` or `1.2.0`; never with `^` or `~`.
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

/// The versions in the answer, as StackOne writes them; `None` where there are none.
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
    // A connector without a version is none.
    (!versions.is_empty()).then_some(versions)
}
