//! What happens to the choice of actions, and what follows from it.

use std::rc::Rc;

use crate::app::{Effect, Purpose, State, Target};
use crate::features::action_picker::selection::choose;
use crate::features::action_picker::{ActionsMessage, Move};
use crate::profile::Field;
use crate::requests::{got, parsed};
use crate::salesforce::ScopeList;
use crate::stackone::actions::parts_ids;
use crate::stackone::{Answer, TransportError};

impl State {
    pub(crate) fn take_actions(&mut self, msg: ActionsMessage, effects: &mut Vec<Effect>) {
        let looks = matches!(
            msg,
            ActionsMessage::ReadPressed
                | ActionsMessage::StopPressed
                | ActionsMessage::SearchEdited(_)
                | ActionsMessage::GroupingPicked(_)
                | ActionsMessage::Moved(_)
                | ActionsMessage::TypingToggled
        );
        if self.is_busy() && !looks {
            return;
        }
        let choosing = &mut self.picker;
        match msg {
            ActionsMessage::ExtentPicked { all } => {
                choosing.typed = None;
                if let Some(edit) = self.mode.edit_mut() {
                    edit.allows_all = false;
                }
                if all {
                    choosing.aside = self.draft.actions.take().or(choosing.aside.take());
                } else if self.draft.actions.is_none() {
                    self.draft.actions = Some(choosing.aside.take().unwrap_or_default());
                }
                if !all && !choosing.read && !self.reads_actions() && !self.lacks_key() {
                    self.read_actions(effects);
                }
            }
            ActionsMessage::AllowAllPressed => {
                self.take_actions(ActionsMessage::ExtentPicked { all: true }, effects);
                if let Some(edit) = self.mode.edit_mut() {
                    edit.allows_all = true;
                }
                return;
            }
            ActionsMessage::ReadPressed => {
                if !self.needs_key(effects) && !self.reads_actions() {
                    self.read_actions(effects);
                }
                return;
            }
            ActionsMessage::StopPressed => {
                return self.requests.forget(|purpose| matches!(purpose, Purpose::Actions));
            }
            ActionsMessage::SearchEdited(text) => {
                choosing.search_on(text);
                return choosing.go_to(None);
            }
            ActionsMessage::GroupingPicked(group_by) => {
                choosing.group_by = group_by;
                choosing.go_to(None);
                return self.show_actions(effects);
            }
            ActionsMessage::Moved(to) => {
                let last = choosing.shown.len().saturating_sub(1);
                choosing.go_to(Some(match to {
                    Move::By(places) => choosing.at.saturating_add_signed(places).min(last),
                    Move::To(place) => place.min(last),
                }));
                return effects.push(Effect::Focus(Target::Action));
            }
            ActionsMessage::Pressed(place) => {
                if place < choosing.shown.len() {
                    choosing.go_to(Some(place));
                    self.press_action();
                }
                effects.push(Effect::Focus(Target::Action));
            }
            ActionsMessage::PressedHere => self.press_action(),
            ActionsMessage::Shown { all } => {
                choosing.typed = None;
                if let Some(chosen) = self.draft.actions.as_mut().map(Rc::make_mut) {
                    for action in choosing.shown() {
                        choose(chosen, &action.id, Some(all));
                    }
                }
            }
            ActionsMessage::TypingToggled => {
                choosing.typed = match choosing.typed {
                    Some(_) => None,
                    None => Some(self.draft.actions.as_ref().map(|ids| ids.join("\n")).unwrap_or_default()),
                };
                return;
            }
            ActionsMessage::Typed(text) => {
                let mut chosen = Vec::new();
                for id in text.split(parts_ids).filter(|id| !id.is_empty()) {
                    choose(&mut chosen, id, Some(true));
                }
                self.draft.actions = Some(chosen.into());
                choosing.typed = Some(text);
            }
            ActionsMessage::ScopesTaken => {
                self.draft.scopes = ScopeList::joined(&self.least_scopes());
                self.drop_verdict(Field::Scopes);
                // In the guide they are typed at another step.
                let field = if self.guided() { Field::Actions } else { Field::Scopes };
                return effects.push(Effect::Focus(Target::Field(field)));
            }
        }
        self.compare_actions();
        self.drop_verdict(Field::Actions);
    }

    /// Asks for the page that follows.
    fn read_actions(&mut self, effects: &mut Vec<Effect>) {
        self.picker.failed = None;
        self.read(Purpose::Actions, effects);
    }

    /// A page of the actions was answered, or was not.
    pub(crate) fn actions_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        let (secrets, picker) = (self.requests.secrets(), &mut self.picker);
        match got(answer, secrets).and_then(|answer| parsed(&answer, secrets, |body| picker.list.read(body))) {
            Ok(next) => {
                picker.turn(next);
                if picker.read {
                    effects.push(Effect::Focus(Target::ActionSearch));
                } else {
                    self.read_actions(effects);
                }
                self.show_actions(effects);
                self.compare_actions();
            }
            Err(failure) => self.picker.failed = Some(failure),
        }
    }

    /// Looks again for what the search fits. The focus stays at its action while pages arrive.
    fn show_actions(&mut self, effects: &mut Vec<Effect>) {
        if self.picker.look_again() {
            effects.push(Effect::Focus(Target::SameAction));
        }
    }

    fn press_action(&mut self) {
        let choosing = &mut self.picker;
        if let (Some(chosen), Some(action)) = (&mut self.draft.actions, choosing.shown_at(choosing.at)) {
            choose(Rc::make_mut(chosen), &action.id, None);
            choosing.typed = None;
        }
    }
}
