//! The state of the action picker: the list, the search, and how much of the table is drawn.

use std::rc::Rc;

use super::Preset;
use crate::requests::Failure;
use crate::stackone::actions::{Action, Catalogue};

/// The number of rows drawn at first, and added when the person scrolls.
const DRAWN: usize = 12;

/// The maximum number of unknown ids to report. Each is a message on the screen and in an event, and a person can paste
/// thousands.
const MAX_UNKNOWN: usize = 100;

/// The maximum number of pages to read. Ends a read in which every page names a next one.
const MAX_PAGES: usize = 400;

/// The selected ids, sorted; `None` means all actions.
pub type Selection = Option<Rc<Vec<String>>>;

/// The state of the action picker.
#[derive(Clone, Debug, Default)]
pub struct ActionPicker {
    /// The actions read so far.
    pub list: Catalogue,
    /// The number of pages read.
    pages: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// Whether the last page was read.
    pub read: bool,
    /// Why the next page could not be read.
    pub failed: Option<Failure>,
    /// The search.
    pub search: String,
    /// The indices of the actions that match the search.
    pub shown: Vec<u32>,
    /// Earlier, shorter searches with their matches, which make the next search faster.
    before: Vec<(String, Vec<u32>)>,
    /// Whether each action of the list is selected, in the order of the list.
    pub(super) marked: Vec<bool>,
    /// The number of rows drawn beyond the first [`DRAWN`].
    pub(super) more: usize,
    /// The object whose row is open.
    pub(super) open: Option<String>,
    /// The preset that equals the selection, if any.
    pub preset: Option<Preset>,
    /// The selection before *All actions* was picked, to be restored with *Selected actions only*.
    pub(super) previous: Selection,
    /// The text in the field for ids, while it is shown.
    pub typed: Option<String>,
    /// The scopes that the selected actions need.
    pub needed: Vec<String>,
    /// Selected ids that are not among the actions read so far.
    pub unknown: Vec<String>,
    /// The minimal scopes that were applied, while that can be undone.
    pub adopted: Option<AdoptedScopes>,
}

/// Minimal scopes that were applied to the scope field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdoptedScopes {
    /// The field's text before.
    pub before: String,
    /// The field's text after.
    pub now: String,
}

impl ActionPicker {
    /// Changes the search. The matches of a longer search are among those of its prefix.
    pub(super) fn search_on(&mut self, text: String) {
        self.before.push((std::mem::replace(&mut self.search, text), std::mem::take(&mut self.shown)));
        while let Some((search, shown)) = self.before.pop() {
            if search == self.search {
                return self.shown = shown;
            }
            if self.search.starts_with(&search) {
                self.shown = self.list.narrow(&self.search, &shown);
                return self.before.push((search, shown));
            }
        }
        self.shown = self.list.search(&self.search);
    }

    /// The maximum number of rows that are drawn.
    pub fn drawn(&self) -> usize {
        self.more + DRAWN
    }

    /// Whether the action at an index of the list is selected.
    pub fn is_selected(&self, place: u32) -> bool {
        self.marked.get(place as usize).copied().unwrap_or_default()
    }

    /// The actions that match the search.
    pub fn shown(&self) -> impl Iterator<Item = &Rc<Action>> {
        self.shown.iter().filter_map(|place| self.list.at(*place))
    }

    /// Records a read page and the next cursor. A repeated cursor also ends the list.
    pub(super) fn end_page(&mut self, next: Option<String>) {
        self.pages += 1;
        self.read = next.is_none() || next == self.next || self.pages >= MAX_PAGES;
        self.next = next;
    }

    /// Searches again after a page was read.
    pub(super) fn look_again(&mut self) {
        self.shown = self.list.search(&self.search);
        self.before.clear();
    }
}

impl ActionPicker {
    /// The selected ids that StackOne does not list, up to the maximum. Empty until the whole list is read.
    pub fn reported_unknown(&self) -> Vec<String> {
        let most = if self.read && self.next.is_none() { MAX_UNKNOWN } else { 0 };
        self.unknown.iter().take(most).cloned().collect()
    }
}
