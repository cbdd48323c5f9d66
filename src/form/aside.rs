//! What stands there when a profile of the list is opened, and comes back afterwards.

use super::linking::LinkPhase;
use super::{Effect, Linking, Phase, Purpose, State};
use crate::profile::Draft;
use crate::stackone::ConnectorProfile;

/// A form that somebody left for a profile of the list.
#[derive(Clone, Debug)]
pub struct Aside {
    /// What was typed.
    pub draft: Draft,
    /// Its result, or `Editing`: a failure is of a click that is over.
    pub(super) phase: Phase,
    editing: Option<ConnectorProfile>,
    linking: Linking,
}

impl State {
    /// Another draft for a profile of the list. What stood there before the first one is kept.
    pub(super) fn set_aside(&mut self, draft: Draft) {
        let draft = std::mem::replace(&mut self.draft, draft);
        let phase = std::mem::replace(&mut self.phase, Phase::Editing);
        if matches!(self.linking.phase, LinkPhase::Asked) {
            self.withdraw_link();
        }
        let (editing, linking) = (self.editing.take(), std::mem::take(&mut self.linking));
        let phase = if matches!(phase, Phase::Done(_)) { phase } else { Phase::Editing };
        self.profiles.aside.get_or_insert(Box::new(Aside { draft, phase, editing, linking }));
        self.another_draft();
    }

    /// Back from a profile to the list, with what stood there before.
    pub(super) fn end_change(&mut self, effects: &mut Vec<Effect>) {
        if let Some(aside) = self.profiles.aside.take() {
            self.forget_link();
            self.requests.forget(|purpose| matches!(purpose, Purpose::Versions));
            (self.draft, self.editing, self.linking) = (aside.draft, None, aside.linking);
            if let Some(profile) = aside.editing {
                self.open_profile(profile);
            }
            self.phase = aside.phase;
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
