//! The view model of a failure, with the next steps.

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
    /// What it means and what to do, in paragraphs.
    pub body: Vec<String>,
    /// StackOne's own words, or the text of an unreadable answer.
    pub quote: Vec<String>,
    /// The countdown, which changes every second.
    pub countdown: Option<String>,
    /// Profiles to look at, each with its button.
    pub profiles: Vec<(ConnectorProfile, FailureButton)>,
    /// The buttons.
    pub buttons: Vec<FailureButton>,
    /// Whether the request is shown, so that the person can send it from elsewhere.
    pub request: bool,
    /// The request in several formats, if there is one.
    pub request_texts: Vec<Rc<CopyView>>,
    /// Whether its secrets are shown.
    pub request_secrets: bool,
    /// The details for StackOne's support.
    pub bundle: Option<Rc<CopyView>>,
}

/// A button.
#[derive(Clone, Debug)]
pub struct FailureButton {
    /// The label.
    pub words: TextKey,
    /// The message that it sends.
    pub msg: SubmitMessage,
}

/// The message follows from the label and the failure's profiles, which are compared separately.
impl PartialEq for FailureButton {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

/// The context for the view model of a failure.
#[derive(Clone, Debug)]
pub struct FailureContext<'a> {
    /// The context for rendering failures as text.
    pub in_words: InWords<'a>,
    /// Whether the outcome of a create is unknown and was not looked up yet.
    pub is_open: bool,
    /// StackOne's messages that no field shows.
    pub unplaced: Vec<String>,
    /// The profile with the person's changes, to be saved over someone else's.
    pub mine: Option<ConnectorProfile>,
    /// The request in several formats, to be sent from elsewhere.
    pub request_texts: Vec<Rc<CopyView>>,
    /// Whether its secrets are shown.
    pub request_secrets: bool,
    /// The details for StackOne's support.
    pub bundle: Option<Rc<CopyView>>,
}

impl FailureView {
    /// The view model of a failure.
    pub fn new(failure: &Failure, context: FailureContext<'_>) -> Self {
        let words = context.in_words.words;
        let (title, mut body) = context.in_words.title_and_body(failure);
        if matches!(failure, Failure::Blocked(TransportError::ForbiddenByPolicy)) {
            // Most policies allow a path of the page's own origin already.
            body.push(words.get(TextKey::BlockedProxy).to_owned());
        }
        Self {
            title,
            body,
            quote: match failure {
                Failure::Forbidden(refusal) => refusal.messages.clone(),
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
            buttons: buttons(failure, context.is_open),
            request: failure.shows_request(),
            request_texts: context.request_texts,
            request_secrets: context.request_secrets,
            bundle: context.bundle,
        }
    }
}

fn buttons(failure: &Failure, is_open: bool) -> Vec<FailureButton> {
    let button = |words: TextKey, msg: SubmitMessage| vec![FailureButton { words, msg }];
    match failure {
        Failure::Conflict(_) => button(TextKey::UseAnotherName, SubmitMessage::RenamePressed),
        Failure::AmbiguousMatch(_) => button(TextKey::CreateAnyway, SubmitMessage::NoMatchPicked),
        Failure::OutcomeUnknown | Failure::Unreadable(_) | Failure::SiteForbidden if is_open => {
            button(TextKey::LookAgain, SubmitMessage::Pressed)
        }
        Failure::RateLimited { seconds: 1.., .. } => Vec::new(),
        _ if failure.is_retryable() => button(TextKey::TryAgain, SubmitMessage::Pressed),
        _ => Vec::new(),
    }
}

/// The profiles, each with the same button.
fn each(
    profiles: &[ConnectorProfile],
    words: TextKey,
    msg: fn(ConnectorProfile) -> SubmitMessage,
) -> Vec<(ConnectorProfile, FailureButton)> {
    profiles.iter().map(|profile| (profile.clone(), FailureButton { words, msg: msg(profile.clone()) })).collect()
}

/// The profile with the person's changes, and the current one, each with its button.
fn both(mine: Option<ConnectorProfile>, now: &ConnectorProfile) -> Vec<(ConnectorProfile, FailureButton)> {
    let button =
        |words: TextKey, msg: fn(ConnectorProfile) -> SubmitMessage| FailureButton { words, msg: msg(now.clone()) };
    let theirs = (now.clone(), button(TextKey::TakeTheirs, SubmitMessage::TakeTheirsPressed));
    let mine = mine.map(|mine| (mine, button(TextKey::SaveMine, SubmitMessage::OverwritePressed)));
    mine.into_iter().chain([theirs]).collect()
}
