//! The StackOne API key, where a person types it. Any look is accepted, an unusual one is remarked on: StackOne may
//! change its keys without telling us.

use crate::profile::{Code, Field, Issue, Secret, trim};
use crate::stackone::Auth;
use crate::stackone::authorization::is_usual_key;

/// What to say about the key; nothing where no key is typed here at all.
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
