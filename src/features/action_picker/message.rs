//! What can happen to the choice of actions.

use super::Preset;

/// Where the keyboard goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// This many places further.
    By(isize),
    /// To this place.
    To(usize),
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
    /// One of the usual selections was picked.
    PresetPicked(Preset),
    /// The end of the list that is drawn came into view.
    EndSeen,
    /// The action at this place was selected or cleared.
    Pressed(usize),
    /// The same where the keyboard is.
    PressedHere,
    /// The keyboard went on.
    Moved(Move),
    /// All that are shown are chosen, or none of them.
    Shown {
        /// Whether all.
        all: bool,
    },
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
