//! Reads drafts from JavaScript, and converts reports for it.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::members;
use crate::app::issues_json;
use crate::i18n::Words;
use crate::profile::{Draft, Field, Report, Secret};
use crate::stackone::Json;

/// Reads a `ProfileDraft`. Absent fields are blank, absent actions mean *all*.
pub fn read(draft: &JsValue) -> Draft {
    let text = |field: Field| match members::scalar(draft, field.name()) {
        Some(Json::Text(text)) => text,
        Some(Json::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let actions = Reflect::get(draft, &"actions".into()).ok().and_then(|actions| actions.dyn_into::<Array>().ok());
    let ids = |ids: Array| ids.iter().filter_map(|id| members::scalar_of(&id)?.text()).collect::<Vec<_>>();
    let mut read = Draft {
        client_secret: Secret::new(text(Field::ClientSecret)),
        actions: actions.map(|actions| ids(actions).into()),
        ..Draft::default()
    };
    for field in Field::ALL {
        if let Some(value) = read.text_mut(*field) {
            *value = text(*field);
        }
    }
    read
}

/// `{ valid, issues, profile }`.
pub fn report(report: &Report) -> Json {
    let normalized = &report.normalized;
    let profile = Json::object(vec![
        ("name", normalized.name.as_str().into()),
        ("clientId", normalized.client_id.as_str().into()),
        ("scopes", Json::texts(&normalized.scopes.names)),
        ("environment", normalized.environment.as_str().into()),
        ("myDomain", normalized.my_domain.as_ref().map_or("", |host| host.as_str()).into()),
        ("actions", normalized.actions.as_ref().map_or(Json::Null, |selected| Json::texts(selected))),
    ]);
    match issues(report) {
        Json::Object(mut members) => {
            members.push(("profile".to_owned(), profile));
            Json::Object(members)
        }
        other => other,
    }
}

/// `{ valid, issues }`.
pub fn issues(report: &Report) -> Json {
    issues_json(&report.issues, &Words::default())
}
