//! The view of the link that connects an account to the profile.

use std::rc::Rc;

use super::{LinkPhase, Linking};
use crate::components::CopyView;
use crate::i18n::TextKey;
use crate::requests::{Failure, InWords};
use crate::stackone::answer::is_web_page;

/// The link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView {
    /// The caller's own id of the account's owner.
    pub owner_id: String,
    /// The owner's name.
    pub owner_name: String,
    /// The label of the account.
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

/// What the view of the link needs to know of the rest.
#[derive(Debug)]
pub struct LinkContext<'a> {
    /// How failures are told.
    pub in_words: InWords<'a>,
    /// Seconds since 1970.
    pub now: u64,
    /// Whether the fields take no text now.
    pub readonly: bool,
    /// Whether the guide can help where linking fails.
    pub can_troubleshoot: bool,
    /// What StackOne's support needs.
    pub bundle: Option<Rc<CopyView>>,
    /// The link in its box, once there is one.
    pub link: Option<Rc<CopyView>>,
}

impl Linking {
    /// The link.
    pub fn view(&self, context: LinkContext<'_>) -> LinkView {
        LinkView {
            owner_id: self.owner_id.clone(),
            owner_name: self.owner_name.clone(),
            label: self.label.clone(),
            readonly: context.readonly,
            busy: matches!(self.phase, LinkPhase::Asked),
            message: self.message(context.in_words),
            bundle: context.bundle.filter(|_| matches!(self.phase, LinkPhase::Failed(_))),
            ready: context.link.map(|link| (link, self.works(context.in_words, context.now))),
            can_troubleshoot: context.can_troubleshoot,
        }
    }

    /// How long the link works, in words.
    pub fn works(&self, in_words: InWords<'_>, now: u64) -> String {
        in_words.words.fill(TextKey::LinkReadyHint, &[("minutes", &self.left(now).div_ceil(60).to_string())])
    }

    /// Why there is no link.
    pub fn message(&self, in_words: InWords<'_>) -> Option<String> {
        let words = in_words.words;
        match &self.phase {
            LinkPhase::Unnamed => Some(words.get(TextKey::LinkUnnamed).to_owned()),
            LinkPhase::Failed(failure) => Some(words.fill(TextKey::LinkFailed, &[("why", &why(in_words, failure))])),
            LinkPhase::Expired => Some(words.get(TextKey::LinkExpired).to_owned()),
            LinkPhase::Offered | LinkPhase::Asked | LinkPhase::Ready(..) => None,
        }
    }
}

fn why(in_words: InWords<'_>, failure: &Failure) -> String {
    match failure {
        Failure::UnreadableList(came) if !is_web_page(came) => in_words.words.get(TextKey::LinkUnreadable).to_owned(),
        _ => in_words.brief(failure),
    }
}
