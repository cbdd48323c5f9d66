//! The view model of the connection.

use std::rc::Rc;

use super::{LinkPhase, Linking, SignIn, Source};
use crate::components::CopyView;
use crate::i18n::TextKey;
use crate::profile::{Secret, trim};
use crate::requests::{Failure, InWords};
use crate::salesforce;
use crate::stackone::UnixTime;
use crate::stackone::answer::is_web_page;

/// The card that connects an account.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView {
    /// The state of the sign-in.
    pub sign_in: SignIn,
    /// The heading.
    pub title: String,
    /// The text below the heading.
    pub body: TextKey,
    /// The note that the app may not be active yet.
    pub activating: Option<String>,
    /// The link of the session.
    pub href: Option<Unshown>,
    /// The label of the main button.
    pub main: TextKey,
    /// Whether a session is being requested.
    pub busy: bool,
    /// Whether the fields are read-only.
    pub readonly: bool,
    /// The owner's id in the person's own system, and the owner's name.
    pub owner: [String; 2],
    /// Whether the id is missing, and whether the name is.
    pub lacks: [bool; 2],
    /// The label of the account.
    pub label: String,
    /// Whether the fields are open.
    pub opens_details: bool,
    /// Why there is no session.
    pub message: Option<String>,
    /// The details for StackOne's support, if the request failed.
    pub bundle: Option<Rc<CopyView>>,
    /// Whether there is a link to send to someone else.
    pub can_share: bool,
    /// The link to send to someone else, and how long it works.
    pub shared: Option<(Rc<CopyView>, String)>,
    /// Whether help is offered: someone may have tried to connect.
    pub offers_help: bool,
    /// The text in the field for an error, while the field is shown.
    pub pasted: Option<Unshown>,
    /// Whether the remedy for Salesforce's error is a change of the profile, and the profile can be changed here.
    pub can_update: bool,
    /// The ids of the profile and of the account.
    pub ids: Rc<[Rc<CopyView>]>,
}

/// A text that `Debug` does not print, such as a link that connects an account. It compares by identity.
#[derive(Clone, Debug)]
pub struct Unshown(pub Secret);

impl PartialEq for Unshown {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&other.0)
    }
}

/// The context for the view model of the connection.
#[derive(Debug)]
pub struct LinkContext<'a> {
    /// The context for rendering failures as text.
    pub in_words: InWords<'a>,
    /// The current time.
    pub now: UnixTime,
    /// Whether the fields are read-only.
    pub readonly: bool,
    /// The host where the org signs in, if known.
    pub host: Option<&'a str>,
    /// The maximum number of minutes until the app is active; `None` if it is.
    pub activating: Option<u64>,
    /// Whether the remedy for Salesforce's error is a change of the profile.
    pub can_update: bool,
    /// The details for StackOne's support.
    pub bundle: Option<Rc<CopyView>>,
    /// The link in its box, if there is one.
    pub link: Option<Rc<CopyView>>,
    /// The ids of the profile and of the account, in their boxes.
    pub ids: Rc<[Rc<CopyView>]>,
}

impl Linking {
    /// The view model.
    pub fn view(&self, context: LinkContext<'_>) -> LinkView {
        let words = context.in_words.words;
        let host = context.host.unwrap_or(salesforce::NAME);
        let (title, body) = self.title_and_body();
        let minutes = context.activating.filter(|_| matches!(self.sign_in, SignIn::Offered | SignIn::Refused));
        let unnamed = matches!(self.phase, LinkPhase::Unnamed);
        LinkView {
            sign_in: self.sign_in.clone(),
            title: words.fill(title, &[("host", host)]),
            body,
            activating: minutes
                .map(|minutes| words.fill(TextKey::LinkActivating, &[("minutes", &minutes.to_string())])),
            href: self.session().map(|session| Unshown(session.link.clone())),
            main: self.main(),
            busy: matches!(self.phase, LinkPhase::Asked),
            readonly: context.readonly,
            owner: [self.owner.id.clone(), self.owner.name.clone()],
            lacks: [&self.owner.id, &self.owner.name].map(|text| unnamed && trim(text).is_empty()),
            label: self.label.clone(),
            opens_details: self.opens_details,
            message: self.message(context.in_words),
            bundle: context.bundle.filter(|_| matches!(self.phase, LinkPhase::Failed(_))),
            can_share: self.session().is_some(),
            shared: context.link.filter(|_| self.shares).map(|link| (link, self.works(context.in_words, context.now))),
            offers_help: self.tried,
            pasted: self.helps.then(|| Unshown(self.pasted.clone())),
            can_update: context.can_update,
            ids: context.ids,
        }
    }

    fn title_and_body(&self) -> (TextKey, TextKey) {
        match self.sign_in {
            SignIn::Offered => (TextKey::LinkTitle, TextKey::LinkBody),
            SignIn::Waiting if self.source == Source::Person => (TextKey::LinkWaiting, TextKey::LinkWaitingBlind),
            SignIn::Waiting => (TextKey::LinkWaiting, TextKey::LinkWaitingBody),
            SignIn::Asking => (TextKey::LinkAsking, TextKey::LinkAskingBody),
            SignIn::Connected(_) => (TextKey::LinkConnected, TextKey::LinkConnectedBody),
            SignIn::Refused => (TextKey::LinkRefused, TextKey::LinkRefusedBody),
            SignIn::Cancelled => (TextKey::LinkCancelled, TextKey::LinkCancelledBody),
            SignIn::Expired => (TextKey::LinkExpired, TextKey::LinkExpiredBody),
        }
    }

    fn main(&self) -> TextKey {
        match (&self.phase, &self.sign_in) {
            (_, SignIn::Connected(_)) => TextKey::LinkAnother,
            (LinkPhase::Asked, _) => TextKey::LinkMaking,
            (LinkPhase::Failed(_), _) | (_, SignIn::Refused | SignIn::Cancelled | SignIn::Expired) => {
                TextKey::LinkAgain
            }
            (_, SignIn::Waiting | SignIn::Asking) => TextKey::LinkReopen,
            (_, SignIn::Offered) => TextKey::LinkOpen,
        }
    }

    /// How long the link works, as text.
    pub fn works(&self, in_words: InWords<'_>, now: UnixTime) -> String {
        in_words.words.fill(TextKey::LinkReadyHint, &[("minutes", &self.left(now).div_ceil(60).to_string())])
    }

    /// Why there is no session, as text.
    pub fn message(&self, in_words: InWords<'_>) -> Option<String> {
        match &self.phase {
            LinkPhase::Failed(failure) => {
                Some(in_words.words.fill(TextKey::LinkFailed, &[("why", &why(in_words, failure))]))
            }
            _ => None,
        }
    }
}

fn why(in_words: InWords<'_>, failure: &Failure) -> String {
    match failure {
        Failure::UnreadableList(came) if !is_web_page(came) => in_words.words.get(TextKey::LinkUnreadable).to_owned(),
        _ => in_words.brief(failure),
    }
}
