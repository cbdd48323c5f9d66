//! The usual selections.

use crate::i18n::TextKey;
use crate::stackone::actions::{Catalogue, Verb};

/// A usual selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What reads.
    ReadOnly,
    /// What reads, creates and updates.
    ReadAndWrite,
    /// Everything that is listed.
    Everything,
}

impl Preset {
    /// All.
    pub const ALL: [Self; 3] = [Self::ReadOnly, Self::ReadAndWrite, Self::Everything];

    /// Whether actions that do this belong to it.
    pub fn has(self, verb: Verb) -> bool {
        match self {
            Self::ReadOnly => verb == Verb::Read,
            Self::ReadAndWrite => matches!(verb, Verb::Read | Verb::Create | Verb::Update),
            Self::Everything => true,
        }
    }

    /// The one that is chosen: `chosen` says of each action of the list whether it is.
    pub fn of(list: &Catalogue, chosen: &[bool]) -> Option<Self> {
        let fits = |preset: &Self| list.all().zip(chosen).all(|(action, chosen)| preset.has(action.verb) == *chosen);
        Self::ALL.into_iter().filter(|_| chosen.contains(&true)).find(fits)
    }

    /// Its name.
    pub fn words(self) -> TextKey {
        match self {
            Self::ReadOnly => TextKey::ActionsReadOnly,
            Self::ReadAndWrite => TextKey::ActionsReadAndWrite,
            Self::Everything => TextKey::ActionsEverything,
        }
    }
}
