//! Applies messages to the action picker.

use std::rc::Rc;

use super::selection::only;
use super::{ActionPicker, ActionsMessage, Selection};
use crate::profile::Secret;
use crate::requests::{parsed, require_success};
use crate::salesforce::ScopeList;
use crate::stackone::actions::{Action, parts_ids};
use crate::stackone::{Answer, TransportError};

/// What the app must do for the action picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Read the next page.
    Read,
    /// Read the list, unless the API key is missing.
    ReadIfKeyed,
    /// Read the list or, if the API key is missing, move the focus to its field.
    ReadOrAskForKey,
    /// Stop reading.
    StopReading,
    /// Set whether an existing profile gets all actions.
    AllowAll(bool),
    /// The person left the field: its issues are shown from now on.
    Left,
    /// The selection changed.
    Changed,
    /// Put these minimal scopes into the scope field.
    TakeScopes(String),
    /// Put the earlier text back into the scope field.
    PutScopes(String),
    /// Move the focus to the first check box of the table.
    FocusTable,
    /// Move the focus to the search if it is on the button that stops reading, which disappears.
    FocusSearch,
}

impl ActionPicker {
    /// Applies a message. While `busy`, the selection cannot change.
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
                return self.adopted.take().map(|adopted| Output::PutScopes(adopted.before)).into_iter().collect();
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
            ActionsMessage::ClearPressed => {
                *selection = selection.as_ref().map(|_| Rc::default());
                self.typed = None;
                outputs.push(Output::FocusTable);
            }
            ActionsMessage::Pressed(part) => self.press(&part, selection),
            ActionsMessage::PresetPicked(preset) => {
                let selected = |action: &&Rc<Action>| preset.has(action.verb);
                if selection.is_some() {
                    *selection = only(self.list.all().filter(selected).map(|action| action.id.clone()));
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

    /// Takes the answer with a page of actions.
    pub fn answered(
        &mut self,
        answer: Result<Answer, TransportError>,
        secrets: &[Secret],
        selection: &Selection,
    ) -> Vec<Output> {
        match require_success(answer, secrets).and_then(|answer| parsed(&answer, secrets, |body| self.list.read(body)))
        {
            Ok(next) => {
                self.end_page(next);
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
