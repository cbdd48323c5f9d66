//! A failure in words, with its ways on.

use super::super::{Failure, Msg, Phase, ProfilesMsg, State, Step};
use super::{View, complained};
use crate::stackone::{Auth, ConnectorProfile, Unanswered};
use crate::text::{Key, digits, plain};

/// A failure to draw.
#[derive(Clone, Debug)]
pub struct FailureView {
    /// What happened.
    pub title: Key,
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
}

/// A button: its words and what it does.
#[derive(Clone, Debug)]
pub struct Way {
    /// Words.
    pub words: Key,
    /// What pressing it means.
    pub msg: Msg,
}

/// Title and body of a failure as plain text, for the host page.
pub fn failure_in_words(state: &State, failure: &Failure) -> String {
    let (title, body) = title_and_body(state, failure);
    let mut text = [state.words().get(title), "."].concat();
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
                Some(failure_view(state, failure))
            }
            _ => None,
        }
    }
}

fn failure_view(state: &State, failure: &Failure) -> FailureView {
    let words = state.words();
    let (title, mut body) = title_and_body(state, failure);
    if matches!(failure, Failure::Blocked(Unanswered::ForbiddenByPolicy)) {
        // Under most policies a path of the page's own is allowed already.
        body.push(words.get(Key::BlockedProxy).to_owned());
    }
    let way = |words: Key, msg: Msg| Way { words, msg };
    let each = |profiles: &[ConnectorProfile], key: Key, msg: fn(ConnectorProfile) -> Msg| {
        let mut rows = Vec::new();
        for profile in profiles {
            rows.push((profile.clone(), way(key, msg(profile.clone()))));
        }
        rows
    };
    FailureView {
        title,
        body,
        quote: match failure {
            Failure::Forbidden(complaint) => complaint.messages.clone(),
            Failure::Rejected(complaint) => {
                complaint.messages.iter().filter(|message| complained(state, message).is_none()).cloned().collect()
            }
            Failure::NoAuthorization(text) | Failure::Unreadable(text) | Failure::UnreadableList(text)
                if !text.is_empty() =>
            {
                vec![text.clone()]
            }
            _ => Vec::new(),
        },
        countdown: match failure {
            Failure::RateLimited(0, _) => Some(words.get(Key::RateLimitedReady).to_owned()),
            Failure::RateLimited(left, _) => Some(words.fill(Key::RateLimitedWait, &[("seconds", &digits(*left))])),
            _ => None,
        },
        profiles: match failure {
            Failure::Conflict(profiles) => each(profiles, Key::EditIt, Msg::EditPressed),
            Failure::Several(profiles) => each(profiles, Key::ThisIsIt, Msg::Picked),
            Failure::ChangedMeanwhile(Some(now)) => both(state, now),
            _ => Vec::new(),
        },
        ways: match failure {
            Failure::Conflict(_) => vec![way(Key::UseAnotherName, Msg::RenamePressed)],
            Failure::Several(_) => vec![way(Key::CreateAnyway, Msg::PickedNone)],
            Failure::Unread | Failure::Unreadable(_) if state.is_open() => {
                vec![way(Key::LookAgain, Msg::Submitted)]
            }
            Failure::RateLimited(1.., _) => Vec::new(),
            _ if failure.is_retryable() => vec![way(Key::TryAgain, Msg::Submitted)],
            _ => Vec::new(),
        },
        request: failure.shows_request(),
    }
}

/// The profile with the person's changes, and as it is now.
fn both(state: &State, now: &ConnectorProfile) -> Vec<(ConnectorProfile, Way)> {
    let way = |words: Key, msg: ProfilesMsg| Way { words, msg: Msg::Profiles(msg) };
    vec![
        (state.with_changes(now), way(Key::SaveMine, ProfilesMsg::Overwritten(now.clone()))),
        (now.clone(), way(Key::TakeTheirs, ProfilesMsg::Changed(now.clone()))),
    ]
}

pub(super) fn title_and_body(state: &State, failure: &Failure) -> (Key, Vec<String>) {
    let own_key = state.api().auth == Auth::ApiKey;
    let (title, body): (Key, &[Key]) = match failure {
        Failure::Unauthorized if own_key => (Key::Unauthorized, &[Key::UnauthorizedBody]),
        Failure::Unauthorized => (Key::UnauthorizedHost, &[]),
        Failure::NoAuthorization(_) => (Key::NothingSent, &[Key::NoAuthorization]),
        Failure::Forbidden(_) => (Key::Forbidden, &[Key::ForbiddenBody]),
        Failure::NotOffered => (Key::NotOffered, &[Key::NotOfferedBody]),
        Failure::Conflict(_) if state.editing.is_some() => (Key::Conflict, &[]),
        Failure::Conflict(_) => (Key::Conflict, &[Key::ConflictBody]),
        Failure::ChangedMeanwhile(now) => {
            (Key::Meanwhile, if now.is_some() { &[Key::MeanwhileBody] } else { &[Key::MeanwhileGone] })
        }
        Failure::Rejected(complaint) if complaint.messages.is_empty() => (Key::Rejected, &[Key::RejectedBody]),
        Failure::Rejected(_) => (Key::Rejected, &[]),
        Failure::RateLimited(..) => (Key::RateLimited, &[Key::RateLimitedBody]),
        Failure::NothingSent => (Key::NothingSent, &[Key::NothingSentBody]),
        Failure::Unread => (Key::Unknown, &[Key::UnknownBody]),
        Failure::NotCreated => (Key::UnknownNot, &[Key::UnknownNotBody]),
        Failure::Several(_) => (Key::UnknownSeveral, &[Key::UnknownSeveralBody]),
        Failure::NotSaved => (Key::NotSaved, &[Key::NotSavedBody]),
        Failure::Blocked(Unanswered::Offline) => (Key::Blocked, &[Key::BlockedOffline]),
        Failure::Blocked(Unanswered::ForbiddenByPolicy) => (Key::Blocked, &[Key::BlockedPolicy]),
        Failure::Blocked(_) => (Key::Blocked, &[Key::BlockedNetwork, Key::BlockedProxy]),
        Failure::Unreadable(_) => (Key::Unreadable, &[Key::UnreadableBody]),
        Failure::UnreadableList(_) => (Key::Unreadable, &[Key::UnreadableBefore]),
    };
    let words = state.words();
    let values = [("url", state.api().base_url())];
    let mut paragraphs = Vec::new();
    for key in body {
        paragraphs.push(words.fill(*key, &values));
    }
    (title, paragraphs)
}
