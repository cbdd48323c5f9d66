//! The choice of actions: all of them, or those that are chosen – from StackOne's list, read page by page, or by their
//! ids. A list that cannot be read stands in nobody's way. What is chosen stands in the draft, in the order of the ids.

use std::rc::Rc;

use super::answers::{got, pause};
use super::{Effect, Failure, State, Target, view};
use crate::profile::Field;
use crate::salesforce::ScopeList;
use crate::stackone::actions::{Action, Catalogue, parts_ids};
use crate::stackone::{Answer, Json, Unanswered};

/// Longest list that is read, in pages: more than anybody looks through, and an end where each page names another one.
const MOST_PAGES: usize = 400;
/// Actions that are drawn at a time.
pub const DRAWN: usize = 100;

/// What is known of the actions, and how the person looks at them.
#[derive(Clone, Debug, Default)]
pub struct Choosing {
    /// What was read so far.
    pub list: Catalogue,
    /// Number of the request that is out for the next page.
    pub reading: Option<u32>,
    /// How often that page was asked for again.
    retries: u8,
    /// Pages that were read.
    pages: usize,
    /// What leads to the page after them.
    next: Option<String>,
    /// Whether that was the last one.
    pub read: bool,
    /// Why the next one could not be read, in words.
    pub failed: Option<String>,
    /// What is searched for.
    pub search: String,
    /// In which order they are shown: by what they do, or by the kind of record.
    pub order: usize,
    /// Those that fit the search.
    pub shown: Vec<Rc<Action>>,
    /// The place among them that the keyboard is at.
    pub at: usize,
    /// What was chosen before all were.
    aside: Option<Rc<Vec<String>>>,
    /// The ids as they are typed, while they are.
    pub typed: Option<String>,
    /// Scopes that the chosen ones need.
    pub needed: Vec<String>,
    /// Chosen ones that are not among those read so far.
    pub unknown: Vec<String>,
}

/// Where the keyboard goes.
#[derive(Clone, Copy, Debug)]
pub enum Move {
    /// So many places on.
    By(isize),
    /// To this place.
    To(usize),
}

/// One thing that happened to the choice.
#[derive(Clone, Debug)]
pub enum ActionsMsg {
    /// All of them, or only some.
    Chose {
        /// Whether all.
        all: bool,
    },
    /// Read the list, or go on reading it.
    Read,
    /// Read no more of it.
    Stopped,
    /// The search was typed.
    Searched(String),
    /// Another order.
    Ordered(usize),
    /// The one at a place was chosen, or is chosen no more.
    Pressed(usize),
    /// The same where the keyboard is.
    PressedHere,
    /// The keyboard went on.
    Moved(Move),
    /// All that are shown are chosen, or none of them.
    Shown {
        /// Whether all.
        all: bool,
    },
    /// The field for ids was opened or closed.
    TypingToggled,
    /// Ids were typed.
    Typed(String),
    /// The fewest scopes that do go into the field.
    ScopesTaken,
}

impl Choosing {
    /// Chosen ones that StackOne does not list. As long as the list is not read, nobody knows.
    pub(super) fn unknown_listed(&self) -> Vec<String> {
        if self.read { self.unknown.clone() } else { Vec::new() }
    }
}

impl State {
    pub(super) fn take_actions(&mut self, msg: ActionsMsg, effects: &mut Vec<Effect>) {
        let looks = matches!(
            msg,
            ActionsMsg::Read
                | ActionsMsg::Stopped
                | ActionsMsg::Searched(_)
                | ActionsMsg::Ordered(_)
                | ActionsMsg::Moved(_)
                | ActionsMsg::TypingToggled
        );
        if self.is_busy() && !looks {
            return;
        }
        let choosing = &mut self.choosing;
        match msg {
            ActionsMsg::Chose { all } => {
                choosing.typed = None;
                if all {
                    choosing.aside = self.draft.actions.take();
                } else if self.draft.actions.is_none() {
                    self.draft.actions = Some(choosing.aside.take().unwrap_or_default());
                }
                if !all && !choosing.read && choosing.reading.is_none() && !self.lacks_key() {
                    self.read_actions(0, effects);
                }
            }
            ActionsMsg::Read => {
                self.touched.push(Field::ApiKey);
                if self.lacks_key() {
                    effects.push(Effect::Focus(Target::Field(Field::ApiKey)));
                } else if self.choosing.reading.is_none() {
                    self.choosing.retries = 0;
                    self.read_actions(0, effects);
                }
                return;
            }
            ActionsMsg::Stopped => return choosing.reading = None,
            ActionsMsg::Searched(text) => {
                choosing.search = text;
                return self.show_actions();
            }
            ActionsMsg::Ordered(order) => {
                choosing.order = order;
                return self.show_actions();
            }
            ActionsMsg::Moved(to) => {
                let last = choosing.shown.len().saturating_sub(1);
                choosing.at = match to {
                    Move::By(places) => choosing.at.saturating_add_signed(places).min(last),
                    Move::To(place) => place.min(last),
                };
                return effects.push(Effect::Focus(Target::Action));
            }
            ActionsMsg::Pressed(place) => {
                choosing.at = place;
                self.press_action();
                effects.push(Effect::Focus(Target::Action));
            }
            ActionsMsg::PressedHere => self.press_action(),
            ActionsMsg::Shown { all } => {
                choosing.typed = None;
                if let Some(chosen) = self.draft.actions.as_mut().map(Rc::make_mut) {
                    for action in &choosing.shown {
                        choose(chosen, &action.id, Some(all));
                    }
                }
            }
            ActionsMsg::TypingToggled => {
                choosing.typed = match choosing.typed {
                    Some(_) => None,
                    None => Some(self.draft.actions.as_ref().map(|ids| ids.join("\n")).unwrap_or_default()),
                };
                return;
            }
            ActionsMsg::Typed(text) => {
                let mut chosen = Vec::new();
                for id in text.split(parts_ids).filter(|id| !id.is_empty()) {
                    choose(&mut chosen, id, Some(true));
                }
                self.draft.actions = Some(chosen.into());
                choosing.typed = Some(text);
            }
            ActionsMsg::ScopesTaken => {
                self.draft.scopes = ScopeList::joined(&self.least_scopes());
                self.drop_verdict(Field::Scopes);
                return effects.push(Effect::Focus(Target::Field(Field::Scopes)));
            }
        }
        self.compare_actions();
        self.drop_verdict(Field::Actions);
    }

