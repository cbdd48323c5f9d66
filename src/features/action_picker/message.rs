//! What can happen to the choice of actions.

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

/// One thing that happened to the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionsMessage {
    /// All of them, or only some.
    ExtentPicked {
        /// Whether all.
        all: bool,
    },
    /// All of them for a profile that may have only some.
    AllowAllPressed,
    /// Read the list, or go on reading it.
    ReadPressed,
    /// Stop reading the list.
    StopPressed,
    /// The search was typed.
    SearchEdited(String),
    /// Enter was pressed in the search.
    SearchEntered,
    /// One of the usual selections was picked.
    PresetPicked(Preset),
    /// The end of the list that is drawn came into view.
    EndSeen,
    /// These were selected, or cleared where all of them were selected.
    Pressed(Part),
    /// The actions of this object were shown one by one, or no longer.
    ObjectToggled(String),
    /// The field for ids was opened or closed.
    TypingToggled,
    /// The focus left the field for ids.
    TypingLeft,
    /// Ids were typed.
    Typed(String),
    /// The fewest scopes that do go into the field.
    ScopesTaken,
    /// The scopes that stood there before go into it again.
    ScopesRestored,
}
