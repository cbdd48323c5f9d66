//! What the form is for: a new profile, or one that exists. The form that was left for a profile of the list is kept
//! here and comes back afterwards.

use std::mem;

use super::linking::LinkPhase;
use super::{Effect, Linking, Phase, Pinning, Purpose, State};
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
    fn new(opened: ConnectorProfile) -> Self {
        Self { flags: ProfileFlags::of(&opened), opened, allows_all: false, sent: None }
    }
}

/// A form that somebody left for a profile of the list.
#[derive(Clone, Debug)]
pub struct SavedForm {
    /// What was typed.
    pub draft: Draft,
    /// Its result, or `Editing`: a failure is of a click that is over.
    pub(super) phase: Phase,
    mode: Mode,
    linking: Linking,
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
    pub(super) fn edit_mut(&mut self) -> Option<&mut Edit> {
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

    fn open(&mut self, edit: Box<Edit>) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead(_) => Self::EditInstead(edit),
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Edit { edit, saved },
        };
    }

    /// No profile is open any more.
    pub(super) fn close(&mut self) {
        *self = match mem::take(self) {
            Self::Create | Self::EditInstead(_) => Self::Create,
            Self::Edit { saved, .. } | Self::Link { saved } => Self::Link { saved },
        };
    }
}

impl State {
    /// The profile that is being changed, as it was opened.
    pub fn opened(&self) -> Option<&ConnectorProfile> {
        self.mode.edit().map(|edit| &edit.opened)
    }

    /// Whether a profile of the list has the form.
    pub fn is_changing(&self) -> bool {
        self.mode.saved().is_some()
    }

    /// Begins to change a profile that exists.
    pub(super) fn open_profile(&mut self, profile: ConnectorProfile) {
        self.requests.forget(|purpose| matches!(purpose, Purpose::Versions | Purpose::Pin));
        self.pinning = Pinning::of(&profile);
        self.mode.open(Box::new(Edit::new(profile)));
        self.phase = Phase::Editing;
    }

    /// Another draft for a profile of the list. What stood there before the first one is kept.
    pub(super) fn save_form(&mut self, draft: Draft) {
        if matches!(self.linking.phase, LinkPhase::Asked) {
            self.withdraw_link();
        }
        let draft = mem::replace(&mut self.draft, draft);
        let linking = mem::take(&mut self.linking);
        let phase = match mem::replace(&mut self.phase, Phase::Editing) {
            done @ Phase::Done(_) => done,
            _ => Phase::Editing,
        };
        let saved = match mem::take(&mut self.mode) {
            Mode::Edit { saved, .. } | Mode::Link { saved } => saved,
            mode => Box::new(SavedForm { draft, phase, mode, linking }),
        };
        self.mode = Mode::Link { saved };
        self.another_draft();
    }

    /// Back from a profile to the list, with what stood there before.
    pub(super) fn end_change(&mut self, effects: &mut Vec<Effect>) {
        if let Mode::Edit { saved, .. } | Mode::Link { saved } = mem::take(&mut self.mode) {
            self.forget_link();
            self.requests.forget(|purpose| matches!(purpose, Purpose::Versions));
            let SavedForm { draft, phase, mode, linking } = *saved;
            (self.draft, self.linking) = (draft, linking);
            if let Some(edit) = mode.edit() {
                self.open_profile(edit.opened.clone());
            }
            self.phase = phase;
            self.another_draft();
            if matches!(self.linking.phase, LinkPhase::Ready(..)) {
                self.start_clock(effects);
            }
            self.show_profiles(effects);
        }
    }

    fn another_draft(&mut self) {
        self.touched.clear();
        self.summed_up = false;
        self.open.keys = false;
        self.forget_actions();
    }
}
