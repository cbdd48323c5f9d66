//! Converts `Json` to JavaScript values.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::stackone::json::Written;
use crate::stackone::{Json, Show};

/// Converts a value, with its secrets redacted.
pub fn to_js(json: &Json) -> JsValue {
    Written(json, Show::Redacted).serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
