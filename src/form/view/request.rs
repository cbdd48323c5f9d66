//! The texts in boxes that can be copied: the authorization URL, the request to be sent from elsewhere, what the guide
//! gives to enter in Salesforce.

use std::rc::Rc;

use super::super::linking::LinkPhase;
use super::super::{Copy, State};
use super::View;
use super::url::{UrlOptions, authorization_url};
use crate::i18n::TextKey;
use crate::profile::{Extent, Secret, check};
use crate::stackone::{APP_NAME, Auth, CALLBACK_URL, Show, write};

/// A text in a box with its button. The text compares by identity.
#[derive(Clone, Debug)]
pub struct CopyView {
    /// Which.
    pub copy: Copy,
    /// The text. May hold secrets where the person asked for them.
    pub text: Secret,
    /// What the text is.
    pub what: TextKey,
    /// After a try, whether it worked.
    pub outcome: Option<bool>,
}

impl PartialEq for CopyView {
    fn eq(&self, other: &Self) -> bool {
        let Self { copy, text, what, outcome } = self;
        (*copy, *what, *outcome) == (other.copy, other.what, other.outcome) && text.is_same(&other.text)
    }
}

impl View<'_> {
    pub(super) fn shared_copy(&self, copy: Copy) -> Option<Rc<CopyView>> {
        self.copy(copy).map(Rc::new)
    }

    /// A box; `None` while there is nothing to copy.
    pub fn copy(&self, copy: Copy) -> Option<CopyView> {
        let what = match copy {
            Copy::Url => TextKey::UrlLabel,
            Copy::Curl => TextKey::RequestCurl,
            Copy::Json => TextKey::RequestJson,
            Copy::AppName => TextKey::AppName,
            Copy::Callback => TextKey::OauthCallback,
            Copy::Support => TextKey::SupportText,
            Copy::Link => TextKey::LinkReady,
            Copy::Bundle => TextKey::Bundle,
        };
        let outcome = self.state.copied.filter(|(copied, _)| *copied == copy).map(|(_, worked)| worked);
        text_of(self.state, copy).map(|text| CopyView { copy, text, what, outcome })
    }
}

/// The text that a copy button copies; `None` while there is none.
pub fn text_of(state: &State, copy: Copy) -> Option<Secret> {
    let show = if state.open.request_secrets { Show::Secrets } else { Show::Redacted };
    let request = || {
        let profile = state.report().profile()?;
        Some(match &state.editing {
            Some(opened) => write::update(&opened.id, &state.profile_change(), state.api()),
            None => write::create(&profile, &state.name(), state.api()),
        })
    };
    match copy {
        Copy::Url => {
            let report = check(&state.draft, &Default::default(), Extent::WithoutSecret);
            authorization_url(&report, UrlOptions::default()).map(Secret::new)
        }
        Copy::Curl => {
            let key = (state.api().auth == Auth::ApiKey).then_some(&state.api_key);
            request().map(|request| Secret::new(request.curl(state.api(), key, show)))
        }
        Copy::AppName => Some(APP_NAME.into()),
        Copy::Callback => Some(CALLBACK_URL.into()),
        Copy::Support => Some(state.words().get(TextKey::SupportBody).into()),
        Copy::Link => match &state.linking.phase {
            LinkPhase::Ready(link, _) => Some(link.clone()),
            _ => None,
        },
        Copy::Bundle => Some(state.support_bundle().as_str().into()),
        Copy::Json => request().map(|request| Secret::new(request.json(show))),
    }
}
