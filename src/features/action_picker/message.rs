//! The messages of the action picker.

use super::Preset;
use crate::stackone::actions::{Action, Verb};

/// Some of the actions that fit the search: those for which all of this holds. The default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The kind of record, in a row of the table.
    pub object: Option<String>,
    /// What they do, in a column of the table.
    pub verb: Option<Verb>,
    /// The id of a single one.
    pub id: Option<String>,
}

impl Part {
    /// Whether an action is among them.
    pub fn has(&self, action: &Action) -> bool {
        self.object.as_ref().is_none_or(|object| *object == action.object)
            && self.verb.is_none_or(|verb| verb == action.verb)
            && self.id.as_ref().is_none_or(|id| *id == action.id)
    }
}

/// What happened in the action picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionsMessage {
    /// *All actions* or *Selected actions only* was picked.
    ExtentPicked {
        /// Whether it was *All actions*.
        all: bool,
    },
    /// *All actions* was picked for an existing profile, which may have a selection.
    AllowAllPressed,
    /// The button that reads the list, or continues reading, was pressed.
    ReadPressed,
    /// The button that stops reading was pressed.
    StopPressed,
    /// The search changed.
    SearchEdited(String),
    /// Enter was pressed in the search.
    SearchEntered,
    /// One of the usual selections was picked.
    PresetPicked(Preset),
    /// The end of the drawn actions was scrolled into view.
    EndSeen,
    /// These were selected, or cleared where all of them were selected.
    Pressed(Part),
    /// The actions of this object were shown one by one, or no longer.
    ObjectToggled(String),
    /// The field for ids was opened or closed.
    TypingToggled,
    /// The focus left the field for ids.
    TypingLeft,
    /// The field for ids changed.
    Typed(String),
    /// The button that applies the minimal scopes was pressed.
    ScopesTaken,
    /// The button that undoes this was pressed.
    ScopesRestored,
}
