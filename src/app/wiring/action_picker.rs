//! Connects the action picker with the form.

use crate::app::{Effect, Purpose, State, Target};
use crate::features::action_picker::{ActionsMessage, AdoptedScopes, Output};
use crate::profile::Field;
use crate::stackone::{Answer, TransportError};

impl State {
    pub(crate) fn update_actions(&mut self, msg: ActionsMessage, effects: &mut Vec<Effect>) {
        let busy = self.is_busy();
        let outputs = self.picker.update(msg, &mut self.form.draft.actions, busy);
        outputs.into_iter().for_each(|output| self.run_actions_output(output, effects));
    }

    /// Takes the answer with a page of actions.
    pub(crate) fn actions_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        let outputs = self.picker.answered(answer, self.requests.secrets(), &self.form.draft.actions);
        outputs.into_iter().for_each(|output| self.run_actions_output(output, effects));
    }

    fn run_actions_output(&mut self, output: Output, effects: &mut Vec<Effect>) {
        match output {
            Output::ReadIfKeyed if self.form.lacks_key(self.api().auth) => {}
            Output::ReadOrAskForKey if self.needs_key(effects) => {}
            Output::Read | Output::ReadIfKeyed | Output::ReadOrAskForKey => {
                if !self.reads_actions() {
                    self.picker.failed = None;
                    self.read(Purpose::Actions, effects);
                }
            }
            Output::StopReading => self.requests.forget(|purpose| matches!(purpose, Purpose::Actions)),
            Output::AllowAll(all) => {
                if let Some(edit) = self.mode.edit_mut() {
                    edit.allows_all = all;
                }
            }
            Output::Left => self.form.touch(Field::Actions),
            Output::Changed => self.drop_verdict(Field::Actions),
            Output::TakeScopes(scopes) => {
                self.picker.adopted =
                    Some(AdoptedScopes { before: self.form.draft.scopes.clone(), now: scopes.clone() });
                self.run_actions_output(Output::PutScopes(scopes), effects);
            }
            Output::PutScopes(scopes) => {
                self.form.draft.scopes = scopes;
                self.drop_verdict(Field::Scopes);
                effects.push(Effect::Focus(Target::Field(Field::Scopes)));
            }
            Output::FocusTable => effects.push(Effect::Focus(Target::Actions)),
            Output::FocusSearch => effects.push(Effect::Focus(Target::ActionSearch)),
        }
    }
}
