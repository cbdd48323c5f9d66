//! Reads the host page's configuration. Members that cannot be read are reported, and the others apply.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::members::Reader;
use crate::app::{MEMBERS, Settings, StaticPage};
use crate::browser::local_time;
use crate::i18n::TimeFormat;
use crate::stackone::{ConfigSource, ConfigSources};

/// The host page's configuration of a form.
pub struct Config {
    pub settings: Settings,
    /// The function that returns the `Authorization` header.
    pub get_authorization: Option<Function>,
    /// The static page around the form, if there is one.
    pub page: Option<StaticPage>,
}

/// Reads the object from the element class or `mount`; any other value counts as an empty object.
pub fn read(config: &JsValue) -> Config {
    let empty = js_sys::Object::new();
    let config = if config.is_object() { config } else { &empty };
    let mut reader = Reader { unusable: Vec::new() };
    let members = reader.members(config, "", MEMBERS.into_iter());
    let get_authorization = Reflect::get(config, &"getAuthorization".into());
    let is_absent = get_authorization.as_ref().is_ok_and(|value| value.is_undefined() || value.is_null());
    let get_authorization = get_authorization.and_then(|value| value.dyn_into()).ok();
    if get_authorization.is_none() && !is_absent {
        reader.unusable.push("getAuthorization".to_owned());
    }
    let page = Reflect::get(config, &"page".into()).ok().filter(JsValue::is_object).and_then(|page| {
        let member = |name: &str| Reflect::get(&page, &name.into()).unwrap_or_default();
        let query = member("query").as_string()?;
        Some(StaticPage { config: member("config").as_string(), query, own: member("own").is_truthy() })
    });
    let mut sources = ConfigSources::host(members);
    reader.unusable.iter().for_each(|member| sources.blame(ConfigSource::Host, member));
    let mut settings = Settings::of(sources, page.as_ref());
    Rc::make_mut(&mut settings.words).times = TimeFormat(local_time);
    Config { settings, get_authorization, page }
}
