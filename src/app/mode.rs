//! What the form is for: a new profile, or one that exists. The form that was left for a profile of the list is kept
//! here and comes back afterwards.

use std::mem;

use crate::features::link_account::Linking;
use crate::features::submit::Phase;
use crate::profile::Draft;
use crate::stackone::{ConnectorProfile, ProfileFlags};

/// What the form is for.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// A new profile.
    #[default]
    Create,
    /// A profile that exists, in place of a new one: it has the name that was typed, or linking an account to it failed.
    EditInstead(Box<Edit>),
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

/// The change of a profile that exists, beside what is typed in the fields.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The profile as it was opened.
    pub opened: ConnectorProfile,
    /// Whether it shall be the default, and be enabled.
    pub flags: ProfileFlags,
    /// Whether it shall have all actions, whichever it has now.
    pub allows_all: bool,
    /// What it becomes by a change that was sent, until the outcome is known.
    pub sent: Option<ConnectorProfile>,
}

impl Edit {
    /// No change yet.
    pub(crate) fn new(opened: ConnectorProfile) -> Self {
        Self { flags: ProfileFlags::of(&opened), opened, allows_all: false, sent: None }
    }
}

/// A form that somebody left for a profile of the list.
#[derive(Clone, Debug)]
pub struct SavedForm {
    /// What was typed.
    pub draft: Draft,
    /// Its result, or `Editing`: a failure is of a click that is over.
    pub(crate) phase: Phase,
    pub(crate) mode: Mode,
    pub(crate) linking: Linking,
}

impl Mode {
    /// The change of a profile that exists, where one is open.
    pub fn edit(&self) -> Option<&Edit> {
        match self {
            Self::EditInstead(edit) | Self::Edit { edit, .. } => Some(edit),
            Self::Create | Self::Link { .. } => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn edit_mut(&mut self) -> Option<&mut Edit> {
        match self {
            Self::EditInstead(edit) | Self::Edit { edit, .. } => Some(edit),
            Self::Create | Self::Link { .. } => None,
        }
    }

    /// The form that was left for a profile of the list.
    pub fn saved(&self) -> Option<&SavedForm> {
        match self {
            Self::Edit { saved, .. } | Self::Link { saved } => Some(saved),
            Self::Create | Self::EditInstead(_) => None,
        }
    }

    /// A profile is open from now on.
    pub(crate) fn open(&mut self, edit: Box<Edit>) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead(_) => Self::EditInstead(edit),
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Edit { edit, saved },
        };
    }

    /// No profile is open any more.
    pub(crate) fn close(&mut self) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead(_) => Self::Create,
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Link { saved },
        };
    }
}
