//! What the form is for: a new profile, or one that exists. The form that was left for a profile of the list is kept
//! here and comes back afterwards.

use std::mem;

use crate::features::link_account::Linking;
use crate::features::profiles::Edit;
use crate::features::submit::Phase;
use crate::profile::Draft;

/// What the form is for.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// A new profile.
    #[default]
    Create,
    /// A profile that exists, in place of a new one: it has the name that was typed.
    EditInstead {
        /// Its change.
        edit: Box<Edit>,
    },
    /// A profile of the list.
    Edit {
        /// Its change.
        edit: Box<Edit>,
        /// The form that was left for it.
        saved: Box<SavedForm>,
    },
    /// An account is to be linked to a profile of the list.
    Link {
        /// The form that was left for it.
        saved: Box<SavedForm>,
    },
}

/// A form that was left for a profile of the list.
#[derive(Clone, Debug)]
pub struct SavedForm {
    /// What was typed.
    pub draft: Draft,
    /// Its result, or `Editing`: a failure is of a click that is over.
    pub(super) phase: Phase,
    pub(super) mode: Mode,
    pub(super) linking: Linking,
    /// Whether the profile of this form is the one that is changed, so that the outcome is shown in it.
    pub(super) returns: bool,
}

impl Mode {
    /// The change of a profile that exists, where one is open.
    pub fn edit(&self) -> Option<&Edit> {
        match self {
            Self::EditInstead { edit } | Self::Edit { edit, .. } => Some(edit),
            Self::Create | Self::Link { .. } => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn edit_mut(&mut self) -> Option<&mut Edit> {
        match self {
            Self::EditInstead { edit } | Self::Edit { edit, .. } => Some(edit),
            Self::Create | Self::Link { .. } => None,
        }
    }

    /// The form that was left for a profile of the list.
    pub fn saved(&self) -> Option<&SavedForm> {
        match self {
            Self::Edit { saved, .. } | Self::Link { saved } => Some(saved),
            Self::Create | Self::EditInstead { .. } => None,
        }
    }

    /// The form that was left comes back as soon as its profile is changed.
    pub(crate) fn return_to_result(&mut self) {
        if let Self::Edit { saved, .. } = self {
            saved.returns = true;
        }
    }

    /// A profile is open from now on.
    pub(crate) fn open(&mut self, edit: Box<Edit>) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead { .. } => Self::EditInstead { edit },
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Edit { edit, saved },
        };
    }

    /// No profile is open any more.
    pub(crate) fn close(&mut self) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead { .. } => Self::Create,
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Link { saved },
        };
    }
}
