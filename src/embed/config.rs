//! Configuration in. An element's attributes and properties come as one object; on the static page `config.json` and
//! the query string come with it, and the nearer source wins: attribute, query, file.

use crate::app::{Notice, Settings};
use crate::features::guide::Step;
use crate::salesforce::Environment;
use crate::stackone::Json;

/// Whether the query string of the page may set this. Everything else in it is ignored.
fn may_set(name: &str, value: &str) -> bool {
    match name {
        "environment" => Environment::from_name(value).is_some(),
        "view" => matches!(value, "guide" | "form"),
        "step" => Step::named(value).is_some(),
        "profile-id" => value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')),
        _ => false,
    }
}

/// Reads the settings of a form, and what has to be said about them.
pub fn settings(config: &Json) -> (Settings, Vec<Notice>) {
    let mut members = Vec::new();
    let mut problem = None;
    if let Some(page) = config.get("page") {
        if page.get("own").is_some() {
            members.push(("view".to_owned(), "guide".into()));
        }
        match page.get("config").map(|text| text.text().as_deref().and_then(Json::parse)) {
            Some(Some(Json::Object(file))) => members.extend(file),
            Some(_) if page.get("config").is_some_and(|text| matches!(text, Json::Null)) => {
                problem = Some(Notice::ConfigUnreachable);
            }
            Some(_) => problem = Some(Notice::ConfigMalformed),
            None => {}
        }
        for (name, value) in pairs(&page.get("query").and_then(Json::text).unwrap_or_default()) {
            if may_set(name, value) {
                let name = if name == "profile-id" { "profileId" } else { name };
                members.push((name.to_owned(), value.into()));
            }
        }
    }
    if let Json::Object(own) = config {
        members.extend(own.iter().filter(|(_, value)| !matches!(value, Json::Null)).cloned());
    }
    let (settings, odd) = Settings::read(&Json::Object(members));
    let unusable = (!odd.is_empty()).then_some(Notice::ConfigUnusable(odd));
    (settings, problem.into_iter().chain(unusable).collect())
}

/// Names and values of a query string. Values that need decoding are none of those we know.
fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='))
}
