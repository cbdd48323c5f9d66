//! The create or the change, and the ways on from where it failed.

use crate::app::{Effect, State};
use crate::features::form::FormMessage;
use crate::features::form::Toggle;
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::{Phase, SubmitMessage};
use crate::profile::Field;
use crate::requests::Failure;

impl State {
    pub(crate) fn take_submit(&mut self, msg: SubmitMessage, effects: &mut Vec<Effect>) {
        match msg {
            SubmitMessage::Pressed => self.submit(effects),
            SubmitMessage::MatchPicked(profile) => self.picked(profile, effects),
            SubmitMessage::NoMatchPicked => self.picked_none(effects),
            SubmitMessage::KeepPressed(profile) => self.keep(&profile, effects),
            SubmitMessage::EditPressed(profile) => {
                if !self.is_busy() && matches!(self.phase, Phase::Failed(Failure::Conflict(_))) {
                    self.open_profile(profile);
                    self.focus_on(Field::ClientId, effects);
                }
            }
            SubmitMessage::RenamePressed => self.focus_on(Field::Name, effects),
            SubmitMessage::OverwritePressed(now) => self.overwrite(now, effects),
            SubmitMessage::TakeTheirsPressed(now) => self.take_profiles(ProfilesMessage::EditPressed(now), effects),
            SubmitMessage::RequestSecretsToggled => {
                self.take_form(FormMessage::Toggled(Toggle::RequestSecrets), effects);
            }
            SubmitMessage::RestartPressed => self.restart(effects),
        }
    }
}
