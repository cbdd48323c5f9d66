//! The result: what stands in StackOne now.

use std::rc::Rc;

use crate::app::view::View;
use crate::features::link_account::view::LinkView;
use crate::features::submit::How;
use crate::features::submit::Phase;
use crate::i18n::TextKey;

/// The result to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneView {
    /// Heading.
    pub title: TextKey,
    /// What it means.
    pub body: TextKey,
    /// Facts, each with its name.
    pub facts: Rc<[(TextKey, String)]>,
    /// The link with which an account is linked.
    pub link: Rc<LinkView>,
    /// Words of the button that leads away.
    pub another: TextKey,
}

impl View<'_> {
    /// The result, once there is one; it takes the place of the form.
    pub fn done(&self) -> Option<DoneView> {
        let Phase::Done(done) = &self.state.phase else { return None };
        let (title, body) = match done.how {
            How::Created => (TextKey::DoneTitle, TextKey::DoneBody),
            How::Found => (TextKey::DoneTitle, TextKey::DoneCompared),
            How::Changed => (TextKey::SavedTitle, TextKey::SavedBody),
            How::Listed => (TextKey::ListedTitle, TextKey::ListedBody),
        };
        let profile = &done.profile;
        let environment = match profile.environment.as_str() {
            "production" => self.words().get(TextKey::Production),
            "sandbox" => self.words().get(TextKey::Sandbox),
            other => other,
        };
        let mut facts = Vec::new();
        for (key, value) in [
            (TextKey::DoneName, profile.name.as_str()),
            (TextKey::DoneId, &profile.id),
            (TextKey::DoneEnvironment, environment),
            (TextKey::DoneWhen, &readable_time(&profile.created_at)),
        ] {
            if !value.is_empty() {
                facts.push((key, value.to_owned()));
            }
        }
        let another = if self.state.is_changing() { TextKey::ProfilesOpen } else { TextKey::DoneAnother };
        Some(DoneView { title, body, facts: facts.into(), link: Rc::new(self.link()), another })
    }
}

/// `2026-11-23T16:45:09.000Z` → `2026-11-23 16:45 UTC`; anything else stays as it is.
pub(crate) fn readable_time(text: &str) -> String {
    match (text.get(..10), text.get(10..11), text.get(11..16), text.ends_with('Z')) {
        (Some(day), Some("T"), Some(minute), true) => format!("{day} {minute} UTC"),
        _ => text.to_owned(),
    }
}
