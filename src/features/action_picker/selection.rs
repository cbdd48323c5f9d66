//! The actions that are chosen: kept in order, compared with StackOne's list, and what scopes they need. Called by the
//! files that change the choice or the draft; reads nothing.

use crate::app::State;
use crate::salesforce::scopes::is_refresh_scope;
use crate::stackone::Json;
use crate::stackone::actions::parts_ids;

impl State {
    /// Takes up the ids that were kept.
    pub(crate) fn restore_actions(&mut self, kept: &Json) {
        if let Json::List(ids) = kept {
            let mut chosen = Vec::new();
            for id in ids {
                if let Some(id) = id.text().filter(|id| !id.chars().any(parts_ids)) {
                    choose(&mut chosen, &id, Some(true));
                }
            }
            self.draft.actions = Some(chosen.into());
            self.compare_actions();
        }
    }

    /// Another draft: nothing is left of how the choice for the one before was made, but what was read.
    pub(crate) fn forget_actions(&mut self) {
        self.picker.typed = None;
        self.picker.aside = None;
        self.compare_actions();
    }

    /// Compares what is chosen with what was read.
    pub(crate) fn compare_actions(&mut self) {
        let choosing = &mut self.picker;
        choosing.needed.clear();
        choosing.unknown.clear();
        for id in self.draft.actions.iter().flat_map(|chosen| chosen.iter()) {
            match choosing.list.find(id) {
                Some(action) => {
                    for scope in &action.scopes {
                        if !choosing.needed.contains(scope) {
                            choosing.needed.push(scope.clone());
                        }
                    }
                }
                None => choosing.unknown.push(id.clone()),
            }
        }
    }

    /// The fewest scopes that serve the actions that are chosen, and one for refreshing.
    pub fn least_scopes(&self) -> Vec<String> {
        let mut least = self.picker.list.least(&self.picker.needed);
        if !least.iter().any(|scope| is_refresh_scope(scope)) {
            least.push("refresh_token".to_owned());
        }
        least
    }
}

/// Puts an id among those chosen, or takes it away; without `wanted`, the other way round.
pub(crate) fn choose(chosen: &mut Vec<String>, id: &str, wanted: Option<bool>) {
    match chosen.binary_search_by(|known| known.as_str().cmp(id)) {
        Ok(place) if wanted != Some(true) => {
            chosen.remove(place);
        }
        Err(place) if wanted != Some(false) => chosen.insert(place, id.to_owned()),
        Ok(_) | Err(_) => {}
    }
}
