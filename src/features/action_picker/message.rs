//! The messages of the action picker.

use super::Preset;
use crate::stackone::actions::{Action, Verb};

/// A part of the matches: the actions to which every given property applies. The default is all matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The object, for a row of the table.
    pub object: Option<String>,
    /// What the actions do, for a column of the table.
    pub verb: Option<Verb>,
    /// The id, for a single action.
    pub id: Option<String>,
}

impl Part {
    /// Whether an action belongs to this part.
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
    /// A preset was picked.
    PresetPicked(Preset),
    /// The person scrolled near the end of the drawn rows.
    EndSeen,
    /// The link that clears the selection was pressed.
    ClearPressed,
    /// The check box of this part was clicked.
    Pressed(Part),
    /// The row of this object was opened or closed.
    ObjectToggled(String),
    /// The field for ids was shown or hidden.
    TypingToggled,
    /// The focus left the field for ids.
    TypingLeft,
    /// The field for ids changed.
    Typed(String),
    /// The button that applies the minimal scopes was pressed.
    ScopesTaken,
    /// The button that undoes [`Self::ScopesTaken`] was pressed.
    ScopesRestored,
}
