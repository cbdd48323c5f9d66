//! The table of actions. Rows are drawn as far as the person scrolls.

use web_sys::Element;
use yew::TargetCast;
use yew::prelude::*;

use super::view::{COLUMNS, MatrixView, RowView, Tally};
use super::{ActionsMessage, Part, Preset};
use crate::components::{TextField, choice, on_key, rich_text, say, sends, verbatim};
use crate::i18n::{TextKey, Words};

/// The distance from the end of the drawn rows, in pixels, at which more are drawn.
const NEAR: i32 = 200;

/// The presets, the search, and the table.
pub fn matrix(view: &MatrixView, words: &Words, send: &Callback<ActionsMessage>) -> Html {
    let table = Table { words, send, disabled: view.disabled };
    html! {
        <>
            <fieldset class="choices">
                <legend class="unseen">{ say(words, TextKey::ActionsPresets) }</legend>
                for preset in Preset::ALL {
                    { choice(
                        "preset",
                        preset.words(),
                        [view.preset == Some(preset), view.presets_disabled],
                        sends(send, ActionsMessage::PresetPicked(preset)),
                        words,
                    ) }
                }
            </fieldset>
            <TextField
                id="action-search"
                label={TextKey::ActionsSearch}
                value={view.search.clone()}
                onedit={send.reform(ActionsMessage::SearchEdited)}
                kind="search"
                onkeydown={on_key(send, |event| (event.key() == "Enter").then_some(ActionsMessage::SearchEntered))}
            />
            if view.rows.is_empty() {
                <p class="small">{ rich_text(&words.fill(TextKey::ActionsNoMatch, &[("search", &view.search)])) }</p>
            } else {
                <div class="matrix-scroll" onscroll={on_end_seen(send)}>
                    <table class="matrix" role="table">
                        <thead>
                            <tr role="row">
                                for ((verb, name), tally) in COLUMNS.into_iter().zip(view.head) {
                                    <th scope="col" role="columnheader">
                                        { table.check_box(Part { verb, ..Part::default() }, tally, None, say(words, name)) }
                                    </th>
                                }
                            </tr>
                        </thead>
                        <tbody>
                            for row in &view.rows {
                                { table.row(row) }
                            }
                        </tbody>
                    </table>
                </div>
            }
        </>
    }
}

/// What the rows have in common.
struct Table<'a> {
    words: &'a Words,
    send: &'a Callback<ActionsMessage>,
    disabled: bool,
}

impl Table<'_> {
    fn row(&self, row: &RowView) -> Html {
        let (words, object, is_open) = (self.words, &row.object, row.actions.is_some());
        let [whole, columns @ ..] = row.tallies;
        let part = |verb| Part { object: Some(object.clone()), verb, id: None };
        let toggle = sends(self.send, ActionsMessage::ObjectToggled(object.clone()));
        html! {
            // Without keys, Yew would reuse a row's elements for another row, and the focus with them.
            <key={&**object}>
                <tr role="row">
                    <th scope="row" role="rowheader">
                        <button
                            type="button"
                            class="twist"
                            aria-expanded={is_open.to_string()}
                            aria-label={object.clone()}
                            onclick={toggle}
                        />
                        { self.check_box(part(None), whole, None, html! { <b>{ verbatim(object) }</b> }) }
                    </th>
                    for ((verb, name), tally) in COLUMNS.into_iter().skip(1).zip(columns) {
                        <td role="cell">
                            if tally.size > 0 {
                                { self.check_box(
                                    part(verb),
                                    tally,
                                    Some(format!("{} {object}", words.get(name))),
                                    html! { if tally.size > 1 { { tally.size } } },
                                ) }
                            }
                        </td>
                    }
                </tr>
                for (action, selected) in row.actions.iter().flatten() {
                    <tr key={&*action.id} role="row">
                        <td colspan="5" role="cell">
                            { self.check_box(
                                Part { id: Some(action.id.clone()), ..Part::default() },
                                Tally { size: 1, selected: usize::from(*selected) },
                                None,
                                html! { <>{ verbatim(&action.label) }<code>{ verbatim(&action.id) }</code></> },
                            ) }
                        </td>
                    </tr>
                }
            </>
        }
    }

    /// The check box of a part, which may be partly selected. `name` is its accessible name if the label is not enough.
    fn check_box(&self, part: Part, tally: Tally, name: Option<String>, label: Html) -> Html {
        let checked = match tally.selected {
            0 => "false",
            selected if selected == tally.size => "true",
            _ => "mixed",
        };
        html! {
            <button
                type="button"
                role="checkbox"
                class="checkbox"
                aria-checked={checked}
                aria-label={name}
                disabled={self.disabled || tally.size == 0}
                onclick={sends(self.send, ActionsMessage::Pressed(part))}
            >
                { label }
            </button>
        }
    }
}

/// Sends `EndSeen` when the person scrolls near the end of the drawn rows.
fn on_end_seen(send: &Callback<ActionsMessage>) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        let Some(list) = event.target_dyn_into::<Element>() else { return };
        if list.scroll_height() - list.scroll_top() - list.client_height() < NEAR {
            send.emit(ActionsMessage::EndSeen);
        }
    })
}
