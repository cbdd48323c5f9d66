//! From `Json` to JavaScript's own values.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::stackone::json::Written;
use crate::stackone::{Json, Show};

/// A JavaScript value without secrets.
pub fn to_js(json: &Json) -> JsValue {
    Written(json, Show::Redacted).serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
