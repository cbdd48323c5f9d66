//! The action picker: all actions or a selection.

use std::rc::Rc;

use yew::prelude::*;

use super::ActionsMessage;
use super::component_matrix::matrix;
use super::view::{ActionPickerView, SelectionView};
use crate::components::{
    Button, Look, alert, button, choice, on_focus_left, rich_text, say, sends, skeleton, text_of, use_words,
};
use crate::i18n::{TextKey, Words};

/// The props of [`ActionPicker`].
#[derive(Properties, PartialEq)]
pub struct ActionPickerProps {
    /// The choices.
    pub view: Rc<ActionPickerView>,
    /// Sends its messages.
    pub send: Callback<ActionsMessage>,
    /// The ids of what describes it.
    pub described_by: String,
    /// Hint and messages.
    pub children: Html,
}

/// Renders the picker. `children` are the hint and messages of the field.
#[component]
pub fn ActionPicker(props: &ActionPickerProps) -> Html {
    let ActionPickerProps { view, send, described_by, children } = props;
    let words = &*use_words();
    html! {
        <fieldset
            class="field actions"
            part="field"
            aria-describedby={described_by.clone()}
            aria-busy={view.reading.to_string()}
        >
            <legend part="label">
                { say(words, TextKey::ActionsLabel) }
                { rich_text(" ") }
                <span class="muted" id="actions-note">{ say(words, TextKey::Optional) }</span>
            </legend>
            <div class="choices">
                for (key, msg, selected) in &view.extents {
                    { choice("actions", *key, [*selected, view.disabled], sends(send, msg.clone()), words) }
                }
            </div>
            { children.clone() }
            if let Some(selected) = &view.selection {
                { selection(selected, view.disabled, words, send) }
            }
        </fieldset>
    }
}

/// Renders the selection: from StackOne's list, or by typed ids.
fn selection(view: &SelectionView, disabled: bool, words: &Words, send: &Callback<ActionsMessage>) -> Html {
    html! {
        <>
            <p class="label">{ rich_text(&view.count) }</p>
            if view.can_clear {
                { button(Look::Link, words, TextKey::ActionsClear, sends(send, ActionsMessage::ClearPressed)) }
            }
            <p class="hint" role="status">{ rich_text(&view.status) }</p>
            if view.reading {
                { skeleton() }
            }
            if let Some(view) = &view.list {
                { matrix(view, words, send) }
            }
            <div class="button-row">
                // Reading and stopping share one button, so that it keeps the focus.
                if let Some((key, msg)) = &view.read {
                    <Button id="actions-read" onclick={sends(send, msg.clone())}>{ say(words, *key) }</Button>
                }
                <Button expanded={view.typed.is_some()} onclick={sends(send, ActionsMessage::TypingToggled)}>
                    { say(words, TextKey::ActionsType) }
                </Button>
            </div>
            { alert(view.failed.as_ref()) }
            if let Some(typed) = &view.typed {
                { typed_ids(typed.clone(), disabled, words, send) }
            }
            <div role="status">
                if let Some(note) = &view.scopes {
                    <div class={classes!("notice", if note.done { "is-ok" } else { "is-info" })}><div class="notice-body">
                        for paragraph in &note.paragraphs {
                            <p>{ rich_text(paragraph) }</p>
                        }
                        if let Some((key, msg)) = &note.button {
                            { button(Look::Link, words, *key, sends(send, msg.clone())) }
                        }
                    </div></div>
                }
            </div>
        </>
    }
}

/// The field for typing ids.
fn typed_ids(typed: String, readonly: bool, words: &Words, send: &Callback<ActionsMessage>) -> Html {
    html! {
        <>
            <label class="label" for="action-ids">{ say(words, TextKey::ActionsIds) }</label>
            <div class="input" onfocusout={on_focus_left(".input", sends(send, ActionsMessage::TypingLeft))}>
                <textarea
                    id="action-ids"
                    rows="3"
                    class="is-code"
                    aria-describedby="actions-messages"
                    autocomplete="off"
                    spellcheck="false"
                    {readonly}
                    value={typed}
                    oninput={send.reform(|event: InputEvent| ActionsMessage::Typed(text_of(event)))}
                />
            </div>
        </>
    }
}
