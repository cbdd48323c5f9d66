//! A failure in words, with its ways on.

use std::rc::Rc;

use crate::app::view::View;
use crate::app::{Copy, Message, State};
use crate::features::guide::Step;
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::Phase;
use crate::features::submit::view_request::CopyView;
use crate::i18n::{TextKey, plain};
use crate::requests::Failure;
use crate::stackone::answer::is_web_page;
use crate::stackone::{Auth, ConnectorProfile, TransportError};

/// A failure to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct FailureView {
    /// What happened.
    pub title: TextKey,
    /// What it means and what to do, a paragraph each.
    pub body: Vec<String>,
    /// StackOne's own words, or what came instead of an answer.
    pub quote: Vec<String>,
    /// A countdown; it changes every second.
    pub countdown: Option<String>,
    /// Profiles to look at, each with what can be done with it.
    pub profiles: Vec<(ConnectorProfile, Way)>,
    /// Buttons.
    pub ways: Vec<Way>,
    /// Whether the request is shown, to be sent from elsewhere.
    pub request: bool,
    /// The request as it is to be sent, where it can be told.
    pub request_texts: Vec<Rc<CopyView>>,
    /// Whether the secrets in it are shown.
    pub request_secrets: bool,
    /// What StackOne's support needs.
    pub bundle: Option<Rc<CopyView>>,
}

/// A button: its words and what it does.
#[derive(Clone, Debug)]
pub struct Way {
    /// Words.
    pub words: TextKey,
    /// What pressing it means.
    pub msg: Message,
}

/// What pressing it means follows from its words and from the profiles of the failure, which compare for themselves.
impl PartialEq for Way {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

/// Title and body of a failure as plain text, for the host page.
pub fn failure_in_words(state: &State, failure: &Failure) -> String {
    let (title, body) = title_and_body(state, failure);
    let mut text = format!("{}.", state.words().get(title));
    for sentence in body {
        text.push(' ');
        text.push_str(&sentence);
    }
    plain(&text)
}

impl View<'_> {
    /// Why the last click came to nothing. In the guide it stands at the last step.
    pub fn failure(&self) -> Option<FailureView> {
        let state = self.state;
        match &state.phase {
            Phase::Failed(failure) if !state.guided() || state.guide.step == Step::Profile => {
                Some(self.failure_view(failure))
            }
            _ => None,
        }
    }

    /// What StackOne's support needs.
    pub fn bundle(&self) -> Option<Rc<CopyView>> {
        self.shared_copy(Copy::Bundle)
    }

    fn failure_view(&self, failure: &Failure) -> FailureView {
        let state = self.state;
        let words = state.words();
        let (title, mut body) = title_and_body(state, failure);
        if matches!(failure, Failure::Blocked(TransportError::ForbiddenByPolicy)) {
            // Under most policies a path of the page's own is allowed already.
            body.push(words.get(TextKey::BlockedProxy).to_owned());
        }
        let way = |words: TextKey, msg: Message| Way { words, msg };
        let each = |profiles: &[ConnectorProfile], key: TextKey, msg: fn(ConnectorProfile) -> Message| {
            profiles.iter().map(|profile| (profile.clone(), way(key, msg(profile.clone())))).collect()
        };
        FailureView {
            title,
            body,
            quote: match failure {
                Failure::Forbidden(complaint) => complaint.messages.clone(),
                Failure::Rejected(complaint) => {
                    complaint.messages.iter().filter(|message| state.field_of(message).is_none()).cloned().collect()
                }
                Failure::NoAuthorization(text) | Failure::Unreadable(text) | Failure::UnreadableList(text)
                    if !text.is_empty() =>
                {
                    vec![text.clone()]
                }
                _ => Vec::new(),
            },
            countdown: match failure {
                Failure::RateLimited { seconds: 0, .. } => Some(words.get(TextKey::RateLimitedReady).to_owned()),
                Failure::RateLimited { seconds, .. } => {
                    Some(words.fill(TextKey::RateLimitedWait, &[("seconds", &seconds.to_string())]))
                }
                _ => None,
            },
            profiles: match failure {
                Failure::Conflict(profiles) => each(profiles, TextKey::EditIt, Message::EditPressed),
                Failure::AmbiguousMatch(profiles) => each(profiles, TextKey::ThisIsIt, Message::MatchPicked),
                Failure::ChangedMeanwhile(Some(now)) => both(state, now),
                _ => Vec::new(),
            },
            ways: match failure {
                Failure::Conflict(_) => vec![way(TextKey::UseAnotherName, Message::RenamePressed)],
                Failure::AmbiguousMatch(_) => vec![way(TextKey::CreateAnyway, Message::NoMatchPicked)],
                Failure::OutcomeUnknown | Failure::Unreadable(_) if state.is_open() => {
                    vec![way(TextKey::LookAgain, Message::SubmitPressed)]
                }
                Failure::RateLimited { seconds: 1.., .. } => Vec::new(),
                _ if failure.is_retryable() => vec![way(TextKey::TryAgain, Message::SubmitPressed)],
                _ => Vec::new(),
            },
            request: failure.shows_request(),
            request_texts: match failure.shows_request() {
                true => [Copy::Curl, Copy::Json].into_iter().filter_map(|copy| self.shared_copy(copy)).collect(),
                false => Vec::new(),
            },
            request_secrets: state.open.request_secrets,
            bundle: self.bundle(),
        }
    }
}

