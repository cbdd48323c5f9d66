//! A profile is opened, and left again for the form that stood there before.

use std::mem;

use crate::app::{Edit, Effect, Mode, Purpose, SavedForm, State};
use crate::features::link_account::LinkPhase;
use crate::features::profiles::Pinning;
use crate::features::submit::Phase;
use crate::profile::Draft;
use crate::stackone::ConnectorProfile;

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
    pub(crate) fn open_profile(&mut self, profile: ConnectorProfile) {
        self.requests.forget(|purpose| matches!(purpose, Purpose::Versions | Purpose::Pin));
        self.pinning = Pinning::of(&profile);
        self.mode.open(Box::new(Edit::new(profile)));
        self.phase = Phase::Editing;
    }

    /// Another draft for a profile of the list. What stood there before the first one is kept.
    pub(crate) fn save_form(&mut self, draft: Draft) {
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
    pub(crate) fn end_change(&mut self, effects: &mut Vec<Effect>) {
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
