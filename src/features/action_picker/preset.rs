//! Presets: common selections of actions.

use crate::i18n::TextKey;
use crate::stackone::actions::{Catalogue, Verb};

/// A preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Actions that read.
    ReadOnly,
    /// Actions that read, create or update.
    ReadAndWrite,
    /// All listed actions.
    Everything,
}

impl Preset {
    /// All presets.
    pub const ALL: [Self; 3] = [Self::ReadOnly, Self::ReadAndWrite, Self::Everything];

    /// Whether the preset includes actions with this verb.
    pub fn has(self, verb: Verb) -> bool {
        match self {
            Self::ReadOnly => verb == Verb::Read,
            Self::ReadAndWrite => matches!(verb, Verb::Read | Verb::Create | Verb::Update),
            Self::Everything => true,
        }
    }

    /// The preset that equals a selection, if any. `selected` has a flag for each action of the list.
    pub fn of(list: &Catalogue, selected: &[bool]) -> Option<Self> {
        let fits =
            |preset: &Self| list.all().zip(selected).all(|(action, selected)| preset.has(action.verb) == *selected);
        Self::ALL.into_iter().filter(|_| selected.contains(&true)).find(fits)
    }

    /// The preset's name.
    pub fn words(self) -> TextKey {
        match self {
            Self::ReadOnly => TextKey::ActionsReadOnly,
            Self::ReadAndWrite => TextKey::ActionsReadAndWrite,
            Self::Everything => TextKey::ActionsEverything,
        }
    }
}