    /// Asks for the page that follows, after so many milliseconds.
    fn read_actions(&mut self, delay_ms: u32, effects: &mut Vec<Effect>) {
        self.choosing.failed = None;
        let request = Catalogue::request(self.choosing.next.as_deref(), self.api());
        self.choosing.reading = Some(self.send_after(delay_ms, request, effects));
    }

    /// Takes a page of the list, if it is the one that is waited for.
    pub(super) fn actions_read(
        &mut self,
        seq: u32,
        answer: &Result<Answer, Unanswered>,
        effects: &mut Vec<Effect>,
    ) -> bool {
        if self.choosing.reading.take_if(|reading| *reading == seq).is_none() {
            return false;
        }
        if let Some(delay_ms) = pause(answer, self.choosing.retries) {
            self.choosing.retries += 1;
            self.read_actions(delay_ms, effects);
            return true;
        }
        let choosing = &mut self.choosing;
        choosing.retries = 0;
        let page = got(answer.clone(), &self.sent_secrets)
            .and_then(|answer| choosing.list.read(&answer.body).ok_or(Failure::UnreadableList));
        match page {
            Ok(next) => {
                choosing.pages += 1;
                choosing.read = next.is_none() || next == choosing.next || choosing.pages >= MOST_PAGES;
                choosing.next = next;
                if !choosing.read {
                    self.read_actions(0, effects);
                }
                self.show_actions();
                self.compare_actions();
            }
            Err(failure) => self.choosing.failed = Some(view::link_failure(self, &failure)),
        }
        true
    }

    /// Looks for what the search fits. The keyboard begins anew.
    fn show_actions(&mut self) {
        let choosing = &mut self.choosing;
        choosing.shown = choosing.list.search(choosing.order, &choosing.search);
        choosing.at = 0;
    }

    fn press_action(&mut self) {
        let choosing = &mut self.choosing;
        if let (Some(chosen), Some(action)) = (&mut self.draft.actions, choosing.shown.get(choosing.at)) {
            choosing.typed = None;
            choose(Rc::make_mut(chosen), &action.id, None);
        }
    }

    /// Takes up the ids that were kept.
    pub(super) fn restore_actions(&mut self, kept: &Json) {
        if let Json::List(ids) = kept {
            let mut chosen = Vec::new();
            for id in ids {
                choose(&mut chosen, id.text().unwrap_or_default(), Some(true));
            }
            self.draft.actions = Some(chosen.into());
        }
    }

    /// Another draft: nothing is left of how the choice for the one before was made, but what was read.
    pub(super) fn forget_actions(&mut self) {
        self.choosing.typed = None;
        self.choosing.aside = None;
        self.compare_actions();
    }

    /// Compares what is chosen with what was read.
    fn compare_actions(&mut self) {
        let choosing = &mut self.choosing;
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
        let mut least = self.choosing.list.least(&self.choosing.needed);
        if !least.iter().any(|scope| crate::salesforce::scopes::is_refresh_scope(scope)) {
            least.push("refresh_token".to_owned());
        }
        least
    }
}

/// Puts an id among those chosen, or takes it away; without `wanted`, the other way round.
fn choose(chosen: &mut Vec<String>, id: &str, wanted: Option<bool>) {
    match chosen.binary_search_by(|known| known.as_str().cmp(id)) {
        Ok(place) if wanted != Some(true) => {
            chosen.remove(place);
        }
        Err(place) if wanted != Some(false) => chosen.insert(place, id.to_owned()),
        Ok(_) | Err(_) => {}
    }
}
