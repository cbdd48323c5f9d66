//! A Yew counter, the floor of every size we quote, with one use of each dependency behind a feature. Built and
//! weighed by `cargo run -p harness -- costs`; nothing else calls it.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let onclick = {
        let count = count.clone();
        move |_| count.set(*count + 1)
    };
    html! { <button {onclick}>{ *count }</button> }
}

/// A counter on a page; it goes with this.
#[wasm_bindgen]
pub struct Mounted(Option<yew::AppHandle<Counter>>);

#[wasm_bindgen]
impl Mounted {
    /// Takes it off the page.
    pub fn destroy(&mut self) {
        if let Some(app) = self.0.take() {
            app.destroy();
        }
    }
}

/// Draws the counter into `root`.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element) -> Mounted {
    Mounted(Some(yew::Renderer::<Counter>::with_root(root).render()))
}

#[cfg(all(feature = "talc", target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// One POST through web-sys, with a body, a header, a time-out and the text of the answer.
#[cfg(feature = "fetch")]
#[wasm_bindgen]
pub async fn post(url: String, key: String, body: String) -> Result<JsValue, JsValue> {
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_body(&body.into());
    init.set_signal(Some(&web_sys::AbortSignal::timeout_with_u32(30_000)));
    let request = web_sys::Request::new_with_str_and_init(&url, &init)?;
    request.headers().set("Authorization", &key)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = wasm_bindgen_futures::JsFuture::from(window.fetch_with_request(&request)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    wasm_bindgen_futures::JsFuture::from(response.text()?).await
}

/// The same POST through gloo-net.
#[cfg(feature = "gloo-net")]
#[wasm_bindgen]
pub async fn post_gloo(url: String, key: String, body: String) -> Result<String, JsValue> {
    let text = |e: gloo_net::Error| JsValue::from_str(&e.to_string());
    let response = gloo_net::http::Request::post(&url)
        .header("Authorization", &key)
        .abort_signal(Some(&web_sys::AbortSignal::timeout_with_u32(30_000)))
        .body(body)
        .map_err(text)?
        .send()
        .await
        .map_err(text)?;
    response.text().await.map_err(text)
}

/// What the JavaScript boundary needs of serde: a draft and a configuration in, issues out.
#[cfg(feature = "serde")]
mod boundary {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase", default)]
    #[derive(Default)]
    struct Draft {
        name: String,
        client_id: String,
        client_secret: String,
        scopes: String,
        environment: String,
        my_domain: String,
        actions: Option<Vec<String>>,
    }

    #[derive(Deserialize, Default)]
    #[serde(rename_all = "camelCase", default)]
    struct Config {
        api_base_url: String,
        auth: String,
        theme: String,
        locale: String,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Issue {
        field: &'static str,
        code: &'static str,
        severity: &'static str,
        message: String,
    }

    #[derive(Serialize)]
    struct Report {
        valid: bool,
        issues: Vec<Issue>,
    }

    #[wasm_bindgen]
    pub fn validate(draft: JsValue, config: JsValue) -> Result<JsValue, JsValue> {
        let draft: Draft = serde_wasm_bindgen::from_value(draft)?;
        let config: Config = serde_wasm_bindgen::from_value(config)?;
        let texts =
            [draft.name, draft.client_id, draft.client_secret, draft.scopes, draft.environment, draft.my_domain];
        let actions = draft.actions.unwrap_or_default();
        let issues = texts
            .into_iter()
            .chain(actions)
            .chain([config.api_base_url, config.auth, config.theme, config.locale])
            .map(|message| Issue { field: "clientId", code: "required", severity: "error", message })
            .collect();
        Ok(serde_wasm_bindgen::to_value(&Report { valid: false, issues })?)
    }
}

/// Reads any JSON into a tree and writes it again.
#[cfg(feature = "serde-json")]
#[wasm_bindgen]
pub fn json(text: &str) -> String {
    serde_json::from_str::<serde_json::Value>(text).map(|v| v.to_string()).unwrap_or_default()
}

/// A string that is wiped when dropped.
#[cfg(feature = "zeroize")]
#[wasm_bindgen]
pub fn wiped(text: String) -> usize {
    zeroize::Zeroizing::new(text).len()
}
