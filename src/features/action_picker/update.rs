//! What happens to the choice of actions, and what follows from it.

use std::rc::Rc;

use super::selection::only;
use super::{ActionPicker, ActionsMessage, Selection};
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
    /// Move the focus to the table.
    FocusTable,
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
                self.more = 0;
                return outputs;
            }
            ActionsMessage::SearchEntered => return vec![Output::FocusTable],
            ActionsMessage::EndSeen => {
                self.more = self.drawn();
                return outputs;
            }
            ActionsMessage::ObjectToggled(object) => {
                self.open = Some(object).filter(|object| self.open.as_ref() != Some(object));
                return outputs;
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
            ActionsMessage::Pressed(part) => self.press(&part, selection),
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
                self.look_again();
                self.compare(selection);
                vec![if self.read { Output::FocusSearch } else { Output::Read }]
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
}
