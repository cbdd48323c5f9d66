//! The texts of a failure: what happened, what it means, and what to do.

use super::Failure;
use crate::i18n::{TextKey, Words, plain};
use crate::stackone::answer::is_web_page;
use crate::stackone::{ApiConfig, Auth, TransportError};

/// What the texts of a failure depend on, apart from the failure.
#[derive(Clone, Copy, Debug)]
pub struct InWords<'a> {
    /// The texts in use.
    pub words: &'a Words,
    /// The configuration of the API.
    pub api: &'a ApiConfig,
    /// Whether an existing profile is open, so that none is created.
    pub edits: bool,
}

impl InWords<'_> {
    /// The title and the paragraphs.
    pub fn title_and_body(&self, failure: &Failure) -> (TextKey, Vec<String>) {
        let own_key = self.api.auth == Auth::ApiKey;
        let (title, body): (TextKey, &[TextKey]) = match failure {
            Failure::Unauthorized if own_key => (TextKey::Unauthorized, &[TextKey::UnauthorizedBody]),
            Failure::Unauthorized => (TextKey::UnauthorizedHost, &[]),
            Failure::NoAuthorization(_) => (TextKey::NoAuthorization, &[TextKey::NoAuthorizationBody]),
            Failure::SiteSignIn => (TextKey::SiteSignIn, &[TextKey::SiteSignInBody]),
            Failure::SiteForbidden => (TextKey::SiteForbidden, &[TextKey::SiteForbiddenBody]),
            Failure::Forbidden(_) => (TextKey::Forbidden, &[TextKey::ForbiddenBody]),
            Failure::NotOffered => (TextKey::NotOffered, &[TextKey::NotOfferedBody]),
            Failure::Conflict(_) if self.edits => (TextKey::Conflict, &[]),
            Failure::Conflict(_) => (TextKey::Conflict, &[TextKey::ConflictBody]),
            Failure::ChangedMeanwhile(now) => {
                (TextKey::Meanwhile, if now.is_some() { &[TextKey::MeanwhileBody] } else { &[TextKey::MeanwhileGone] })
            }
            Failure::Rejected(refusal) if refusal.messages.is_empty() => (TextKey::Rejected, &[TextKey::RejectedBody]),
            Failure::Rejected(_) => (TextKey::Rejected, &[]),
            Failure::RateLimited { .. } => (TextKey::RateLimited, &[TextKey::RateLimitedBody]),
            Failure::ListUnavailable => (TextKey::NothingSent, &[TextKey::NothingSentBody]),
            Failure::OutcomeUnknown => (TextKey::Unknown, &[TextKey::UnknownBody]),
            Failure::NotListed => (TextKey::UnknownNot, &[TextKey::UnknownNotBody]),
            Failure::AmbiguousMatch(_) => (TextKey::UnknownSeveral, &[TextKey::UnknownSeveralBody]),
            Failure::NotSaved => (TextKey::NotSaved, &[TextKey::NotSavedBody]),
            Failure::Blocked(TransportError::Offline) => (TextKey::Blocked, &[TextKey::BlockedOffline]),
            Failure::Blocked(TransportError::ForbiddenByPolicy) => (TextKey::Blocked, &[TextKey::BlockedPolicy]),
            Failure::Blocked(_) => (TextKey::Blocked, &[TextKey::BlockedNetwork, TextKey::BlockedProxy]),
            Failure::Unreadable(came) if is_web_page(came) => (TextKey::WebPage, &[TextKey::WebPageBody]),
            Failure::UnreadableList(came) if is_web_page(came) => {
                (TextKey::WebPage, &[TextKey::WebPageBody, TextKey::WebPageBefore])
            }
            Failure::Unreadable(came) if came.is_empty() => (TextKey::NoWords, &[TextKey::WebPageBody]),
            Failure::UnreadableList(came) if came.is_empty() => {
                (TextKey::NoWords, &[TextKey::WebPageBody, TextKey::BlockedNothing])
            }
            Failure::Unreadable(_) => (TextKey::Unreadable, &[TextKey::UnreadableBody]),
            Failure::UnreadableList(_) => (TextKey::Unreadable, &[TextKey::UnreadableBefore]),
        };
        let values = [("url", self.api.base_url())];
        (title, body.iter().map(|key| self.words.fill(*key, &values)).collect())
    }

    /// Title and paragraphs as plain text, for the host page.
    pub fn whole(&self, failure: &Failure) -> String {
        let (title, body) = self.title_and_body(failure);
        let mut text = self.sentence(title);
        for sentence in body {
            text.push(' ');
            text.push_str(&sentence);
        }
        plain(&text)
    }

    /// The text for a failed request that is not a create, such as a link or a pin. Leaves out what only applies to
    /// creating.
    pub fn brief(&self, failure: &Failure) -> String {
        match failure {
            Failure::Rejected(refusal) if !refusal.messages.is_empty() => {
                let said = self.words.fill(TextKey::RejectedField, &[("words", &refusal.messages.join(" "))]);
                format!("{}.", said.trim_end_matches('.'))
            }
            Failure::Unauthorized
            | Failure::NoAuthorization(_)
            | Failure::SiteSignIn
            | Failure::SiteForbidden
            | Failure::Forbidden(_)
            | Failure::Blocked(TransportError::Offline | TransportError::ForbiddenByPolicy) => self.whole(failure),
            Failure::Conflict(_) => self.sentence(TextKey::Rejected),
            _ => self.title(failure),
        }
    }

    /// The title as a sentence.
    pub fn title(&self, failure: &Failure) -> String {
        self.sentence(self.title_and_body(failure).0)
    }

    /// A title with a full stop, unless it ends in a punctuation mark.
    fn sentence(&self, title: TextKey) -> String {
        let title = self.words.get(title);
        let end = if title.ends_with(['.', '?']) { "" } else { "." };
        [title, end].concat()
    }
}
