//! The selection of actions: sorted, compared with StackOne's list, and the scopes that it needs.

use std::collections::BTreeSet;

use super::{ActionPicker, Part, Preset, Selection};
use crate::salesforce::scopes::is_refresh_scope;
use crate::stackone::Json;
use crate::stackone::actions::parts_ids;

/// The selection that was kept, without malformed ids.
pub fn restored(ids: &[Json]) -> Selection {
    only(ids.iter().filter_map(Json::text).filter(|id| !id.chars().any(parts_ids)))
}

/// The selection of these ids, sorted and without duplicates.
pub(super) fn only(ids: impl Iterator<Item = String>) -> Selection {
    let mut selected = BTreeSet::new();
    selected.extend(ids);
    Some(selected.into_iter().collect::<Vec<_>>().into())
}

impl ActionPicker {
    /// Prepares for another draft: drops everything about the previous selection, but keeps the list.
    pub fn forget(&mut self, selection: &Selection) {
        self.typed = None;
        self.previous = None;
        self.compare(selection);
    }

    /// Compares the selection with the list: derives its scopes, its unknown ids and its preset.
    pub fn compare(&mut self, selection: &Selection) {
        self.needed.clear();
        self.unknown.clear();
        self.adopted = None;
        let mut marked = vec![false; self.list.count()];
        for id in selection.iter().flat_map(|selected| selected.iter()) {
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
        self.marked = marked;
        self.preset = preset.filter(|_| self.read && self.unknown.is_empty());
    }

    /// Selects a part of the matches, or deselects it if all of it is selected.
    pub(super) fn press(&mut self, part: &Part, selection: &mut Selection) {
        let Some(selected) = selection else { return };
        let (list, shown) = (&self.list, &self.shown);
        let is_part = |place: u32| list.at(place).is_some_and(|action| part.has(action));
        let places = shown.iter().copied().filter(|place| is_part(*place));
        let is_shown_part = |place: u32| shown.binary_search(&place).is_ok() && is_part(place);
        *selection = match places.clone().all(|place| self.is_selected(place)) {
            true => only(selected.iter().filter(|id| !list.place(id).is_some_and(is_shown_part)).cloned()),
            false => {
                let added = places.filter_map(|place| Some(list.at(place)?.id.clone()));
                only(selected.iter().cloned().chain(added))
            }
        };
        self.typed = None;
    }

    /// The minimal scopes for the selection, including one for refreshing.
    pub fn minimal_scopes(&self) -> Vec<String> {
        let mut minimal = self.list.minimal(&self.needed);
        if !minimal.iter().any(|scope| is_refresh_scope(scope)) {
            minimal.push("refresh_token".to_owned());
        }
        minimal
    }
}
