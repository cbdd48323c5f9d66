//! The link with which an account is linked to the profile that stands.

use std::rc::Rc;

use crate::app::view::View;
use crate::app::{Copy, State};
use crate::features::link_account::LinkPhase;
use crate::features::submit::view_failure::{failure_in_words, title_and_body};
use crate::features::submit::view_request::CopyView;
use crate::i18n::TextKey;
use crate::requests::Failure;
use crate::stackone::TransportError;
use crate::stackone::answer::is_web_page;

/// The link as there is to see.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView {
    /// The caller's own id of the account's owner.
    pub owner_id: String,
    /// The owner's name.
    pub owner_name: String,
    /// What the account shall be called.
    pub label: String,
    /// Whether the fields take no text now.
    pub readonly: bool,
    /// Whether a link is being made.
    pub busy: bool,
    /// Why there is none.
    pub message: Option<String>,
    /// What StackOne's support needs, where none came of it.
    pub bundle: Option<Rc<CopyView>>,
    /// The link, and how long it works.
    pub ready: Option<(Rc<CopyView>, String)>,
    /// Whether the guide can help where linking fails.
    pub can_troubleshoot: bool,
}

impl View<'_> {
    /// The link with which an account is linked.
    pub fn link(&self) -> LinkView {
        let (state, linking) = (self.state, &self.state.linking);
        LinkView {
            owner_id: linking.owner_id.clone(),
            owner_name: linking.owner_name.clone(),
            label: linking.label.clone(),
            readonly: state.is_busy(),
            busy: self.is_linking(),
            message: self.link_message(),
            bundle: self.bundle().filter(|_| self.link_failed()),
            ready: self.shared_copy(Copy::Link).map(|copy| (copy, self.link_works())),
            can_troubleshoot: state.guided(),
        }
    }

    /// Whether a link is being made.
    pub fn is_linking(&self) -> bool {
        matches!(self.state.linking.phase, LinkPhase::Asked)
    }

    /// Whether none came of it.
    pub fn link_failed(&self) -> bool {
        matches!(self.state.linking.phase, LinkPhase::Failed(_))
    }

    /// How long the link works.
    pub fn link_works(&self) -> String {
        let minutes = self.state.linking.left(self.state.guide.now.seconds).div_ceil(60);
        self.words().fill(TextKey::LinkReadyHint, &[("minutes", &minutes.to_string())])
    }

    /// Why there is no link.
    pub fn link_message(&self) -> Option<String> {
        match &self.state.linking.phase {
            LinkPhase::Unnamed => Some(self.words().get(TextKey::LinkUnnamed).to_owned()),
            LinkPhase::Failed(failure) => {
                Some(self.words().fill(TextKey::LinkFailed, &[("why", &self.no_link(failure))]))
            }
            LinkPhase::Expired => Some(self.words().get(TextKey::LinkExpired).to_owned()),
            LinkPhase::Offered | LinkPhase::Asked | LinkPhase::Ready(..) => None,
        }
    }

    fn no_link(&self, failure: &Failure) -> String {
        match failure {
            Failure::UnreadableList(came) if !is_web_page(came) => self.words().get(TextKey::LinkUnreadable).to_owned(),
            _ => brief_failure(self.state, failure),
        }
    }
}

/// Why something beside the profile came to nothing. Of the words for a create that failed, those that speak of the
/// profile do not fit.
pub(crate) fn brief_failure(state: &State, failure: &Failure) -> String {
    let words = state.words();
    match failure {
        Failure::Rejected(complaint) if !complaint.messages.is_empty() => {
            let said = words.fill(TextKey::RejectedField, &[("words", &complaint.messages.join(" "))]);
            format!("{}.", said.trim_end_matches('.'))
        }
        Failure::Unauthorized
        | Failure::NoAuthorization(_)
        | Failure::SiteSignIn
        | Failure::SiteForbidden
        | Failure::Forbidden(_)
        | Failure::Blocked(TransportError::Offline | TransportError::ForbiddenByPolicy) => {
            failure_in_words(state, failure)
        }
        Failure::Conflict(_) => format!("{}.", words.get(TextKey::Rejected)),
        _ => title(state, failure),
    }
}

/// Why the list could not be read after a pin that StackOne took: that nothing was sent is not to be said there.
pub(crate) fn unread_after_pin(state: &State, failure: &Failure) -> String {
    let why = match failure {
        Failure::NoAuthorization(_) | Failure::Blocked(TransportError::Offline) => title(state, failure),
        _ => brief_failure(state, failure),
    };
    format!("{} {why}", state.words().get(TextKey::PinDone))
}

fn title(state: &State, failure: &Failure) -> String {
    format!("{}.", state.words().get(title_and_body(state, failure).0))
}
