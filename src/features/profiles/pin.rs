//! Pins the connector version of a profile that is being changed. A pin is a separate request without values of the
//! draft, sent once per click. Afterwards, the list is read again to learn the outcome and the version in use.

use super::{Edit, Profiles, ProfilesFailure};
use crate::profile::{Secret, trim};
use crate::requests::{Failure, parsed, require_success};
use crate::stackone::{Answer, ApiConfig, ConnectorProfile, Request, TransportError, pins};

impl Profiles {
    /// The request that pins the profile to the typed version, or unpins it; `None` if the text is not a valid pin.
    pub fn pin(&mut self, on: bool, id: &str, api: &ApiConfig) -> Option<Request> {
        let target = if on { trim(&self.pinning.typed).to_ascii_lowercase() } else { String::new() };
        if on && !pins::is_pin(&target) {
            self.failed = Some(ProfilesFailure::NoPin);
            return None;
        }
        let request = pins::pin_request(id, on.then_some(&*target), api);
        self.failed = None;
        self.pinning.target = target;
        self.pinning.sent_since_read = true;
        self.pinning.is_sent = true;
        Some(request)
    }

    /// Takes the answer with the versions.
    pub fn versions_answered(&mut self, answer: Result<Answer, TransportError>, secrets: &[Secret]) {
        match require_success(answer, secrets).and_then(|answer| parsed(&answer, secrets, pins::versions)) {
            Ok(versions) => self.pinning.versions = versions,
            Err(failure) => self.say_failed(failure),
        }
    }

    /// Takes the answer to a pin. Returns whether the list has to be read.
    pub fn pin_answered(
        &mut self,
        answer: Result<Answer, TransportError>,
        secrets: &[Secret],
        edit: Option<&mut Edit>,
    ) -> bool {
        match require_success(answer, secrets) {
            Ok(_) => {
                if let Some(Edit { opened, .. }) = edit {
                    opened.pin.clone_from(&self.pinning.target);
                    // The list will tell which version this is.
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

    /// Takes the outcome of a pin from the list. Updates the opened profile, so that a pin does not count as a change
    /// by someone else.
    pub(super) fn take_pin(&mut self, known: &[ConnectorProfile], edit: Option<&mut Edit>) {
        let sent = std::mem::take(&mut self.pinning.is_sent);
        let sent_since_read = std::mem::take(&mut self.pinning.sent_since_read);
        let Some(Edit { opened, .. }) = edit else { return };
        let mut failure = Some(Failure::ChangedMeanwhile(None));
        if let Some(now) = known.iter().find(|known| known.id == opened.id) {
            opened.version.clone_from(&now.version);
            opened.pin.clone_from(&now.pin);
            if sent_since_read && now.looks_like(opened) {
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

    /// Shows why a read failed, unless a failure is shown already.
    fn say_failed(&mut self, failure: Failure) {
        self.failed.get_or_insert(ProfilesFailure::Unread(failure));
    }
}
