//! The version of the connector, while a profile of the list is changed: which there are, and the pin. A pin is a
//! request of its own, apart from the changes: nothing of the draft goes with it, and it is sent once for a click. What
//! became of it, and which version is in use now, the list tells, which is read again afterwards.

use crate::app::{Edit, Effect, ListReason, Purpose, State};
use crate::features::profiles::ProfilesFailure;
use crate::profile::trim;
use crate::requests::Failure;
use crate::requests::{got, parsed};
use crate::stackone::{Answer, TransportError, pins};

impl State {
    /// Asks for the versions, and for the list, which tells what is in use.
    pub(crate) fn ask_versions(&mut self, effects: &mut Vec<Effect>) {
        self.read_profiles(effects);
        if self.reads_list(ListReason::Show) && !self.reads_versions() {
            // The list may be out since before.
            self.profiles.failed = None;
            self.read(Purpose::Versions, effects);
        }
    }

    /// Pins to what is typed, or unpins.
    pub(crate) fn pin(&mut self, on: bool, effects: &mut Vec<Effect>) {
        let waits = self.is_changing() && !self.is_busy() && !self.is_done();
        let Some(id) = self.opened().filter(|_| waits).map(|opened| opened.id.clone()) else { return };
        if self.needs_key(effects) {
            return;
        }
        let pin = if on { trim(&self.pinning.typed).to_ascii_lowercase() } else { String::new() };
        self.profiles.failed = None;
        if on && !pins::is_pin(&pin) {
            self.profiles.failed = Some(ProfilesFailure::NoPin);
        } else {
            let request = pins::request(if on { "PUT" } else { "DELETE" }, &id, &pin, self.api());
            // A list that was asked for before does not tell of it.
            self.requests.forget(|purpose| matches!(purpose, Purpose::List(ListReason::Show, _)));
            self.pinning.target = pin;
            self.pinning.untold = true;
            self.pinning.is_sent = true;
            self.write(Purpose::Pin, request, effects);
        }
    }

    /// The versions were answered, or were not.
    pub(crate) fn versions_answered(&mut self, answer: Result<Answer, TransportError>) {
        let secrets = self.requests.secrets();
        match got(answer, secrets).and_then(|answer| parsed(&answer, secrets, pins::versions)) {
            Ok(versions) => self.pinning.versions = versions,
            Err(failure) => self.say_failed(failure),
        }
    }

    /// The pin was answered, or was not.
    pub(crate) fn pin_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        match got(answer, self.requests.secrets()) {
            Ok(_) => {
                if let Some(Edit { opened, .. }) = self.mode.edit_mut() {
                    opened.pin.clone_from(&self.pinning.target);
                    // Which one that is, the list tells.
                    opened.version.clear();
                }
            }
            Err(Failure::ListUnavailable | Failure::Blocked(_)) => {
                self.profiles.failed = Some(ProfilesFailure::Pin(Failure::NotSaved));
            }
            Err(failure) => {
                self.pinning.is_sent = false;
                return self.say_failed(failure);
            }
        }
        self.read_list(ListReason::Show, effects);
    }

    /// The list is read while a profile of it is changed: what a pin made of that is no change by somebody else.
    /// Whatever was answered to a pin, the list tells what became of it.
    pub(crate) fn take_pin(&mut self) {
        let sent = std::mem::take(&mut self.pinning.is_sent);
        let untold = std::mem::take(&mut self.pinning.untold);
        let Some(Edit { opened, .. }) = self.mode.edit_mut() else { return };
        let mut failure = Some(Failure::ChangedMeanwhile(None));
        if let Some(now) = self.known.iter().find(|known| known.id == opened.id) {
            opened.version.clone_from(&now.version);
            opened.pin.clone_from(&now.pin);
            if untold && now.looks_like(opened) {
                opened.updated_at.clone_from(&now.updated_at);
            }
            failure = (now.pin != self.pinning.target).then_some(Failure::NotSaved);
        }
        if sent {
            if failure.is_none() {
                self.pinning.typed.clone_from(&self.pinning.target);
            }
            self.profiles.failed = failure.map(ProfilesFailure::Pin);
        }
    }
}