/// The profile with the person's changes, and as it is now.
fn both(state: &State, now: &ConnectorProfile) -> Vec<(ConnectorProfile, Way)> {
    let way = |words: TextKey, msg: ProfilesMessage| Way { words, msg: Message::Profiles(msg) };
    vec![
        (
            state.profile_change().applied_to(now),
            way(TextKey::SaveMine, ProfilesMessage::OverwritePressed(now.clone())),
        ),
        (now.clone(), way(TextKey::TakeTheirs, ProfilesMessage::EditPressed(now.clone()))),
    ]
}

pub(crate) fn title_and_body(state: &State, failure: &Failure) -> (TextKey, Vec<String>) {
    let own_key = state.api().auth == Auth::ApiKey;
    let (title, body): (TextKey, &[TextKey]) = match failure {
        Failure::Unauthorized if own_key => (TextKey::Unauthorized, &[TextKey::UnauthorizedBody]),
        Failure::Unauthorized => (TextKey::UnauthorizedHost, &[]),
        Failure::NoAuthorization(_) => (TextKey::NothingSent, &[TextKey::NoAuthorization]),
        Failure::SiteSignIn => (TextKey::SiteSignIn, &[TextKey::SiteSignInBody]),
        Failure::SiteForbidden => (TextKey::SiteForbidden, &[TextKey::SiteForbiddenBody]),
        Failure::Forbidden(_) => (TextKey::Forbidden, &[TextKey::ForbiddenBody]),
        Failure::NotOffered => (TextKey::NotOffered, &[TextKey::NotOfferedBody]),
        Failure::Conflict(_) if state.opened().is_some() => (TextKey::Conflict, &[]),
        Failure::Conflict(_) => (TextKey::Conflict, &[TextKey::ConflictBody]),
        Failure::ChangedMeanwhile(now) => {
            (TextKey::Meanwhile, if now.is_some() { &[TextKey::MeanwhileBody] } else { &[TextKey::MeanwhileGone] })
        }
        Failure::Rejected(complaint) if complaint.messages.is_empty() => (TextKey::Rejected, &[TextKey::RejectedBody]),
        Failure::Rejected(_) => (TextKey::Rejected, &[]),
        Failure::RateLimited { .. } => (TextKey::RateLimited, &[TextKey::RateLimitedBody]),
        Failure::ListUnavailable => (TextKey::NothingSent, &[TextKey::NothingSentBody]),
        Failure::OutcomeUnknown => (TextKey::Unknown, &[TextKey::UnknownBody]),
        Failure::ConfirmedMissing => (TextKey::UnknownNot, &[TextKey::UnknownNotBody]),
        Failure::AmbiguousMatch(_) => (TextKey::UnknownSeveral, &[TextKey::UnknownSeveralBody]),
        Failure::NotSaved => (TextKey::NotSaved, &[TextKey::NotSavedBody]),
        Failure::Blocked(TransportError::Offline) => (TextKey::Blocked, &[TextKey::BlockedOffline]),
        Failure::Blocked(TransportError::ForbiddenByPolicy) => (TextKey::Blocked, &[TextKey::BlockedPolicy]),
        Failure::Blocked(_) => (TextKey::Blocked, &[TextKey::BlockedNetwork, TextKey::BlockedProxy]),
        Failure::Unreadable(came) if is_web_page(came) => (TextKey::WebPage, &[TextKey::WebPageBody]),
        Failure::UnreadableList(came) if is_web_page(came) => {
            (TextKey::WebPage, &[TextKey::WebPageBody, TextKey::WebPageBefore])
        }
        Failure::Unreadable(_) => (TextKey::Unreadable, &[TextKey::UnreadableBody]),
        Failure::UnreadableList(_) => (TextKey::Unreadable, &[TextKey::UnreadableBefore]),
    };
    let words = state.words();
    let values = [("url", state.api().base_url())];
    (title, body.iter().map(|key| words.fill(*key, &values)).collect())
}
