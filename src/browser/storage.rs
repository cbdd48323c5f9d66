//! Keeps the guide's progress in the browser: what the app hands over, which holds no secret. Where the browser keeps
//! nothing, as in a private window or a sandboxed frame, nothing is kept, without a message: the form still works.

use super::MountContext;
use crate::app::Storage;

/// What was kept.
pub fn read(context: &MountContext) -> Option<String> {
    place(context.storage)?.get_item(&name(context)?).ok()?
}

/// Keeps a text; an empty one is forgotten.
pub fn keep(context: &MountContext, text: &str) {
    if let Some((place, name)) = place(context.storage).zip(name(context)) {
        let _ = if text.is_empty() { place.remove_item(&name) } else { place.set_item(&name, text) };
    }
}

/// The name under which it is kept: each page of an origin has its own, and on it each element that has an id.
fn name(context: &MountContext) -> Option<String> {
    let path = web_sys::window()?.location().pathname().ok()?;
    Some(["stackone-connector-profile:", &path, "#", &context.host.id()].concat())
}

fn place(storage: Storage) -> Option<web_sys::Storage> {
    let window = web_sys::window()?;
    match storage {
        Storage::Session => window.session_storage().ok()?,
        Storage::Local => window.local_storage().ok()?,
        Storage::None => None,
    }
}
