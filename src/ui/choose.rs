//! The choice of actions. ARIA's pattern is the listbox of several choices: one stop of Tab, arrows go from action to
//! action, Space chooses, Control+A chooses all that are shown. Twenty are drawn at a time.

use super::hear::Hear;
use super::tree::Tree;
use crate::form::actions::{DRAWN, Move};
use crate::form::view::View;
use crate::form::{ActionsMessage, Message};
use crate::i18n::{TextKey, digits};
use crate::profile::Field;

impl Tree<'_> {
    /// All of them or some, and which.
    pub fn choose(&mut self, view: &View<'_>) {
        let (state, shown) = (view.state, view.field(Field::Actions));
        let (some, widened, changes) = (state.draft.actions.is_some(), state.profiles.widened, state.editing.is_some());
        self.open("fieldset|class=field actions|part=field|aria-describedby=actions-hint actions-messages");
        self.truth("aria-busy", state.picker.reading.is_some());
        self.open("legend|part=label")
            .say(TextKey::ActionsLabel)
            .text(" ")
            .label("span|class=aside", TextKey::Optional)
            .close();
        let kept = if changes { TextKey::ActionsKept } else { TextKey::ActionsAll };
        self.open("div|class=choices").extent(
            view,
            kept,
            ActionsMessage::ExtentPicked { all: true },
            !some && !widened,
        );
        self.only(changes, |tree| tree.extent(view, TextKey::ActionsAll, ActionsMessage::AllowAllPressed, widened));
        self.extent(view, TextKey::ActionsSome, ActionsMessage::ExtentPicked { all: false }, some);
        self.close().below(&shown).only(some, |tree| tree.chosen(view)).close();
    }

    fn extent(&mut self, view: &View<'_>, words: TextKey, msg: ActionsMessage, chosen: bool) {
        self.open(if chosen { "label|class=choice chosen" } else { "label|class=choice" });
        self.open("input|type=radio|name=actions").flag("disabled", view.state.is_busy()).checked(chosen);
        self.changes(Message::Actions(msg)).close().label("span", words).close();
    }

    fn chosen(&mut self, view: &View<'_>) {
        let choosing = &view.state.picker;
        let (reading, empty) = (choosing.reading.is_some(), choosing.list.count() == 0);
        self.leaf("p|class=label", &view.chosen());
        self.only(reading && empty, Self::ghosts);
        self.only(!empty, |tree| tree.actions(view));
        // One button for both: it keeps the focus.
        self.open("div|class=ways").only(reading || !choosing.read, |tree| {
            let (words, msg) = match reading {
                true => (TextKey::ActionsStop, ActionsMessage::StopPressed),
                false => (TextKey::ActionsRead, ActionsMessage::ReadPressed),
            };
            tree.button("button|type=button|class=second|id=actions-read", words, Message::Actions(msg));
        });
        let typing = choosing.typed.is_some();
        self.open("button|type=button|class=second|part=button").truth("aria-expanded", typing);
        self.press(Message::Actions(ActionsMessage::TypingToggled)).say(TextKey::ActionsType).close().close();
        self.open("p|class=hint|role=status").only(reading, |tree| {
            tree.say(TextKey::ProfilesReading);
        });
        self.close().alert(choosing.failed.as_ref());
        self.maybe(choosing.typed.as_ref(), |tree, typed| {
            tree.label("label|for=action-ids", TextKey::ActionsIds).open("div|class=input").leaving(Field::Actions);
            tree.open("textarea|id=action-ids|rows=3|class=control code|autocomplete=off|spellcheck=false")
                .value(typed);
            tree.text_input(|text| Message::Actions(ActionsMessage::Typed(text))).close().close();
        });
        self.open("div|role=status").maybe(view.least(), |tree, said| {
            tree.open("div|class=note plain").each(&said, |tree, words| {
                tree.told("p", words);
            });
            tree.only(said.len() > 1 || view.has_more_than_least(), |tree| {
                tree.button(
                    "button|type=button|class=link",
                    TextKey::LeastTake,
                    Message::Actions(ActionsMessage::ScopesTaken),
                );
            });
            tree.close();
        });
        self.close();
    }

    /// The search, the list, and what goes for all that are shown.
    fn actions(&mut self, view: &View<'_>) {
        let (choosing, drawn) = (&view.state.picker, view.drawn());
        self.label("label|for=action-search", TextKey::ActionsSearch).open("div|class=input");
        self.open("input|type=search|id=action-search|class=control|autocomplete=off").value(&choosing.search);
        self.hears("data-keydown", Hear::Keys(to_first));
        self.text_input(|text| Message::Actions(ActionsMessage::SearchEdited(text))).close().close();
        // Said once all pages are there.
        let shown = view.actions_shown();
        self.leaf("p|class=hint|aria-hidden=true", &shown);
        self.leaf("p|class=unseen|role=status", if choosing.reading.is_some() { "" } else { &shown });
        let step = |words, by| (words, ActionsMessage::Moved(Move::To(by)));
        self.open("div|class=ways").each(
            [
                (TextKey::ActionsAllShown, ActionsMessage::Shown { all: true }),
                (TextKey::ActionsNoneShown, ActionsMessage::Shown { all: false }),
                if choosing.order == 0 {
                    (TextKey::ActionsByObject, ActionsMessage::GroupingPicked(1))
                } else {
                    (TextKey::ActionsByVerb, ActionsMessage::GroupingPicked(0))
                },
            ],
            |tree, (words, msg)| {
                tree.button("button|type=button|class=link", words, Message::Actions(msg));
            },
        );
        self.only(drawn.start > 0, |tree| {
            let (words, msg) = step(TextKey::ActionsBefore, drawn.start.saturating_sub(DRAWN));
            tree.button("button|type=button|class=link", words, Message::Actions(msg));
        });
        self.only(drawn.end < choosing.shown.len(), |tree| {
            let (words, msg) = step(TextKey::ActionsAfter, drawn.end);
            tree.button("button|type=button|class=link", words, Message::Actions(msg));
        });
        self.close();
        self.open("div|class=list|role=listbox|aria-multiselectable=true").name("aria-label", TextKey::ActionsLabel);
        self.hears("data-keydown", Hear::Keys(pressed));
        let mut before = None;
        for place in drawn {
            let Some(action) = choosing.shown_at(place) else { continue };
            let tree = &mut *self;
            if !before.is_some_and(|before| view.grouped(before, action)) {
                if before.is_some() {
                    tree.close();
                }
                let group = view.group(action);
                tree.open("div|role=group").set("aria-label", group).leaf("p|class=group|aria-hidden=true", group);
            }
            before = Some(action);
            tree.open("div|class=option|role=option").truth("aria-selected", view.is_chosen(action));
            tree.set("tabindex", if place == choosing.at { "0" } else { "-1" });
            tree.set("aria-posinset", &digits(place as u64 + 1));
            tree.set("aria-setsize", &digits(choosing.shown.len() as u64));
            tree.hears("data-click", Hear::Send(Message::Actions(ActionsMessage::Pressed(place))));
            tree.leaf("b", &action.label).leaf("code", &action.id).leaf("span", &action.description).close();
        }
        if before.is_some() {
            self.close();
        }
        self.close();
    }
}

/// Enter goes to the first one found. Else it would submit the form.
fn to_first(key: &str, _: bool) -> Option<Message> {
    (key == "Enter").then_some(Message::Actions(ActionsMessage::Moved(Move::To(0))))
}

/// What a key does in the list.
fn pressed(key: &str, control: bool) -> Option<Message> {
    let msg = match (key, control) {
        ("ArrowDown", false) => ActionsMessage::Moved(Move::By(1)),
        ("ArrowUp", false) => ActionsMessage::Moved(Move::By(-1)),
        ("PageDown", false) => ActionsMessage::Moved(Move::By(10)),
        ("PageUp", false) => ActionsMessage::Moved(Move::By(-10)),
        ("Home", false) => ActionsMessage::Moved(Move::To(0)),
        ("End", false) => ActionsMessage::Moved(Move::To(usize::MAX)),
        (" " | "Enter", false) => ActionsMessage::PressedHere,
        ("a", true) => ActionsMessage::Shown { all: true },
        _ => return None,
    };
    Some(Message::Actions(msg))
}
