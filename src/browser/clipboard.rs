//! Copies text: with the asynchronous clipboard API, or else with `execCommand`. If neither works, selects the text, so
//! that the person can copy it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement, Window};

use super::MountContext;
use crate::profile::Secret;

/// Copies the text. Returns false if it could only be selected in the element with the id `shown_in`.
pub async fn copy(context: &MountContext, text: Secret, shown_in: &str) -> bool {
    if asynchronously(&text).await.is_ok() || by_command(context, &text).is_ok_and(|worked| worked) {
        return true;
    }
    let _ = select(context, shown_in);
    false
}

async fn asynchronously(text: &Secret) -> Result<(), JsValue> {
    let navigator = window()?.navigator();
    // The type promises a clipboard, but pages without https have none.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    if clipboard.is_undefined() {
        return Err(clipboard);
    }
    JsFuture::from(navigator.clipboard().write_text(text.expose())).await.map(drop)
}

fn by_command(context: &MountContext, text: &Secret) -> Result<bool, JsValue> {
    let document = window()?.document().ok_or(JsValue::NULL)?;
    let focused = context.host.shadow_root().and_then(|root| root.active_element());
    let area = document.create_element("textarea")?.unchecked_into::<HtmlTextAreaElement>();
    area.set_class_name("unseen");
    area.set_value(text.expose());
    context.root.append_child(&area)?;
    area.select();
    let worked = document.unchecked_ref::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    area.set_value("");
    area.remove();
    if let Some(focused) = focused {
        let _ = focused.unchecked_into::<HtmlElement>().focus();
    }
    Ok(worked)
}

fn select(context: &MountContext, id: &str) -> Result<(), JsValue> {
    let element = context.root.query_selector(&["#", id].concat())?.ok_or(JsValue::NULL)?;
    let selection = window()?.get_selection()?.ok_or(JsValue::NULL)?;
    selection.select_all_children(&element)
}

fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)
}
