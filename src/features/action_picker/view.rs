//! The view model of the action picker.

use std::rc::Rc;

use super::{ActionPicker, ActionsMessage, Preset, Selection};
use crate::i18n::TextKey;
use crate::requests::InWords;
use crate::stackone::actions::{Action, Verb};

/// The picker to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionPickerView {
    /// Whether the list is being read.
    pub reading: bool,
    /// Whether the selection cannot change now.
    pub disabled: bool,
    /// *All actions* and *Selected actions only*: text, message, and whether it is picked.
    pub extents: Vec<(TextKey, ActionsMessage, bool)>,
    /// The selection; `None` if all actions are enabled.
    pub selection: Option<SelectionView>,
}

/// The selection to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectionView {
    /// The number of selected actions.
    pub count: String,
    /// Whether the selection can be cleared.
    pub can_clear: bool,
    /// That the list is being read, or the numbers of matches and of all actions.
    pub status: String,
    /// The table. Absent while the list is read, because rows that arrive would move the others.
    pub list: Option<Rc<MatrixView>>,
    /// The button that reads the list, or stops reading.
    pub read: Option<(TextKey, ActionsMessage)>,
    /// Whether the list is being read.
    pub reading: bool,
    /// Why the list could not be read.
    pub failed: Option<String>,
    /// The text in the field for ids, while it is shown.
    pub typed: Option<String>,
    /// The note about missing or unnecessary scopes.
    pub scopes: Option<ScopesNote>,
}

/// The note about the selection's scopes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopesNote {
    /// The text, one entry per paragraph.
    pub paragraphs: Vec<String>,
    /// The button that applies the minimal scopes, or undoes that.
    pub button: Option<(TextKey, ActionsMessage)>,
    /// Whether the minimal scopes were applied.
    pub done: bool,
}

/// The columns with their headings: the whole row, then one per verb. Other verbs count only in the whole row.
pub const COLUMNS: [(Option<Verb>, TextKey); 5] = [
    (None, TextKey::ActionsObject),
    (Some(Verb::Read), TextKey::ActionsVerbRead),
    (Some(Verb::Create), TextKey::ActionsVerbCreate),
    (Some(Verb::Update), TextKey::ActionsVerbUpdate),
    (Some(Verb::Delete), TextKey::ActionsVerbDelete),
];

/// A tally per column.
pub type Tallies = [Tally; COLUMNS.len()];

/// The drawn part of the table, with the presets and the search above it.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixView {
    /// The search.
    pub search: String,
    /// Whether the check boxes are disabled.
    pub disabled: bool,
    /// Whether presets cannot be picked now.
    pub presets_disabled: bool,
    /// The preset that equals the selection, if any.
    pub preset: Option<Preset>,
    /// The tallies of all matches.
    pub head: Tallies,
    /// The drawn rows, sorted by object.
    pub rows: Vec<RowView>,
}

/// The row of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// The object's name, in the singular.
    pub object: String,
    /// The tallies of its matches.
    pub tallies: Tallies,
    /// Its matches, each with whether it is selected, if the row is open.
    pub actions: Option<Vec<(Rc<Action>, bool)>>,
}

/// A number of actions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of actions.
    pub size: usize,
    /// The number of selected ones among them.
    pub selected: usize,
}

/// The action picker, with the context for its view model.
#[derive(Clone, Copy, Debug)]
pub struct ActionPickerContext<'a> {
    /// The state of the picker.
    pub picker: &'a ActionPicker,
    /// The selection.
    pub selection: &'a Selection,
    /// The context for rendering failures as text.
    pub in_words: InWords<'a>,
    /// The typed scopes, normalized.
    pub scopes: &'a [String],
    /// Whether the list is being read.
    pub reading: bool,
    /// Whether the selection cannot change now.
    pub busy: bool,
    /// For an existing profile, whether it gets all actions; `None` for a new one.
    pub allows_all: Option<bool>,
}

impl ActionPickerContext<'_> {
    /// The view model.
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
            selection: some.then(|| self.selection_view()),
        }
    }

    fn selection_view(&self) -> SelectionView {
        let Self { picker, reading, .. } = *self;
        let empty = picker.list.count() == 0;
        SelectionView {
            count: self.selected_text(),
            can_clear: !(reading || empty || self.busy) && self.selection.as_ref().is_some_and(|ids| !ids.is_empty()),
            status: match (reading, empty) {
                (true, _) => self.in_words.words.get(TextKey::ProfilesReading).to_owned(),
                (false, true) => String::new(),
                (false, false) => self.shown(),
            },
            list: (!reading && !empty).then(|| Rc::new(self.matrix())),
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

    /// Why the list could not be read, as text.
    pub fn failure(&self) -> Option<String> {
        self.picker.failed.as_ref().map(|failure| self.in_words.brief(failure))
    }
}
