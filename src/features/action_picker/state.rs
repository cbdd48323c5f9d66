//! The list of actions as the person looks at it: what fits the search, in which order, and where the keyboard is.

use std::rc::Rc;

use super::Preset;
use crate::requests::Failure;
use crate::stackone::actions::{Action, Catalogue};

/// Objects that are drawn at first, and that come at a time.
const DRAWN: usize = 12;

/// The largest number of unknown ids that are reported. Each is a message on the screen and in an event, and a person can
/// type thousands.
const MOST_UNKNOWN: usize = 100;

/// Longest list to read, in pages: more than a person looks through, and an end if every page names a next one.
const MOST_PAGES: usize = 400;

/// The selected ids, in order; `None` means all actions.
pub type Selection = Option<Rc<Vec<String>>>;

/// What is known of the actions, and how the person looks at them.
#[derive(Clone, Debug, Default)]
pub struct ActionPicker {
    /// What was read so far.
    pub list: Catalogue,
    /// Pages that were read.
    pages: usize,
    /// What leads to the page after them.
    pub next: Option<String>,
    /// Whether that was the last one.
    pub read: bool,
    /// Why the next one could not be read.
    pub failed: Option<Failure>,
    /// What is searched for.
    pub search: String,
    /// The places of those that fit the search.
    pub shown: Vec<u32>,
    /// Of those that fitted what the search begins with, one letter less and so on.
    before: Vec<(String, Vec<u32>)>,
    /// Which actions of the list are selected, by place.
    pub(super) marked: Vec<bool>,
    /// How many objects are drawn beyond the first ones, as the person scrolls.
    pub(super) more: usize,
    /// The object whose actions are shown one by one.
    pub(super) open: Option<String>,
    /// The usual selection that is chosen, if one is.
    pub preset: Option<Preset>,
    /// What was chosen before all were.
    pub(super) previous: Selection,
    /// The ids as they are typed, while they are.
    pub typed: Option<String>,
    /// Scopes that the chosen ones need.
    pub needed: Vec<String>,
    /// Chosen ones that are not among those read so far.
    pub unknown: Vec<String>,
    /// The scopes that were taken over for this selection, while that can be undone.
    pub taken: Option<TakenScopes>,
}

/// The fewest scopes that do, taken over into their field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenScopes {
    /// What stood there before.
    pub before: String,
    /// What was put there.
    pub now: String,
}

impl ActionPicker {
    /// Another search. What fits a longer one is among those that its beginning fits.
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

    /// How many objects are drawn.
    pub fn drawn(&self) -> usize {
        self.more + DRAWN
    }

    /// Whether the action at a place of the list is selected.
    pub fn is_chosen(&self, place: u32) -> bool {
        self.marked.get(place as usize).copied().unwrap_or_default()
    }

    /// Those that fit the search.
    pub fn shown(&self) -> impl Iterator<Item = &Rc<Action>> {
        self.shown.iter().filter_map(|place| self.list.at(*place))
    }

    /// A page was read, and this leads to the one after it. The list ends also where that is the same page again.
    pub(super) fn turn(&mut self, next: Option<String>) {
        self.pages += 1;
        self.read = next.is_none() || next == self.next || self.pages >= MOST_PAGES;
        self.next = next;
    }

    /// Looks again for what the search fits.
    pub(super) fn look_again(&mut self) {
        self.shown = self.list.search(&self.search);
        self.before.clear();
    }
}

impl ActionPicker {
    /// Selected ids that StackOne does not list, up to that number. Empty until the whole list is read.
    pub fn unknown_listed(&self) -> Vec<String> {
        let most = if self.read && self.next.is_none() { MOST_UNKNOWN } else { 0 };
        self.unknown.iter().take(most).cloned().collect()
    }
}
