//! Reads how the sign-in ended, every two seconds while the page is visible: from the session or, if StackOne does not
//! offer that, from the owner's accounts. If neither is offered, asks the person.

use super::{LinkPhase, LinkedTo, Linking, Output, SignIn, Source};
use crate::profile::{Secret, trim};
use crate::requests::{Failure, require_success};
use crate::stackone::connect_session::progress_request;
use crate::stackone::{Answer, Progress, TransportError, UnixTime, accounts};

/// The pause between an answer and the next request, in milliseconds.
const POLL_PAUSE_MS: u32 = 2000;

/// The meaning of an answer.
enum Reading {
    /// The progress of the sign-in.
    Progress(Progress),
    /// No news. The next request follows after this time, in milliseconds.
    Later(u32),
    /// StackOne does not offer this source.
    NotOffered,
}

impl Linking {
    /// Requests the progress of the sign-in.
    pub(super) fn watch(&mut self, to: LinkedTo<'_>) -> Vec<Output> {
        let Some(session) = self.session() else { return Vec::new() };
        if session.id.is_none() && self.source == Source::Session {
            self.source = Source::Accounts(None);
        }
        vec![match (&self.source, self.session().and_then(|session| session.id.as_deref())) {
            (Source::Session, Some(id)) => Output::Watch(progress_request(id, to.api)),
            (Source::Session | Source::Accounts(_), _) => {
                Output::Watch(accounts::request(trim(&self.owner.id), to.api))
            }
            (Source::Person, _) => Output::AwaitPage { ms: POLL_PAUSE_MS, focused: true },
        }]
    }

    /// Continues once the page is visible.
    pub(super) fn page_seen(&mut self, now: UnixTime, to: LinkedTo<'_>) -> Vec<Output> {
        if self.session().is_some() && self.left(now) == 0 {
            return self.expire();
        }
        match (&self.phase, &self.source) {
            (LinkPhase::Expired, _) => vec![self.ask(to, false)],
            (LinkPhase::Ready(..), Source::Person) if self.sign_in == SignIn::Waiting => {
                self.sign_in = SignIn::Asking;
                Vec::new()
            }
            (LinkPhase::Ready(..), Source::Session | Source::Accounts(_)) if self.is_watched() => self.watch(to),
            _ => Vec::new(),
        }
    }

    /// Takes the answer with the progress.
    pub fn watched(
        &mut self,
        answer: Result<Answer, TransportError>,
        secrets: &[Secret],
        to: LinkedTo<'_>,
    ) -> Vec<Output> {
        if !self.is_watched() {
            return Vec::new();
        }
        match self.read(answer, secrets, to) {
            Reading::Progress(Progress::Pending) => vec![Output::AwaitPage { ms: POLL_PAUSE_MS, focused: false }],
            Reading::Later(ms) => vec![Output::AwaitPage { ms, focused: false }],
            Reading::NotOffered => {
                self.source = match self.source {
                    Source::Session => Source::Accounts(None),
                    Source::Accounts(_) | Source::Person => Source::Person,
                };
                self.watch(to)
            }
            Reading::Progress(Progress::Linked(account)) => self.connected(account),
            Reading::Progress(Progress::Refused { error, description }) => {
                let both = if error.is_empty() || description.is_empty() { "" } else { ": " };
                let said = Secret::new([&*error, both, &description].concat());
                self.end(SignIn::Refused, said, to)
            }
            Reading::Progress(Progress::Cancelled) => self.end(SignIn::Cancelled, Secret::default(), to),
            Reading::Progress(Progress::Expired) => self.end(SignIn::Expired, Secret::default(), to),
        }
    }

    fn read(&mut self, answer: Result<Answer, TransportError>, secrets: &[Secret], to: LinkedTo<'_>) -> Reading {
        let body = match require_success(answer, secrets) {
            Ok(answer) => answer.body,
            Err(Failure::RateLimited { seconds, .. }) => {
                return Reading::Later((seconds as u32).saturating_mul(1000).max(POLL_PAUSE_MS));
            }
            Err(Failure::ListUnavailable | Failure::Blocked(_) | Failure::NoAuthorization(_)) => {
                return Reading::Later(POLL_PAUSE_MS);
            }
            Err(_) => return Reading::NotOffered,
        };
        match &mut self.source {
            Source::Session => Progress::read(&body).map_or(Reading::NotOffered, Reading::Progress),
            Source::Accounts(before) => match accounts::ids(&body, to.profile) {
                None => Reading::NotOffered,
                Some(now) => {
                    let known = before.get_or_insert_with(|| now.clone());
                    let new = now.into_iter().find(|id| !known.contains(id));
                    Reading::Progress(new.map_or(Progress::Pending, |id| Progress::Linked(Some(id))))
                }
            },
            Source::Person => Reading::NotOffered,
        }
    }

    /// Records that an account is connected.
    pub(super) fn connected(&mut self, account: Option<String>) -> Vec<Output> {
        self.sign_in = SignIn::Connected(account.clone());
        self.phase = LinkPhase::Offered;
        self.shares = false;
        self.clear_help();
        let over = Output::Explain(Secret::default());
        vec![Output::Forget, Output::ForgetCopy, over, Output::Linked(account), Output::FocusOutcome]
    }

    /// Records that the sign-in failed. The next one needs a new session.
    fn end(&mut self, sign_in: SignIn, said: Secret, to: LinkedTo<'_>) -> Vec<Output> {
        self.sign_in = sign_in;
        self.shares = false;
        self.clear_help();
        vec![Output::ForgetCopy, Output::Explain(said), self.ask(to, false), Output::FocusOutcome]
    }

    /// Drops an expired session. Another one is requested once the page is visible.
    pub(super) fn expire(&mut self) -> Vec<Output> {
        if self.sign_in == SignIn::Waiting {
            self.sign_in = SignIn::Expired;
        }
        self.phase = LinkPhase::Expired;
        self.shares = false;
        vec![Output::Forget, Output::ForgetCopy, Output::AwaitPage { ms: 0, focused: false }]
    }
}
