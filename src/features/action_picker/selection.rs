//! The actions that are chosen: kept in order, compared with StackOne's list, and what scopes they need.

use std::collections::BTreeSet;

use super::{ActionPicker, Preset, Selection};
use crate::salesforce::scopes::is_refresh_scope;
use crate::stackone::Json;
use crate::stackone::actions::parts_ids;

/// The ids of a list that was kept.
pub fn restored(ids: &[Json]) -> Selection {
    only(ids.iter().filter_map(Json::text).filter(|id| !id.chars().any(parts_ids)))
}

/// These ids, in order and each once.
pub(super) fn only(ids: impl Iterator<Item = String>) -> Selection {
    let mut chosen = BTreeSet::new();
    chosen.extend(ids);
    Some(chosen.into_iter().collect::<Vec<_>>().into())
}

impl ActionPicker {
    /// Another draft: nothing is left of how the choice for the one before was made, but what was read.
    pub fn forget(&mut self, selection: &Selection) {
        self.typed = None;
        self.previous = None;
        self.compare(selection);
    }

    /// Compares what is chosen with what was read.
    pub fn compare(&mut self, selection: &Selection) {
        self.needed.clear();
        self.unknown.clear();
        self.taken = None;
        let mut marked = vec![false; self.list.count()];
        for id in selection.iter().flat_map(|chosen| chosen.iter()) {
            let place = self.list.place(id);
            if let Some(marked) = place.and_then(|place| marked.get_mut(place as usize)) {
                *marked = true;
            }
            match place.and_then(|place| self.list.at(place)) {
                Some(action) => {
                    for scope in &action.scopes {
                        if !self.needed.contains(scope) {
                            self.needed.push(scope.clone());
                        }
                    }
                }
                None => self.unknown.push(id.clone()),
            }
        }
        let preset = Preset::of(&self.list, &marked);
        self.preset = preset.filter(|_| self.read && self.unknown.is_empty());
    }

    /// The fewest scopes that serve the actions that are chosen, and one for refreshing.
    pub fn minimal_scopes(&self) -> Vec<String> {
        let mut minimal = self.list.least(&self.needed);
        if !minimal.iter().any(|scope| is_refresh_scope(scope)) {
            minimal.push("refresh_token".to_owned());
        }
        minimal
    }
}

/// Puts an id among those chosen, or takes it away; without `wanted`, the other way round.
pub(super) fn choose(chosen: &mut Vec<String>, id: &str, wanted: Option<bool>) {
    match chosen.binary_search_by(|known| known.as_str().cmp(id)) {
        Ok(place) if wanted != Some(true) => {
            chosen.remove(place);
        }
        Err(place) if wanted != Some(false) => chosen.insert(place, id.to_owned()),
        Ok(_) | Err(_) => {}
    }
}
