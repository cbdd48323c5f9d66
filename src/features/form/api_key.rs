//! The StackOne API key, if a person types it. An unusual format is only a warning, because StackOne may change it.

use crate::profile::{Code, Field, Issue, Secret, trim};
use crate::stackone::Auth;
use crate::stackone::authorization::is_usual_key;

/// The issue of the key, if any. `None` if the key is not typed in this form.
pub fn validate(key: &Secret, auth: Auth) -> Option<Issue> {
    let text = trim(key.expose());
    let code = match auth {
        Auth::Host | Auth::None => return None,
        Auth::ApiKey if text.is_empty() => Code::Required,
        Auth::ApiKey if is_usual_key(text) => return None,
        Auth::ApiKey => Code::UnusualFormat,
    };
    Some(Issue::new(Field::ApiKey, code))
}
