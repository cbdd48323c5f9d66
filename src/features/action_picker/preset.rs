//! The usual selections.

use super::ActionPicker;
use crate::i18n::TextKey;
use crate::stackone::actions::Verb;

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

    /// Its name.
    pub fn words(self) -> TextKey {
        match self {
            Self::ReadOnly => TextKey::ActionsReadOnly,
            Self::ReadAndWrite => TextKey::ActionsReadAndWrite,
            Self::Everything => TextKey::ActionsEverything,
        }
    }
}

impl ActionPicker {
    /// The usual selection that is chosen, if one is.
    pub fn preset(&self) -> Option<Preset> {
        let fits = |preset: &Preset| {
            let mut all = self.list.verbs().zip(&self.marked);
            all.all(|(verb, marked)| preset.has(verb) == *marked)
        };
        let any = self.unknown.is_empty() && self.marked.contains(&true);
        Preset::ALL.into_iter().filter(|_| any).find(fits)
    }
}
