//! The mode of the form: creates a profile, or changes one. A form that was left for a listed profile is saved here and
//! restored afterwards.

use std::mem;

use crate::features::guide::Saw;
use crate::features::link_account::Linking;
use crate::features::profiles::Edit;
use crate::features::submit::Phase;
use crate::profile::{Draft, Secret};

/// The mode of the form.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// Creates a profile.
    #[default]
    Create,
    /// Changes the existing profile that has the typed name, instead of creating another one.
    EditInstead {
        /// The change.
        edit: Box<Edit>,
    },
    /// Changes a profile from the list.
    Edit {
        /// The change.
        edit: Box<Edit>,
        /// The form that was left.
        saved: Box<SavedForm>,
    },
    /// Connects an account to a profile from the list.
    Link {
        /// The form that was left.
        saved: Box<SavedForm>,
    },
}

/// A form that was left for a profile from the list.
#[derive(Clone, Debug)]
pub struct SavedForm {
    /// What was typed.
    pub draft: Draft,
    /// The result, or `Editing`: a failure is not worth restoring.
    pub(super) phase: Phase,
    pub(super) mode: Mode,
    pub(super) linking: Linking,
    /// The error that was explained, and how it was noticed.
    pub(super) explained: (Option<Saw>, Secret),
    /// Whether the change started at this form's result. Saving it shows that result again.
    pub(super) returns: bool,
}

impl Mode {
    /// The current change, if there is one.
    pub fn edit(&self) -> Option<&Edit> {
        match self {
            Self::EditInstead { edit } | Self::Edit { edit, .. } => Some(edit),
            Self::Create | Self::Link { .. } => None,
        }
    }

    /// Like [`Self::edit`], but mutable.
    pub(crate) fn edit_mut(&mut self) -> Option<&mut Edit> {
        match self {
            Self::EditInstead { edit } | Self::Edit { edit, .. } => Some(edit),
            Self::Create | Self::Link { .. } => None,
        }
    }

    /// The form that was left for a profile from the list.
    pub fn saved(&self) -> Option<&SavedForm> {
        match self {
            Self::Edit { saved, .. } | Self::Link { saved } => Some(saved),
            Self::Create | Self::EditInstead { .. } => None,
        }
    }

    /// Marks the saved form to be restored as soon as the change is saved.
    pub(crate) fn return_to_result(&mut self) {
        if let Self::Edit { saved, .. } = self {
            saved.returns = true;
        }
    }

    /// Opens a profile for a change.
    pub(crate) fn open(&mut self, edit: Box<Edit>) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead { .. } => Self::EditInstead { edit },
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Edit { edit, saved },
        };
    }

    /// Closes the profile.
    pub(crate) fn close(&mut self) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead { .. } => Self::Create,
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Link { saved },
        };
    }
}
