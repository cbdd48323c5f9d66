//! The functions that JavaScript calls. `static/index.js` wraps them for callers; `static/index.d.ts` documents them.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::{Instance, config, draft, members};
use crate::browser::js_value::to_js;
use crate::features::form::authorization::{self, NEEDED, UrlOptions};
use crate::i18n::{Words, plain};
use crate::profile::{CheckContext, Extent, Secret, check};
use crate::salesforce::errors::{GuideStep, Step, explain};
use crate::salesforce::scopes::SCOPES;
use crate::stackone::{Auth, DEFAULT_SCOPES, Json, write};

/// `{ valid, issues, profile }` of a draft.
#[wasm_bindgen]
pub fn validate(draft: &JsValue, options: &JsValue) -> JsValue {
    let check_secret = members::scalar(options, "checkSecret").and_then(|flag| flag.flag()).unwrap_or(true);
    let extent = if check_secret { Extent::Whole } else { Extent::WithoutSecret };
    to_js(&draft::report(&check(&draft::read(draft), &CheckContext::default(), extent)))
}

/// `{ url }`, or `{ valid: false, issues }` if a field in the URL has an error.
#[wasm_bindgen(js_name = authorizationUrl)]
pub fn authorization_url(draft: &JsValue, options: &JsValue) -> JsValue {
    let option = |name| members::scalar(options, name)?.text();
    let mut report = check(&draft::read(draft), &CheckContext::default(), Extent::WithoutSecret);
    report.issues.retain(|issue| NEEDED.contains(&issue.field));
    let [redirect_uri, state, prompt, login_hint] = ["redirectUri", "state", "prompt", "loginHint"].map(option);
    let options = UrlOptions {
        redirect_uri: redirect_uri.as_deref(),
        state: state.as_deref(),
        prompt: prompt.as_deref(),
        login_hint: login_hint.as_deref(),
    };
    match authorization::authorization_url(&report, options) {
        Some(url) => to_js(&Json::object(vec![("url", url.as_str().into())])),
        None => to_js(&draft::issues(&report)),
    }
}

/// `{ method, url, headers, body }` without secrets, or `{ valid: false, issues }`. The draft's secret may be absent.
#[wasm_bindgen(js_name = createRequest)]
pub fn create_request(draft: &JsValue, settings: &JsValue) -> JsValue {
    let draft = draft::read(draft);
    let report = check(&draft, &CheckContext::default(), Extent::WithoutSecret);
    let Some(profile) = report.profile() else { return to_js(&draft::issues(&report)) };
    let settings = config::read(settings).settings;
    let default = draft.default_name(&Words::default());
    let request = write::create(&profile, profile.name.as_deref().unwrap_or(&default), &settings.api);
    let mut headers = vec![("Content-Type", "application/json".into())];
    match settings.api.auth {
        Auth::ApiKey => headers.push(("Authorization", "Basic ‹redacted›".into())),
        Auth::Host => headers.push(("Authorization", Secret::REDACTED.into())),
        Auth::None => {}
    }
    to_js(&Json::object(vec![
        ("method", request.method.into()),
        ("url", request.url.as_str().into()),
        ("headers", Json::object(headers)),
        ("body", request.body.unwrap_or(Json::Null)),
    ]))
}

/// Every scope of Salesforce: `{ name, label, description, isDefault }[]`.
#[wasm_bindgen]
pub fn scopes() -> JsValue {
    let mut list = Vec::new();
    for scope in &SCOPES {
        list.push(Json::object(vec![
            ("name", scope.name.into()),
            ("label", scope.full_label().as_str().into()),
            ("description", scope.description.into()),
            ("isDefault", Json::Bool(DEFAULT_SCOPES.contains(&scope.name))),
        ]));
    }
    to_js(&Json::List(list))
}

/// Explains a pasted Salesforce error: `{ recognised, step, error, description, cause, fixes, guideStep,
/// waitMayHelp }`.
#[wasm_bindgen(js_name = explainError)]
pub fn explain_error(text: &str) -> JsValue {
    let told = explain(text);
    let fixes = told.fixes.iter().map(|fix| plain(fix)).collect::<Vec<_>>();
    let name = |name: Option<&str>| name.map_or(Json::Null, Json::from);
    to_js(&Json::object(vec![
        ("recognised", Json::Bool(told.recognised)),
        ("step", name(told.step.map(Step::name))),
        ("error", Json::Text(told.error)),
        ("description", Json::Text(told.description)),
        ("cause", Json::Text(plain(told.cause))),
        ("fixes", Json::texts(&fixes)),
        ("guideStep", name(told.guide_step.map(GuideStep::name))),
        ("waitMayHelp", Json::Bool(told.wait_may_help)),
    ]))
}

/// Puts a form into an element.
///
/// # Errors
/// If the element cannot have a shadow tree.
#[wasm_bindgen]
pub fn mount(target: Element, config: &JsValue) -> Result<Instance, JsValue> {
    Instance::mount(target, config)
}
