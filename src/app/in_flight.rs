//! Sends requests and routes their answers. A request has a number and a purpose; its answer goes to the code that
//! waits for it. Failed reads are repeated only here.

use crate::app::purpose::{ListReason, Listed, Listing, Purpose};
use crate::app::{Authorize, Effect, State};
use crate::features::submit::Phase;
use crate::requests::Failure;
use crate::requests::{Pending, RequestId, list_page, redacted, retry_delay};
use crate::stackone::actions::Catalogue;
use crate::stackone::authorization::basic;
use crate::stackone::{Answer, Auth, ConnectorProfile, Page, Request, TransportError, pins};

impl State {
    /// Starts reading the list of profiles.
    pub(crate) fn read_list(&mut self, reason: ListReason, effects: &mut Vec<Effect>) {
        self.read(Purpose::List(reason, Listing::first(0)), effects);
    }

    /// Whether the list is being read for this reason.
    pub fn reads_list(&self, reason: ListReason) -> bool {
        self.requests.awaits(|purpose| matches!(purpose, Purpose::List(known, _) if *known == reason))
    }

    /// Whether the actions are being read.
    pub fn reads_actions(&self) -> bool {
        self.requests.awaits(|purpose| matches!(purpose, Purpose::Actions))
    }

    /// Whether the versions of the connector are being read.
    pub fn reads_versions(&self) -> bool {
        self.requests.awaits(|purpose| matches!(purpose, Purpose::Versions))
    }

    /// Sends a read.
    pub(crate) fn read(&mut self, purpose: Purpose, effects: &mut Vec<Effect>) {
        self.read_after(0, purpose, 0, effects);
    }

    fn read_after(&mut self, delay_ms: u32, purpose: Purpose, retries: u8, effects: &mut Vec<Effect>) {
        if let Some(request) = self.request_for(&purpose) {
            self.send_after(delay_ms, purpose, retries, request, effects);
        }
    }

    /// The request for a read; `None` for a write, and if there is nothing left to read.
    fn request_for(&self, purpose: &Purpose) -> Option<Request> {
        match purpose {
            Purpose::List(_, listing) => Some(Page::request(listing.page, self.api())),
            Purpose::Actions => Some(Catalogue::request(self.picker.next.as_deref(), self.api())),
            Purpose::Versions => self.opened().map(|opened| pins::versions_request(&opened.id, self.api())),
            Purpose::Write | Purpose::Link | Purpose::Watch | Purpose::Pin => None,
        }
    }

    /// Sends a request that is never repeated automatically.
    pub(crate) fn write(&mut self, purpose: Purpose, request: Request, effects: &mut Vec<Effect>) {
        self.send_after(0, purpose, 0, request, effects);
    }

    fn send_after(
        &mut self,
        delay_ms: u32,
        purpose: Purpose,
        retries: u8,
        request: Request,
        effects: &mut Vec<Effect>,
    ) {
        let authorize = match self.api().auth {
            Auth::ApiKey => Authorize::Value(basic(&self.form.api_key)),
            Auth::Host => Authorize::Host,
            Auth::None => Authorize::Nobody,
        };
        let secrets = [self.form.draft.client_secret.clone(), self.form.api_key.clone()];
        let id = self.requests.send(Pending::new(purpose, retries, secrets), &request);
        effects.push(Effect::Send { id, request, authorize, delay_ms, timeout_ms: self.api().timeout_ms() });
    }

    /// Takes an answer.
    pub(crate) fn answered(
        &mut self,
        id: RequestId,
        answer: Result<Answer, TransportError>,
        effects: &mut Vec<Effect>,
    ) {
        // Ignores answers of forgotten requests.
        if let Some(Pending { purpose, retries, .. }) = self.requests.answered(id, &answer) {
            // Redacted before anything else reads it, so that no secret can reach the screen.
            let answer = redacted(answer, self.requests.secrets());
            match retry_delay(&answer, retries).filter(|_| self.request_for(&purpose).is_some()) {
                Some(delay_ms) => self.read_after(delay_ms, purpose, retries + 1, effects),
                None => self.interpret(purpose, answer, effects),
            }
            self.requests.settle();
        }
    }

    fn interpret(&mut self, purpose: Purpose, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        match purpose {
            Purpose::List(reason, listing) => match list_page(answer, listing.page, self.requests.secrets()) {
                Ok(page) => match listing.add_page(page) {
                    Listed::Next(listing) => self.read(Purpose::List(reason, listing), effects),
                    Listed::Last(listing) => match self.pause_for(reason, &listing) {
                        Some(delay_ms) => {
                            let again = Purpose::List(reason, Listing::first(listing.rereads + 1));
                            self.read_after(delay_ms, again, 0, effects);
                        }
                        None => self.list_read(reason, listing.found, effects),
                    },
                },
                Err(failure) => self.list_unread(reason, failure, effects),
            },
            Purpose::Actions => self.actions_answered(answer, effects),
            Purpose::Versions => self.profiles.versions_answered(answer, self.requests.secrets()),
            Purpose::Write => self.write_answered(answer, effects),
            Purpose::Link => self.link_answered(answer, effects),
            Purpose::Watch => self.link_watched(answer, effects),
            Purpose::Pin => self.pin_answered(answer, effects),
        }
    }

    fn list_read(&mut self, reason: ListReason, found: Vec<ConnectorProfile>, effects: &mut Vec<Effect>) {
        self.known = found;
        match reason {
            ListReason::Names => {}
            ListReason::Show => self.profiles_read(effects),
            ListReason::Check => {
                self.submission.phase = Phase::Editing;
                // The recheck of the last create ends before another create is sent: later profiles may come from the
                // new one.
                self.requests.forget(|purpose| matches!(purpose, Purpose::List(ListReason::Recheck, _)));
                self.submission.conclude_recheck(&mut self.known);
                self.after_list(effects);
            }
            ListReason::Compare => {
                let outputs = self.submission.compared(&self.known);
                self.run_submit_outputs(outputs, effects);
            }
            ListReason::Recheck => self.submission.conclude_recheck(&mut self.known),
        }
    }

    fn list_unread(&mut self, reason: ListReason, failure: Failure, effects: &mut Vec<Effect>) {
        match reason {
            ListReason::Names => {}
            ListReason::Show => self.profiles.list_unread(failure),
            ListReason::Check => self.fail(failure, effects),
            ListReason::Compare => {
                let outputs = self.submission.not_compared();
                self.run_submit_outputs(outputs, effects);
            }
            // The list before the next create (`ListReason::Check`) concludes the recheck.
            ListReason::Recheck => {}
        }
    }
}
