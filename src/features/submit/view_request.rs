//! The texts in boxes that can be copied: the authorization URL, the request to be sent from elsewhere, what the guide
//! gives to enter in Salesforce.

use std::rc::Rc;

use crate::app::view::View;
use crate::app::{Copy, copied_text};
use crate::i18n::TextKey;
use crate::profile::Secret;

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
    pub(crate) fn shared_copy(&self, copy: Copy) -> Option<Rc<CopyView>> {
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
        copied_text(self.state, copy).map(|text| CopyView { copy, text, what, outcome })
    }
}
