//! The view of the action list and of the scopes that the selection needs.

use super::DRAWN;
use super::view::Choosing;
use crate::i18n::TextKey;
use crate::salesforce::ScopeList;
use crate::salesforce::scopes::is_refresh_scope;
use crate::stackone::actions::{Action, GroupBy, Verb};
use crate::stackone::effective_scopes;

/// Actions that are named where a scope is missing.
const NAMED: usize = 5;

impl<'a> Choosing<'a> {
    /// Whether an action is chosen.
    pub fn is_chosen(&self, action: &Action) -> bool {
        self.selection.as_ref().is_some_and(|chosen| chosen.binary_search(&action.id).is_ok())
    }

    /// The places of those that are drawn: the twenty that the keyboard is among.
    pub fn drawn(&self) -> std::ops::Range<usize> {
        let choosing = self.picker;
        let first = choosing.at - choosing.at % DRAWN;
        first..choosing.shown.len().min(first + DRAWN)
    }

    /// The group of an action.
    pub fn group(&self, action: &'a Action) -> &'a str {
        match self.picker.group_by {
            GroupBy::Verb => self.in_words.words.get(verb_name(action.verb)),
            GroupBy::Object => &action.object,
        }
    }

    /// Whether two actions are of one group.
    pub fn grouped(&self, one: &Action, other: &Action) -> bool {
        match self.picker.group_by {
            GroupBy::Verb => one.verb == other.verb,
            GroupBy::Object => one.object == other.object,
        }
    }

    /// How many are chosen.
    pub fn chosen(&self) -> String {
        let chosen = self.selection.as_ref().map_or(0, |chosen| chosen.len());
        self.in_words.words.fill(TextKey::ActionsChosen, &[("count", &chosen.to_string())])
    }

    /// How many there are, and fit the search.
    pub fn shown(&self) -> String {
        let choosing = self.picker;
        let (shown, all) = (choosing.shown.len().to_string(), choosing.list.count().to_string());
        self.in_words.words.fill(TextKey::ProfilesCount, &[("count", &shown), ("all", &all)])
    }

    /// Whether there are typed scopes that the chosen actions do without.
    pub fn has_more_than_minimal(&self) -> bool {
        let minimal = self.picker.minimal_scopes();
        let typed = effective_scopes(self.scopes);
        typed.iter().any(|scope| !is_refresh_scope(scope) && !minimal.contains(scope))
    }

    /// What the scopes are short of, or hold too much of; nothing where the actions name none.
    pub fn minimal(&self) -> Option<Vec<String>> {
        let (words, choosing) = (self.in_words.words, self.picker);
        if choosing.needed.is_empty() || !choosing.unknown.is_empty() {
            return None;
        }
        let (typed, list) = (self.scopes, &choosing.list);
        let minimal = choosing.minimal_scopes();
        let mut said = vec![words.fill(TextKey::LeastBody, &[("scopes", &ScopeList::joined(&minimal))])];
        // A profile that is changed keeps its own scopes then, which StackOne does not tell.
        if typed.is_empty() && self.allows_all.is_some() {
            return Some(said);
        }
        let typed = effective_scopes(typed);
        for scope in &choosing.needed {
            if typed.iter().any(|typed| list.gives(typed, scope)) {
                continue;
            }
            let (mut named, mut count) = (Vec::new(), 0_usize);
            for id in self.selection.iter().flat_map(|chosen| chosen.iter()) {
                if list.find(id).is_some_and(|action| action.scopes.contains(scope)) {
                    count += 1;
                    if count <= NAMED {
                        named.push(id.clone());
                    }
                }
            }
            if count > NAMED {
                named.push(format!("+{}", (count - NAMED)));
            }
            said.push(words.fill(TextKey::LeastLacks, &[("scope", scope), ("actions", &ScopeList::joined(&named))]));
        }
        let needless = |scope: &&String| {
            let served = |need: &&String| list.gives(scope, need);
            let other = |need: &String| {
                typed.iter().any(|other| other != *scope && minimal.contains(other) && list.gives(other, need))
            };
            !minimal.contains(scope) && !is_refresh_scope(scope) && choosing.needed.iter().filter(served).all(other)
        };
        let spare = typed.iter().filter(needless).cloned().collect::<Vec<_>>();
        if !spare.is_empty() {
            said.push(words.fill(TextKey::LeastSpare, &[("scopes", &ScopeList::joined(&spare))]));
        }
        Some(said)
    }
}

/// The name of the group of actions that do this.
fn verb_name(verb: Verb) -> TextKey {
    match verb {
        Verb::Read => TextKey::ActionsReads,
        Verb::Create => TextKey::ActionsCreates,
        Verb::Update => TextKey::ActionsUpdates,
        Verb::Delete => TextKey::ActionsDeletes,
        Verb::Other => TextKey::ActionsOther,
    }
}
