//! The text of each copy button, even if its box is not shown. Called for copying and for rendering.

use crate::app::{Copy, State};
use crate::features::form::authorization::{UrlOptions, authorization_url};
use crate::features::link_account::SignIn;
use crate::i18n::TextKey;
use crate::profile::{Extent, Secret, check};
use crate::stackone::{APP_NAME, Auth, CALLBACK_URL, Show, write};

/// The text that a copy button copies; `None` if there is none now.
pub fn copied_text(state: &State, copy: Copy) -> Option<Secret> {
    let show = if state.form.open.request_secrets { Show::Secrets } else { Show::Redacted };
    let request = || {
        let profile = state.report().profile()?;
        Some(match state.opened() {
            Some(opened) => write::update(&opened.id, &state.profile_change(), state.api()),
            None => write::create(&profile, &state.name(), state.api()),
        })
    };
    match copy {
        Copy::Url => {
            let report = check(&state.form.draft, &Default::default(), Extent::WithoutSecret);
            authorization_url(&report, UrlOptions::default()).map(Secret::new)
        }
        Copy::Curl => {
            let key = (state.api().auth == Auth::ApiKey).then_some(&state.form.api_key);
            request().map(|request| Secret::new(request.curl(state.api(), key, show)))
        }
        Copy::AppName => Some(APP_NAME.into()),
        Copy::Callback => Some(CALLBACK_URL.into()),
        Copy::Support => Some(state.words().get(TextKey::SupportBody).into()),
        Copy::Link => state.linking.session().map(|session| session.link.clone()),
        Copy::ProfileId => state.submission.phase.done().map(|done| done.profile.id.as_str().into()),
        Copy::AccountId => match &state.linking.sign_in {
            SignIn::Connected(account) => account.as_deref().map(Secret::from),
            _ => None,
        },
        Copy::Bundle => Some(state.support_bundle().as_str().into()),
        Copy::Json => request().map(|request| Secret::new(request.json(show))),
    }
}
