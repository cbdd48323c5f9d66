//! The list of actions. ARIA's pattern is the listbox of several choices: one stop of Tab, arrows go from action to
//! action, Space chooses, Control+A chooses all that are shown. Twenty are drawn at a time.

use std::rc::Rc;

use yew::prelude::*;

use super::view::{ActionListView, ActionOption};
use super::{ActionsMessage, Move};
use crate::components::{Look, TextField, button, on_key, rich_text, sends, use_words, verbatim};
use crate::i18n::{TextKey, plain};

/// The props of the list.
#[derive(Properties, PartialEq)]
pub struct ActionListProps {
    /// The part of it that is drawn.
    pub view: Rc<ActionListView>,
    /// What takes its messages.
    pub send: Callback<ActionsMessage>,
}

/// The search, the list, and what goes for all that are shown.
#[component]
pub fn ActionList(props: &ActionListProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), &props.send);
    let way = |key: TextKey, msg: ActionsMessage| {
        html! { { button(Look::Link, &words, key, sends(send, msg)) } }
    };
    let (by_other, group_by_other) = &view.grouping;
    html! {
        <>
            { TextField {
                kind: "search",
                onkeydown: Some(on_key(send, to_first)),
                ..TextField::new("action-search", TextKey::ActionsSearch, view.search.clone(), send.reform(ActionsMessage::SearchEdited))
            }
            .draw(&words) }
            <p class="hint" aria-hidden="true">{ rich_text(&view.count) }</p>
            // Said once all pages are there.
            <p class="unseen" role="status">
                if !view.reading {
                    { rich_text(&view.count) }
                }
            </p>
            <div class="button-row">
                { way(TextKey::ActionsAllShown, ActionsMessage::Shown { all: true }) }
                { way(TextKey::ActionsNoneShown, ActionsMessage::Shown { all: false }) }
                { way(*by_other, group_by_other.clone()) }
                if let Some(before) = view.before {
                    { way(TextKey::ActionsBefore, ActionsMessage::Moved(Move::Turn(before))) }
                }
                if let Some(after) = view.after {
                    { way(TextKey::ActionsAfter, ActionsMessage::Moved(Move::Turn(after))) }
                }
            </div>
            if view.size == 0 {
                <p class="small">{ rich_text(&words.fill(TextKey::ActionsNoMatch, &[("search", &view.search)])) }</p>
            }
            // Twenty others begin at their first.
            <div
                key={view.first}
                class="list"
                role="listbox"
                aria-multiselectable="true"
                aria-label={plain(words.get(TextKey::ActionsLabel))}
                onkeydown={on_key(send, in_list)}
            >
                for group in &view.groups {
                    <div role="group" aria-label={group.name.clone()}>
                        <p class="group" aria-hidden="true">{ verbatim(&group.name) }</p>
                        for option in &group.actions {
                            { action(send, option, view.size) }
                        }
                    </div>
                }
            </div>
        </>
    }
}

fn action(send: &Callback<ActionsMessage>, option: &ActionOption, size: usize) -> Html {
    let ActionOption { place, action, chosen, current } = option;
    html! {
        <div
            class="option"
            role="option"
            aria-selected={chosen.to_string()}
            tabindex={if *current { "0" } else { "-1" }}
            aria-posinset={(place + 1).to_string()}
            aria-setsize={size.to_string()}
            title={action.id.clone()}
            onclick={sends(send, ActionsMessage::Pressed(*place))}
        >
            <span>{ verbatim(&action.label) }</span>
            <code>{ verbatim(&action.id) }</code>
        </div>
    }
}

/// Enter goes to the first one found. Else it would submit the form.
fn to_first(event: &KeyboardEvent) -> Option<ActionsMessage> {
    (event.key() == "Enter").then_some(ActionsMessage::Moved(Move::To(0)))
}

/// What a key does in the list.
fn in_list(event: &KeyboardEvent) -> Option<ActionsMessage> {
    Some(match (&*event.key(), event.ctrl_key() || event.meta_key()) {
        ("ArrowDown", false) => ActionsMessage::Moved(Move::By(1)),
        ("ArrowUp", false) => ActionsMessage::Moved(Move::By(-1)),
        ("PageDown", false) => ActionsMessage::Moved(Move::By(10)),
        ("PageUp", false) => ActionsMessage::Moved(Move::By(-10)),
        ("Home", false) => ActionsMessage::Moved(Move::To(0)),
        ("End", false) => ActionsMessage::Moved(Move::To(usize::MAX)),
        (" " | "Enter", false) => ActionsMessage::PressedHere,
        ("a", true) => ActionsMessage::Shown { all: true },
        _ => return None,
    })
}
