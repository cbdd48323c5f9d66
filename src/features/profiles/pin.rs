//! The pin, while a profile of the list is changed. It is a request of its own, apart from the changes: nothing of the
//! draft goes with it, and it is sent once for a click. What became of it, and which version is in use now, the list
//! tells, which is read again afterwards.

use super::{Edit, Profiles, ProfilesFailure};
use crate::profile::{Secret, trim};
use crate::requests::{Failure, got, parsed};
use crate::stackone::{Answer, ApiConfig, ConnectorProfile, Request, TransportError, pins};

impl Profiles {
    /// The request that pins the profile of this id to what is typed, or unpins it; `None` where that is no pin.
    pub fn pin(&mut self, on: bool, id: &str, api: &ApiConfig) -> Option<Request> {
        let target = if on { trim(&self.pinning.typed).to_ascii_lowercase() } else { String::new() };
        if on && !pins::is_pin(&target) {
            self.failed = Some(ProfilesFailure::NoPin);
            return None;
        }
        let request = pins::request(if on { "PUT" } else { "DELETE" }, id, &target, api);
        self.failed = None;
        self.pinning.target = target;
        self.pinning.untold = true;
        self.pinning.is_sent = true;
        Some(request)
    }

    /// The versions were answered, or were not.
    pub fn versions_answered(&mut self, answer: Result<Answer, TransportError>, secrets: &[Secret]) {
        match got(answer, secrets).and_then(|answer| parsed(&answer, secrets, pins::versions)) {
            Ok(versions) => self.pinning.versions = versions,
            Err(failure) => self.say_failed(failure),
        }
    }

    /// The pin was answered, or was not. Says whether the list has to be read.
    pub fn pin_answered(
        &mut self,
        answer: Result<Answer, TransportError>,
        secrets: &[Secret],
        edit: Option<&mut Edit>,
    ) -> bool {
        match got(answer, secrets) {
            Ok(_) => {
                if let Some(Edit { opened, .. }) = edit {
                    opened.pin.clone_from(&self.pinning.target);
                    // The list tells which one that is.
                    opened.version.clear();
                }
            }
            Err(Failure::ListUnavailable | Failure::Blocked(_)) => {
                self.failed = Some(ProfilesFailure::Pin(Failure::NotSaved));
            }
            Err(failure) => {
                self.pinning.is_sent = false;
                self.say_failed(failure);
                return false;
            }
        }
        true
    }

    /// The list is read while a profile of it is changed: what a pin made of that is no change by others. Whatever was
    /// answered to a pin, the list tells what became of it.
    pub(super) fn take_pin(&mut self, known: &[ConnectorProfile], edit: Option<&mut Edit>) {
        let sent = std::mem::take(&mut self.pinning.is_sent);
        let untold = std::mem::take(&mut self.pinning.untold);
        let Some(Edit { opened, .. }) = edit else { return };
        let mut failure = Some(Failure::ChangedMeanwhile(None));
        if let Some(now) = known.iter().find(|known| known.id == opened.id) {
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
            self.failed = failure.map(ProfilesFailure::Pin);
        }
    }

    /// Says why something could not be read, unless there is more to say.
    fn say_failed(&mut self, failure: Failure) {
        self.failed.get_or_insert(ProfilesFailure::Unread(failure));
    }
}
