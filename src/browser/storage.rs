//! Stores the guide's progress, which contains no secret. In a private window or a sandboxed frame, storage may be
//! unavailable. Then nothing is stored, without a message: the form still works.

use super::MountContext;
use crate::app::Storage;

/// Reads the stored text.
pub fn read(context: &MountContext) -> Option<String> {
    place(context.storage)?.get_item(&name(context)?).ok()?
}

/// Stores a text, or removes the stored one if `text` is empty.
pub fn keep(context: &MountContext, text: &str) {
    if let Some((place, name)) = place(context.storage).zip(name(context)) {
        let _ = if text.is_empty() { place.remove_item(&name) } else { place.set_item(&name, text) };
    }
}

/// The storage key: separate for each path and each element id.
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
