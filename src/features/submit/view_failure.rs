//! A failure in words, with its ways on.

use std::rc::Rc;

use super::SubmitMessage;
use crate::components::CopyView;
use crate::i18n::TextKey;
use crate::requests::{Failure, InWords};
use crate::stackone::{ConnectorProfile, TransportError};

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
    pub msg: SubmitMessage,
}

/// What pressing it means follows from its words and from the profiles of the failure, which compare for themselves.
impl PartialEq for Way {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

/// What the view model of a failure needs to know.
#[derive(Clone, Debug)]
pub struct FailureContext<'a> {
    /// Puts failures in words.
    pub in_words: InWords<'a>,
    /// Whether a create is out whose outcome is unknown and was not looked for yet.
    pub is_open: bool,
    /// What StackOne says that is not shown at a field.
    pub unplaced: Vec<String>,
    /// The profile with the person's changes, as it would be saved over what was changed by others.
    pub mine: Option<ConnectorProfile>,
    /// The request, to be sent from elsewhere.
    pub request_texts: Vec<Rc<CopyView>>,
    /// Whether the secrets in it are shown.
    pub request_secrets: bool,
    /// What StackOne's support needs.
    pub bundle: Option<Rc<CopyView>>,
}

impl FailureView {
    /// A failure to draw.
    pub fn new(failure: &Failure, context: FailureContext<'_>) -> Self {
        let words = context.in_words.words;
        let (title, mut body) = context.in_words.title_and_body(failure);
        if matches!(failure, Failure::Blocked(TransportError::ForbiddenByPolicy)) {
            // Under most policies a path of the page's own is allowed already.
            body.push(words.get(TextKey::BlockedProxy).to_owned());
        }
        Self {
            title,
            body,
            quote: match failure {
                Failure::Forbidden(complaint) => complaint.messages.clone(),
                Failure::Rejected(_) => context.unplaced,
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
                Failure::Conflict(profiles) => each(profiles, TextKey::EditIt, SubmitMessage::EditPressed),
                Failure::AmbiguousMatch(profiles) => each(profiles, TextKey::ThisIsIt, SubmitMessage::MatchPicked),
                Failure::ChangedMeanwhile(Some(now)) => both(context.mine, now),
                _ => Vec::new(),
            },
            ways: ways(failure, context.is_open),
            request: failure.shows_request(),
            request_texts: if failure.shows_request() { context.request_texts } else { Vec::new() },
            request_secrets: context.request_secrets,
            bundle: context.bundle,
        }
    }
}

fn ways(failure: &Failure, is_open: bool) -> Vec<Way> {
    let way = |words: TextKey, msg: SubmitMessage| vec![Way { words, msg }];
    match failure {
        Failure::Conflict(_) => way(TextKey::UseAnotherName, SubmitMessage::RenamePressed),
        Failure::AmbiguousMatch(_) => way(TextKey::CreateAnyway, SubmitMessage::NoMatchPicked),
        Failure::OutcomeUnknown | Failure::Unreadable(_) | Failure::SiteForbidden if is_open => {
            way(TextKey::LookAgain, SubmitMessage::Pressed)
        }
        Failure::RateLimited { seconds: 1.., .. } => Vec::new(),
        _ if failure.is_retryable() => way(TextKey::TryAgain, SubmitMessage::Pressed),
        _ => Vec::new(),
    }
}

/// Profiles, each with the same way on.
fn each(
    profiles: &[ConnectorProfile],
    words: TextKey,
    msg: fn(ConnectorProfile) -> SubmitMessage,
) -> Vec<(ConnectorProfile, Way)> {
    profiles.iter().map(|profile| (profile.clone(), Way { words, msg: msg(profile.clone()) })).collect()
}

/// The profile with the person's changes, and as it is now.
fn both(mine: Option<ConnectorProfile>, now: &ConnectorProfile) -> Vec<(ConnectorProfile, Way)> {
    let way = |words: TextKey, msg: fn(ConnectorProfile) -> SubmitMessage| Way { words, msg: msg(now.clone()) };
    let theirs = (now.clone(), way(TextKey::TakeTheirs, SubmitMessage::TakeTheirsPressed));
    let mine = mine.map(|mine| (mine, way(TextKey::SaveMine, SubmitMessage::OverwritePressed)));
    mine.into_iter().chain([theirs]).collect()
}
