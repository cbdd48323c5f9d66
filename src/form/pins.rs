//! The version of the connector, while a profile of the list is changed: which there are, and the pin. A pin is a
//! request of its own, apart from the changes: nothing of the draft goes with it, and it is sent once for a click. What
//! became of it, and which version is in use now, the list tells, which is read again afterwards.

use super::answers::{got, parsed, pause};
use super::{Effect, Failure, Phase, ProfilesFailure, State};
use crate::profile::trim;
use crate::stackone::{Answer, ConnectorProfile, ProfileFlags, TransportError, pins};

/// What is known of the versions.
#[derive(Clone, Debug, Default)]
pub struct Pinning {
    /// The pin as typed.
    pub typed: String,
    /// Versions that StackOne lists.
    pub versions: Vec<String>,
    /// Number of the request for them that is out, and how often it was sent again.
    pub asked: Option<(u32, u8)>,
    /// Number of the request that pins or unpins, until the list was read after it.
    pub sent: Option<u32>,
    /// What it pins to; empty where it unpins.
    target: String,
    /// Whether one was sent since the list was read.
    untold: bool,
}

impl State {
    /// Begins to change a profile that exists.
    pub(super) fn open_profile(&mut self, profile: ConnectorProfile) {
        self.profiles.flags = ProfileFlags::of(&profile);
        self.profiles.allows_all = false;
        self.pinning = Pinning { typed: profile.pin.clone(), ..Pinning::default() };
        self.editing = Some(profile);
        self.phase = Phase::Editing;
    }

    /// Asks for the versions, and for the list, which tells what is in use.
    pub(super) fn ask_versions(&mut self, effects: &mut Vec<Effect>) {
        self.read_profiles(effects);
        if self.profiles.reading.is_some() && self.pinning.asked.is_none() {
            // The list may be out since before.
            self.profiles.failed = None;
            self.read_versions(0, 0, effects);
        }
    }

    fn read_versions(&mut self, delay_ms: u32, retries: u8, effects: &mut Vec<Effect>) {
        if let Some(editing) = &self.editing {
            let request = pins::request("GET", &editing.id, "", self.api());
            self.pinning.asked = Some((self.send_after(delay_ms, request, effects), retries));
        }
    }

    /// Pins to what is typed, or unpins.
    pub(super) fn pin(&mut self, on: bool, effects: &mut Vec<Effect>) {
        let waits = self.is_changing() && !self.is_busy() && !self.is_done();
        let Some(id) = self.editing.as_ref().filter(|_| waits).map(|editing| editing.id.clone()) else { return };
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
            self.profiles.reading = None;
            self.pinning.target = pin;
            self.pinning.untold = true;
            self.pinning.sent = Some(self.send(request, effects));
        }
    }

    /// Takes the answer, if it is one that is waited for.
    pub(super) fn pin_answered(
        &mut self,
        seq: u32,
        answer: &Result<Answer, TransportError>,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let asked = self.pinning.asked.take_if(|(asked, _)| *asked == seq);
        if asked.is_none() && self.pinning.sent != Some(seq) {
            return false;
        }
        if let Some((_, retries)) = asked
            && let Some(delay_ms) = pause(answer, retries)
        {
            self.read_versions(delay_ms, retries + 1, effects);
            return true;
        }
        let outcome = got(answer.clone(), &self.sent_secrets);
        if asked.is_some() {
            match outcome.and_then(|answer| parsed(&answer, &self.sent_secrets, pins::versions)) {
                Ok(versions) => self.pinning.versions = versions,
                Err(failure) => self.say_failed(failure),
            }
            return true;
        }
        match outcome {
            Ok(_) => {
                if let Some(editing) = &mut self.editing {
                    editing.pin.clone_from(&self.pinning.target);
                    // Which one that is, the list tells.
                    editing.version.clear();
                }
            }
            Err(Failure::ListUnavailable | Failure::Blocked(_)) => {
                self.profiles.failed = Some(ProfilesFailure::Pin(Failure::NotSaved));
            }
            Err(failure) => {
                self.pinning.sent = None;
                self.say_failed(failure);
                return true;
            }
        }
        self.profiles.reading = Some(self.list(1, Vec::new(), effects));
        true
    }

    /// The list is read while a profile of it is changed: what a pin made of that is no change by somebody else.
    /// Whatever was answered to a pin, the list tells what became of it.
    pub(super) fn take_pin(&mut self) {
        let sent = self.pinning.sent.take().is_some();
        let untold = std::mem::take(&mut self.pinning.untold);
        let Some(opened) = &mut self.editing else { return };
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
