//! Applies messages to the profile list.

use super::{Edit, Profiles, ProfilesFailure, ProfilesMessage};
use crate::requests::Failure;
use crate::stackone::ConnectorProfile;

/// What the app must do for the profile list.
#[derive(Clone, Debug)]
pub enum Output {
    /// Show the list.
    Show,
    /// Show the previous screen.
    Leave,
    /// Read the list.
    Read,
    /// Change this profile.
    Edit(ConnectorProfile),
    /// Copy this profile for a sandbox.
    Duplicate(ConnectorProfile),
    /// Connect an account to this profile.
    LinkAccount(ConnectorProfile),
    /// Show the fields for client ID and secret.
    ReplaceCredentials,
    /// Pin the version of the connector, or unpin it.
    Pin {
        /// True to pin, false to unpin.
        on: bool,
    },
    /// Read the versions, and also the list, which has the version in use.
    ReadVersions,
}

impl Profiles {
    /// Applies a message. `edit` is the current change of a profile, if there is one.
    pub fn update(&mut self, msg: ProfilesMessage, edit: Option<&mut Edit>, busy: bool) -> Option<Output> {
        match msg {
            ProfilesMessage::Toggled => {
                self.shown = !self.shown;
                if self.shown {
                    return Some(Output::Show);
                }
                self.wanted = None;
                Some(Output::Leave)
            }
            ProfilesMessage::ReadPressed => Some(Output::Read),
            ProfilesMessage::SearchEdited(text) => {
                self.search = text;
                self.more = 0;
                None
            }
            ProfilesMessage::MorePressed => {
                self.more += 1;
                None
            }
            ProfilesMessage::ReplaceCredentialsPressed => Some(Output::ReplaceCredentials),
            ProfilesMessage::FlagToggled(flag) => {
                if let Some(edit) = edit {
                    edit.flags.toggle(flag);
                }
                None
            }
            ProfilesMessage::VersionsPressed => Some(Output::ReadVersions),
            _ if busy => None,
            ProfilesMessage::EditPressed(profile) => Some(Output::Edit(profile)),
            ProfilesMessage::DuplicatePressed(profile) => Some(Output::Duplicate(profile)),
            ProfilesMessage::LinkPressed(profile) => Some(Output::LinkAccount(profile)),
            ProfilesMessage::PinPressed { on } => Some(Output::Pin { on }),
            ProfilesMessage::PinEdited(text) => {
                self.pinning.typed = text;
                None
            }
        }
    }

    /// Takes the list. Returns the profile that the host page wants to open, if it is waiting and `ready`.
    pub fn list_read(
        &mut self,
        known: &[ConnectorProfile],
        edit: Option<&mut Edit>,
        ready: bool,
    ) -> Option<ConnectorProfile> {
        self.read = true;
        self.take_pin(known, edit);
        let id = self.wanted.take_if(|_| ready)?;
        let found = known.iter().find(|known| known.id == id).cloned();
        if found.is_none() {
            self.failed = Some(ProfilesFailure::Gone(id));
        }
        found
    }

    /// Takes a failure to read the list.
    pub fn list_unread(&mut self, failure: Failure) {
        let pinned = std::mem::take(&mut self.pinning.is_sent);
        let why = if pinned { ProfilesFailure::UnreadAfterPin } else { ProfilesFailure::Unread };
        self.failed.get_or_insert(why(failure));
    }
}
