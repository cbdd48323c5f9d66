//! Between JavaScript's values and `Json`, by way of text: the engine has a fast parser and the module a small one.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::stackone::request::written;
use crate::stackone::{Json, Show};

/// A plain object, array or scalar; what JSON cannot say is `null`.
pub fn from_js(value: &JsValue) -> Json {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    text.and_then(|text| Json::parse(&text)).unwrap_or(Json::Null)
}

/// A JavaScript value without secrets.
pub fn to_js(json: &Json) -> JsValue {
    JSON::parse(&written(json, Show::Redacted)).unwrap_or(JsValue::NULL)
}
