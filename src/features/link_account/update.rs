//! Applies messages and answers to the connection.

use super::{LinkMessage, LinkPhase, Linking, Owner, SignIn, Source};
use crate::profile::{Secret, trim};
use crate::requests::{parsed, require_success};
use crate::stackone::{Answer, ApiConfig, ConnectSession, Request, TransportError, UnixTime, connect_session};

/// The profile that an account is connected to.
#[derive(Clone, Copy, Debug)]
pub struct LinkedTo<'a> {
    /// The profile's id.
    pub profile: &'a str,
    /// The configuration of the API.
    pub api: &'a ApiConfig,
}

/// What the app must do for the connection.
#[derive(Debug)]
pub enum Output {
    /// Send this request. [`Linking::answered`] takes the answer.
    Send(Request),
    /// Send this request, unless such a request is in flight. [`Linking::watched`] takes the answer.
    Watch(Request),
    /// Wait this long, and until the page is visible. Then send [`LinkMessage::PageSeen`].
    AwaitPage {
        /// The shortest wait, in milliseconds.
        ms: u32,
        /// Whether the page must have the focus too.
        focused: bool,
    },
    /// Ignore the answers to pending requests.
    Forget,
    /// Reset the *Copied* label, because the link is gone.
    ForgetCopy,
    /// Move the focus to the field for the owner's id.
    FocusOwnerId,
    /// Move the focus to the field for the owner's name.
    FocusOwnerName,
    /// Move the focus to the outcome.
    FocusOutcome,
    /// Start the clock that counts down.
    StartClock,
    /// Explain Salesforce's error. A blank text removes the explanation.
    Explain(Secret),
    /// An account is connected. Its id, if known.
    Linked(Option<String>),
    /// Open the profile for a change.
    UpdateProfile,
}

impl Linking {
    /// Opens the card, when the result is shown. `lacks_key`: whether the API key has to be typed first.
    pub fn open(&mut self, offered: Owner, lacks_key: bool, to: LinkedTo<'_>) -> Vec<Output> {
        if self.owner == Owner::default() {
            self.owner = offered;
        }
        self.phase = LinkPhase::Offered;
        if lacks_key || matches!(self.sign_in, SignIn::Connected(_)) { Vec::new() } else { vec![self.ask(to, false)] }
    }

    /// Applies a message.
    pub fn update(&mut self, msg: LinkMessage, to: LinkedTo<'_>) -> Vec<Output> {
        match msg {
            LinkMessage::OwnerIdEdited(text) => self.retype(|own| own.owner.id = text),
            LinkMessage::OwnerNameEdited(text) => self.retype(|own| own.owner.name = text),
            LinkMessage::LabelEdited(text) => self.retype(|own| own.label = text),
            LinkMessage::DetailsLeft if self.retyped && matches!(self.phase, LinkPhase::Offered) => {
                vec![self.ask(to, false)]
            }
            LinkMessage::DetailsLeft => Vec::new(),
            LinkMessage::Pressed if matches!(self.phase, LinkPhase::Asked) => Vec::new(),
            // The button becomes a link, so it can't keep the focus.
            LinkMessage::Pressed => vec![Output::ForgetCopy, Output::FocusOutcome, self.ask(to, true)],
            LinkMessage::SignInOpened if self.session().is_none() || self.sign_in == SignIn::Waiting => Vec::new(),
            LinkMessage::SignInOpened => {
                self.sign_in = SignIn::Waiting;
                self.tried = true;
                self.clear_help();
                let mut outputs = self.watch(to);
                outputs.push(Output::Explain(Secret::default()));
                outputs
            }
            LinkMessage::PageSeen(wait, now) if wait == self.wait => self.page_seen(now, to),
            LinkMessage::PageSeen(..) => Vec::new(),
            LinkMessage::WaitCancelled => {
                self.sign_in = SignIn::Offered;
                self.clear_help();
                vec![Output::Explain(Secret::default()), Output::FocusOutcome]
            }
            LinkMessage::OutcomeAnswered { worked } if self.sign_in == SignIn::Asking => {
                if worked {
                    return self.connected(None);
                }
                self.sign_in = SignIn::Offered;
                self.helps = true;
                vec![Output::FocusOutcome]
            }
            LinkMessage::OutcomeAnswered { .. } => Vec::new(),
            LinkMessage::ShareToggled => {
                self.shares = !self.shares;
                self.tried = true;
                if self.shares && self.sign_in != SignIn::Waiting { self.watch(to) } else { Vec::new() }
            }
            LinkMessage::HelpToggled => {
                self.helps = !self.helps;
                Vec::new()
            }
            LinkMessage::ErrorPasted(text) => {
                self.pasted = text.clone();
                vec![Output::Explain(text)]
            }
            LinkMessage::UpdatePressed => vec![Output::UpdateProfile],
            LinkMessage::AnotherPressed => {
                (self.sign_in, self.tried) = (SignIn::Offered, false);
                vec![Output::FocusOutcome, self.ask(to, true)]
            }
        }
    }

