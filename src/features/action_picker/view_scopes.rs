//! How many actions are selected, and what scopes they need.

use super::ActionsMessage;
use super::view::{ActionPickerContext, ScopesNote};
use crate::i18n::TextKey;
use crate::salesforce::ScopeList;
use crate::salesforce::scopes::is_refresh_scope;
use crate::stackone::effective_scopes;

impl ActionPickerContext<'_> {
    /// The text with the number of selected actions.
    pub fn selected_text(&self) -> String {
        let selected = self.selection.as_ref().map_or(0, |selected| selected.len());
        self.in_words.words.fill(TextKey::ActionsSelected, &[("count", &selected.to_string())])
    }

    /// The text with the number of matches and of all actions.
    pub fn shown(&self) -> String {
        let picker = self.picker;
        let (shown, all) = (picker.shown.len().to_string(), picker.list.count().to_string());
        self.in_words.words.fill(TextKey::ProfilesCount, &[("count", &shown), ("all", &all)])
    }

    /// The note about the selection's scopes, with its button.
    pub(super) fn scopes_note(&self) -> Option<ScopesNote> {
        let (words, minimal) = (self.in_words.words, ScopeList::joined(&self.picker.minimal_scopes()));
        // The minimal scopes can be undone until the field changes.
        if self.picker.adopted.as_ref().is_some_and(|adopted| adopted.now == ScopeList::joined(self.scopes)) {
            let paragraphs = vec![words.fill(TextKey::LeastTaken, &[("scopes", &minimal)])];
            let button = Some((TextKey::LeastUndo, ActionsMessage::ScopesRestored));
            return Some(ScopesNote { paragraphs, button, done: true });
        }
        let paragraphs = self.minimal()?;
        let can_take = paragraphs.len() > 1 || self.has_more_than_minimal();
        let button = can_take.then_some((TextKey::LeastTake, ActionsMessage::ScopesTaken));
        Some(ScopesNote { paragraphs, button, done: false })
    }

    /// Whether there are typed scopes beyond the minimal ones.
    pub fn has_more_than_minimal(&self) -> bool {
        let minimal = self.picker.minimal_scopes();
        let typed = effective_scopes(self.scopes);
        typed.iter().any(|scope| !is_refresh_scope(scope) && !minimal.contains(scope))
    }

    /// The paragraphs about minimal, missing and unnecessary scopes; `None` if the actions name no scopes.
    pub fn minimal(&self) -> Option<Vec<String>> {
        let (words, picker) = (self.in_words.words, self.picker);
        if picker.needed.is_empty() || !picker.unknown.is_empty() {
            return None;
        }
        let (typed, list) = (self.scopes, &picker.list);
        let minimal = picker.minimal_scopes();
        let mut said = vec![words.fill(TextKey::LeastBody, &[("scopes", &ScopeList::joined(&minimal))])];
        // A blank field keeps an existing profile's scopes, which StackOne does not return.
        if typed.is_empty() && self.allows_all.is_some() {
            return Some(said);
        }
        let typed = effective_scopes(typed);
        for scope in &picker.needed {
            if typed.iter().any(|typed| list.implies(typed, scope)) {
                continue;
            }
            let needs = |id: &&String| list.find(id).is_some_and(|action| action.scopes.contains(scope));
            let count = self.selection.iter().flat_map(|selected| selected.iter()).filter(needs).count();
            said.push(words.fill(TextKey::LeastLacks, &[("scope", scope), ("count", &count.to_string())]));
        }
        let needless = |scope: &&String| {
            let served = |need: &&String| list.implies(scope, need);
            let other = |need: &String| {
                typed.iter().any(|other| other != *scope && minimal.contains(other) && list.implies(other, need))
            };
            !minimal.contains(scope) && !is_refresh_scope(scope) && picker.needed.iter().filter(served).all(other)
        };
        let spare = typed.iter().filter(needless).cloned().collect::<Vec<_>>();
        if !spare.is_empty() {
            said.push(words.fill(TextKey::LeastSpare, &[("scopes", &ScopeList::joined(&spare))]));
        }
        Some(said)
    }
}
