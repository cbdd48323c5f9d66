//! The list of actions. ARIA's pattern is the listbox of several choices: one stop of Tab, arrows go from action to
//! action, Space chooses, Control+A chooses all that are shown. They are drawn as far as the person has scrolled.

use web_sys::Element;
use yew::TargetCast;
use yew::prelude::*;

use super::view::{ActionListView, ActionOption};
use super::{ActionsMessage, Move, Preset};
use crate::components::{Look, TextField, button, choice, on_key, rich_text, say, sends, verbatim};
use crate::i18n::{TextKey, Words, plain};

/// Pixels from the end of what is drawn at which more is.
const NEAR: i32 = 200;

/// The usual selections, the search, the list, and what goes for all that are shown.
pub fn action_list(view: &ActionListView, words: &Words, send: &Callback<ActionsMessage>) -> Html {
    let way = |key: TextKey, msg: ActionsMessage| {
        html! { { button(Look::Link, words, key, sends(send, msg)) } }
    };
    html! {
        <>
            <fieldset class="choices">
                <legend class="unseen">{ say(words, TextKey::ActionsPresets) }</legend>
                for preset in Preset::ALL {
                    { choice(
                        "preset",
                        preset.words(),
                        [view.preset == Some(preset), view.disabled],
                        sends(send, ActionsMessage::PresetPicked(preset)),
                        words,
                    ) }
                }
            </fieldset>
            { TextField {
                kind: "search",
                onkeydown: Some(on_key(send, to_first)),
                ..TextField::new("action-search", TextKey::ActionsSearch, view.search.clone(), send.reform(ActionsMessage::SearchEdited))
            }
            .draw(words) }
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
            </div>
            if view.size == 0 {
                <p class="small">{ rich_text(&words.fill(TextKey::ActionsNoMatch, &[("search", &view.search)])) }</p>
            }
            <div
                class="list"
                onscroll={on_end_seen(send)}
                role="listbox"
                aria-multiselectable="true"
                aria-label={plain(words.get(TextKey::ActionsLabel))}
                onkeydown={on_key(send, in_list)}
            >
                for group in &view.groups {
                    <div key={&*group.name} role="group" aria-label={group.name.clone()}>
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
        // Yew gives the elements of those without a key to others as more come, and the focus with them.
        <div
            key={&*action.id}
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

/// Says when the person has scrolled to where the actions that are drawn end.
fn on_end_seen(send: &Callback<ActionsMessage>) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        let Some(list) = event.target_dyn_into::<Element>() else { return };
        if list.scroll_height() - list.scroll_top() - list.client_height() < NEAR {
            send.emit(ActionsMessage::EndSeen);
        }
    })
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
