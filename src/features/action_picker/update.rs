//! What happens to the choice of actions, and what follows from it.

use std::rc::Rc;

use super::selection::{choose, only};
use super::{ActionPicker, ActionsMessage, Move, Selection};
use crate::profile::Secret;
use crate::requests::{got, parsed};
use crate::salesforce::ScopeList;
use crate::stackone::actions::{Action, parts_ids};
use crate::stackone::{Answer, TransportError};

/// What the app has to do for the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Read the page that follows.
    Read,
    /// Read the list, unless no key is typed.
    ReadIfKeyed,
    /// Read it because a button says so: where no key is typed, the person goes to the field for it.
    ReadOrAskForKey,
    /// Stop reading.
    StopReading,
    /// Whether a profile that may have only some actions gets all.
    AllowAll(bool),
    /// The person went on: issues of the choice are shown from now on.
    Left,
    /// The choice is another one.
    Changed,
    /// These scopes, the fewest that do, go into their field.
    TakeScopes(String),
    /// What stood there before goes into it again.
    PutScopes(String),
    /// Move the focus to the action that the keyboard is at.
    FocusAction,
    /// The same, where the focus is in the list already.
    FocusSameAction,
    /// Move the focus to the search, where it is at the button that ends the reading.
    FocusSearch,
}

impl ActionPicker {
    /// Takes a message in. While something is being saved, only looking around is possible.
    pub fn update(&mut self, msg: ActionsMessage, selection: &mut Selection, busy: bool) -> Vec<Output> {
        let mut outputs = Vec::new();
        match msg {
            ActionsMessage::ReadPressed => return vec![Output::ReadOrAskForKey],
            ActionsMessage::StopPressed => return vec![Output::StopReading],
            ActionsMessage::SearchEdited(text) => {
                self.search_on(text);
                self.go_to(None);
                return outputs;
            }
            ActionsMessage::EndSeen => {
                self.more = self.drawn();
                return outputs;
            }
            ActionsMessage::Moved(to) => {
                let place = match to {
                    Move::By(places) => self.at.saturating_add_signed(places),
                    Move::To(place) => place,
                };
                self.go_to(Some(place.min(self.shown.len().saturating_sub(1))));
                return vec![Output::FocusAction];
            }
            ActionsMessage::TypingToggled => {
                self.typed = match self.typed {
                    Some(_) => None,
                    None => Some(selection.as_ref().map(|ids| ids.join("\n")).unwrap_or_default()),
                };
                return outputs;
            }
            ActionsMessage::TypingLeft => return vec![Output::Left],
            _ if busy => return outputs,
            ActionsMessage::ScopesTaken => {
                return vec![Output::TakeScopes(ScopeList::joined(&self.minimal_scopes()))];
            }
            ActionsMessage::ScopesRestored => {
                return self.taken.take().map(|taken| Output::PutScopes(taken.before)).into_iter().collect();
            }
            ActionsMessage::ExtentPicked { all } => {
                self.pick_extent(all, selection);
                outputs.push(Output::AllowAll(false));
                if !all && !self.read {
                    outputs.push(Output::ReadIfKeyed);
                }
            }
            ActionsMessage::AllowAllPressed => {
                self.pick_extent(true, selection);
                outputs.push(Output::AllowAll(true));
            }
            ActionsMessage::Pressed(place) => {
                if place < self.shown.len() {
                    self.go_to(Some(place));
                    self.press(selection);
                }
                outputs.push(Output::FocusAction);
            }
            ActionsMessage::PressedHere => self.press(selection),
            ActionsMessage::Shown { all } => {
                self.typed = None;
                if let Some(chosen) = selection.as_mut().map(Rc::make_mut) {
                    for action in self.shown() {
                        choose(chosen, &action.id, Some(all));
                    }
                }
            }
            ActionsMessage::PresetPicked(preset) => {
                let chosen = |action: &&Rc<Action>| preset.has(action.verb);
                if selection.is_some() {
                    *selection = only(self.list.all().filter(chosen).map(|action| action.id.clone()));
                    self.typed = None;
                }
            }
            ActionsMessage::Typed(text) => {
                let ids = text.split(parts_ids).filter(|id| !id.is_empty());
                *selection = only(ids.map(str::to_owned));
                self.typed = Some(text);
            }
        }
        self.compare(selection);
        outputs.push(Output::Changed);
        outputs
    }

    /// A page of the actions was answered, or was not.
    pub fn answered(
        &mut self,
        answer: Result<Answer, TransportError>,
        secrets: &[Secret],
        selection: &Selection,
    ) -> Vec<Output> {
        match got(answer, secrets).and_then(|answer| parsed(&answer, secrets, |body| self.list.read(body))) {
            Ok(next) => {
                self.turn(next);
                let then = if self.read { Output::FocusSearch } else { Output::Read };
                let shown = self.show();
                self.compare(selection);
                std::iter::once(then).chain(shown).collect()
            }
            Err(failure) => {
                self.failed = Some(failure);
                Vec::new()
            }
        }
    }

    fn pick_extent(&mut self, all: bool, selection: &mut Selection) {
        self.typed = None;
        if all {
            self.previous = selection.take().or(self.previous.take());
        } else if selection.is_none() {
            *selection = Some(self.previous.take().unwrap_or_default());
        }
    }

    /// Looks again for what the search fits. The focus stays at its action while pages arrive.
    fn show(&mut self) -> Option<Output> {
        self.look_again().then_some(Output::FocusSameAction)
    }

    fn press(&mut self, selection: &mut Selection) {
        if let (Some(chosen), Some(action)) = (selection, self.shown_at(self.at)) {
            choose(Rc::make_mut(chosen), &action.id, None);
            self.typed = None;
        }
    }
}