    /// Edits the owner or the label. A session is valid only for the owner that it was requested for.
    fn retype(&mut self, edit: impl FnOnce(&mut Self)) -> Vec<Output> {
        edit(self);
        (self.retyped, self.opens_details) = (true, true);
        if matches!(self.phase, LinkPhase::Asked) {
            return Vec::new();
        }
        self.phase = LinkPhase::Offered;
        // Nobody watches the session that the earlier owner's sign-in was for.
        if self.sign_in == SignIn::Waiting {
            self.sign_in = SignIn::Offered;
        }
        vec![Output::ForgetCopy]
    }

    /// Requests a session. If the owner's id or name is blank, requests none and, after a press, moves the focus to
    /// that field.
    pub(super) fn ask(&mut self, to: LinkedTo<'_>, pressed: bool) -> Output {
        let (id, name) = (trim(&self.owner.id), trim(&self.owner.name));
        if id.is_empty() || name.is_empty() {
            (self.phase, self.opens_details) = (LinkPhase::Unnamed, true);
            return match pressed {
                true if id.is_empty() => Output::FocusOwnerId,
                true => Output::FocusOwnerName,
                false => Output::ForgetCopy,
            };
        }
        let request = connect_session::request(to.profile, id, name, trim(&self.label), to.api);
        self.retyped = false;
        self.phase = LinkPhase::Asked;
        Output::Send(request)
    }

    /// Takes the answer with a session.
    pub fn answered(
        &mut self,
        answer: Result<Answer, TransportError>,
        secrets: &[Secret],
        to: LinkedTo<'_>,
    ) -> Vec<Output> {
        let session = require_success(answer, secrets)
            .and_then(|answer| Ok((parsed(&answer, secrets, ConnectSession::read)?, answer.now)));
        self.phase = match session {
            _ if self.retyped => LinkPhase::Offered,
            Ok((session, now)) => LinkPhase::Ready(session, now),
            Err(failure) => LinkPhase::Failed(failure),
        };
        // The known accounts belong to the previous session.
        if let Source::Accounts(before) = &mut self.source {
            *before = None;
        }
        if self.session().is_none() {
            return Vec::new();
        }
        let mut outputs = if self.is_watched() { self.watch(to) } else { Vec::new() };
        outputs.push(Output::StartClock);
        outputs
    }

    /// Expires the session if its time is over. Returns whether the clock must continue.
    pub fn clock_read(&mut self, now: UnixTime) -> (bool, Vec<Output>) {
        let left = self.left(now);
        let outputs = if left == 0 && self.session().is_some() { self.expire() } else { Vec::new() };
        (left > 0, outputs)
    }

    /// Drops the session and any pending request for one, because a session is for one profile.
    pub fn withdraw(&mut self) -> Output {
        self.phase = LinkPhase::Closed;
        Output::Forget
    }

    pub(super) fn clear_help(&mut self) {
        self.helps = false;
        self.pasted = Secret::default();
    }
}
