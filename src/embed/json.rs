//! From JavaScript's values to `Json`, by way of text: `JSON.stringify` ends where an object holds itself.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::stackone::Json;

/// A plain object, array or scalar; what JSON cannot say is `null`.
pub fn from_js(value: &JsValue) -> Json {
    let text = JSON::stringify(value).ok().and_then(|text| text.as_string());
    text.and_then(|text| Json::parse(&text)).unwrap_or(Json::Null)
}
