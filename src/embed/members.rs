//! Reads members of JavaScript objects one at a time. A getter may throw, an object may contain itself, and JSON lacks
//! some values, but such a member must not affect the others. serde-wasm-bindgen would add 9 KB to read these scalars: the
//! texts of its errors, with everything that formats numbers.

use js_sys::{Array, Reflect};
use serde_json::Number;
use wasm_bindgen::JsValue;

use crate::stackone::Json;

/// The largest number up to which JavaScript has every whole number.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

/// A member that is a string, a number or a boolean; `None` for anything else.
pub fn scalar(object: &JsValue, name: &str) -> Option<Json> {
    scalar_of(&Reflect::get(object, &name.into()).ok()?)
}

/// A string, a number or a boolean; `None` for anything else. Half a surrogate pair becomes U+FFFD.
pub fn scalar_of(value: &JsValue) -> Option<Json> {
    let text = value.as_string().map(Json::Text);
    text.or_else(|| value.as_bool().map(Json::Bool)).or_else(|| number(value.as_f64()?).map(Json::Number))
}

/// A whole number is written without a fraction.
fn number(value: f64) -> Option<Number> {
    let is_safe = value.fract() == 0.0 && value.abs() <= MAX_SAFE_INTEGER;
    if is_safe { Some((value as i64).into()) } else { Number::from_f64(value) }
}

/// Reads members by name. Adds the paths of unreadable members to `unusable`.
pub struct Reader {
    pub unusable: Vec<String>,
}

impl Reader {
    /// Reads the members with these names, each down to its depth of nested objects. Leaves out absent ones.
    pub fn members<'a>(&mut self, object: &JsValue, path: &str, names: impl Iterator<Item = (&'a str, u8)>) -> Json {
        let mut members = Vec::new();
        for (name, depth) in names {
            let path = [path, name].concat();
            let value = Reflect::get(object, &name.into()).ok();
            if value.as_ref().is_some_and(|value| value.is_undefined() || value.is_null()) {
                continue;
            }
            match value.and_then(|value| self.value(&value, &path, depth)) {
                Some(value) => members.push((name, value)),
                None => self.unusable.push(path),
            }
        }
        Json::object(members)
    }

    /// Reads a value down to `depth`. A deeper object becomes an empty one: no valid configuration has it, and it may
    /// contain itself.
    fn value(&mut self, value: &JsValue, path: &str, depth: u8) -> Option<Json> {
        if !value.is_object() {
            return scalar_of(value);
        }
        let Some(below) = depth.checked_sub(1) else { return Some(Json::Object(Vec::new())) };
        let names: Vec<String> = Reflect::own_keys(value).ok()?.iter().filter_map(|name| name.as_string()).collect();
        if Array::is_array(value) {
            return Some(Json::List(Vec::new()));
        }
        Some(self.members(value, &[path, "."].concat(), names.iter().map(|name| (name.as_str(), below))))
    }
}
