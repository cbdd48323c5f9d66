//! The choice of actions as plain data.

use std::rc::Rc;

use super::{ActionPicker, ActionsMessage, Preset, Selection};
use crate::i18n::TextKey;
use crate::requests::InWords;
use crate::stackone::actions::Action;

/// All of them or some, and which.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionPickerView {
    /// Whether the list is being read.
    pub reading: bool,
    /// Whether nothing can be chosen now.
    pub disabled: bool,
    /// All or some: words, what choosing it means, and whether it is chosen.
    pub extents: Vec<(TextKey, ActionsMessage, bool)>,
    /// Which, where it is some.
    pub selection: Option<SelectionView>,
}

/// Which actions.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectionView {
    /// How many are chosen.
    pub count: String,
    /// Whether rows are on their way and none is there.
    pub awaits_rows: bool,
    /// Those that StackOne lists.
    pub list: Option<Rc<ActionListView>>,
    /// The button that reads the list, or stops that.
    pub read: Option<(TextKey, ActionsMessage)>,
    /// Whether the list is being read.
    pub reading: bool,
    /// Why it could not be read.
    pub failed: Option<String>,
    /// The ids as they are typed, while they are.
    pub typed: Option<String>,
    /// What the scopes are short of, or hold too much of.
    pub scopes: Option<ScopesNote>,
}

/// What is to be said of the scopes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopesNote {
    /// A paragraph each.
    pub paragraphs: Vec<String>,
    /// The button below: the fewest that do are taken over, or given back.
    pub button: Option<(TextKey, ActionsMessage)>,
    /// Whether they were taken over just now.
    pub done: bool,
}

/// The part of the list that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionListView {
    /// What is searched for.
    pub search: String,
    /// How many there are, and fit the search.
    pub count: String,
    /// Whether more are being read.
    pub reading: bool,
    /// Whether no usual selection can be picked now.
    pub disabled: bool,
    /// The usual selection that is chosen, if one is.
    pub preset: Option<Preset>,
    /// How many fit the search.
    pub size: usize,
    /// The actions that are drawn, by object.
    pub groups: Vec<ActionGroup>,
}

/// The actions of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionGroup {
    /// Its name.
    pub name: String,
    /// The actions.
    pub actions: Vec<ActionOption>,
}

/// One action of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionOption {
    /// Its place among those that fit the search, from 0.
    pub place: usize,
    /// The action.
    pub action: Rc<Action>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether the keyboard is at it.
    pub current: bool,
}

/// The choice, with what its view model needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Choosing<'a> {
    /// The list, and how the person looks at it.
    pub picker: &'a ActionPicker,
    /// What is chosen.
    pub selection: &'a Selection,
    /// Puts failures in words.
    pub in_words: InWords<'a>,
    /// Scopes that are typed, normalized.
    pub scopes: &'a [String],
    /// Whether the list is being read.
    pub reading: bool,
    /// Whether nothing can be chosen now.
    pub busy: bool,
    /// For a profile that exists: whether it gets all actions, whichever it has now.
    pub allows_all: Option<bool>,
}

impl Choosing<'_> {
    /// The choice of actions.
    pub fn view(&self) -> ActionPickerView {
        let some = self.selection.is_some();
        let (all, changes) = (self.allows_all == Some(true), self.allows_all.is_some());
        let kept = if changes { TextKey::ActionsKept } else { TextKey::ActionsAll };
        let mut extents = vec![(kept, ActionsMessage::ExtentPicked { all: true }, !some && !all)];
        if changes {
            extents.push((TextKey::ActionsAll, ActionsMessage::AllowAllPressed, all));
        }
        extents.push((TextKey::ActionsSome, ActionsMessage::ExtentPicked { all: false }, some));
        ActionPickerView {
            reading: self.reading,
            disabled: self.busy,
            extents,
            selection: some.then(|| self.selected()),
        }
    }

    fn selected(&self) -> SelectionView {
        let Self { picker, reading, .. } = *self;
        let empty = picker.list.count() == 0;
        SelectionView {
            count: self.chosen(),
            awaits_rows: reading && empty,
            list: (!empty).then(|| Rc::new(self.list())),
            read: match (reading, picker.read) {
                (true, _) => Some((TextKey::ActionsStop, ActionsMessage::StopPressed)),
                (false, false) => Some((TextKey::ActionsRead, ActionsMessage::ReadPressed)),
                (false, true) => None,
            },
            reading,
            failed: self.failure(),
            typed: picker.typed.clone(),
            scopes: self.scopes_note(),
        }
    }

    /// Why the list could not be read.
    pub fn failure(&self) -> Option<String> {
        self.picker.failed.as_ref().map(|failure| self.in_words.brief(failure))
    }

    fn list(&self) -> ActionListView {
        let picker = self.picker;
        let mut groups = Vec::<ActionGroup>::new();
        let mut last: Option<&Rc<Action>> = None;
        for (place, action) in picker.shown().take(picker.drawn()).enumerate() {
            let option = ActionOption {
                place,
                action: action.clone(),
                chosen: self.is_chosen(action),
                current: place == picker.at,
            };
            match groups.last_mut() {
                Some(group) if last.is_some_and(|last| last.object == action.object) => group.actions.push(option),
                _ => groups.push(ActionGroup { name: action.object.clone(), actions: vec![option] }),
            }
            last = Some(action);
        }
        ActionListView {
            search: picker.search.clone(),
            count: self.shown(),
            reading: self.reading,
            // Of a part of the list, a usual selection would hold less than it says.
            disabled: self.busy || !picker.read,
            preset: picker.preset,
            size: picker.shown.len(),
            groups,
        }
    }
}
