//! A field: label, control, hint, messages. The messages are a polite live region and describe the control, so screen
//! readers announce them when they appear, and again with the control.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::view::{Choice, OrgView};
use super::view_field::{FieldView, toggle};
use super::{FormMessage, Toggle};
use crate::components::{
    Button, Look, button, keep_focus, on_focus_left, on_key, remark, rich_text, say, sends, text_of, use_words,
    verbatim,
};
use crate::i18n::{TextKey, Words, plain};
use crate::profile::{Field, Secret, environment_name};

/// The props of a field.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The field.
    pub view: Rc<FieldView>,
    /// Sends the field's messages.
    pub send: Callback<FormMessage>,
}

/// A text field of the form.
#[component]
pub fn TextInput(props: &FieldProps) -> Html {
    let (view, words, send) = (&*props.view, use_words(), &props.send);
    let field = view.field;
    let name = field.name();
    html! {
        <div
            class="field"
            part="field"
            onfocusout={on_focus_left(".field", sends(send, FormMessage::Blurred(field)))}
        >
            <div class="field-label">
                <label part="label" for={name}>{ say(&words, field.label()) }</label>
                if let Some(label_note) = view.label_note {
                    <span id={format!("{name}-note")}>{ say(&words, label_note) }</span>
                }
            </div>
            <div class={classes!("input", view.invalid.then_some("is-bad"))}>
                { control(view, send) }
                if let Some(shown) = view.shown {
                    { reveal(field, shown, &words, send) }
                }
            </div>
            if let Some(tokens) = &view.tokens {
                <ul class="pills" aria-label={plain(words.get(TextKey::ScopesTidied))}>
                    for token in tokens {
                        <li class={classes!("pill", (!token.known).then_some("is-warn"))}>{ verbatim(&token.words) }</li>
                    }
                </ul>
            }
            { messages(view, &words, send) }
            if view.can_forget {
                { button(
                    Look::Link,
                    &words,
                    TextKey::ApiKeyForget,
                    sends(send, FormMessage::ForgetKeyPressed),
                ) }
            }
        </div>
    }
}

/// Renders the control. Scopes use a textarea, which preserves pasted line breaks. Enter still submits the form.
fn control(view: &FieldView, send: &Callback<FormMessage>) -> Html {
    let field = view.field;
    let name = field.name();
    let described = described_by(view);
    let value = view.value.expose().to_owned();
    let oninput = send.reform(move |event: InputEvent| FormMessage::Edited(field, Secret::new(text_of(event))));
    // Some password managers fire only `change`.
    let onchange = send.reform(move |event: Event| FormMessage::Edited(field, Secret::new(text_of(event))));
    let secret = view.shown.map(|_| "true");
    match field {
        Field::Scopes => html! {
            <textarea
                id={name}
                {name}
                rows="1"
                class="is-code"
                part="input"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid={view.invalid.to_string()}
                aria-describedby={described}
                readonly={view.readonly}
                data-gramm="false"
                {value}
                {oninput}
                {onchange}
                onkeydown={on_key(send, |key| {
                    (key.key() == "Enter" && !key.shift_key()).then_some(FormMessage::EnterPressed)
                })}
            />
        },
        _ => {
            let mut input = html! {
                <input
                    key={view.cleared}
                    type={if view.shown == Some(false) { "password" } else { "text" }}
                    id={name}
                    {name}
                    class={(field != Field::Name).then_some("is-code")}
                    part="input"
                    // Browsers fill in saved passwords even with `off`.
                    autocomplete={if secret.is_some() { "new-password" } else { "off" }}
                    autocapitalize="none"
                    spellcheck="false"
                    data-gramm="false"
                    data-lpignore={secret}
                    data-bwignore={secret}
                    aria-invalid={view.invalid.to_string()}
                    aria-describedby={described}
                    readonly={view.readonly}
                    {value}
                    {oninput}
                    {onchange}
                />
            };
            // `html!` does not parse attribute names with a digit after a hyphen.
            if let (VNode::VTag(tag), Some(ignored)) = (&mut input, secret) {
                Rc::make_mut(tag).add_attribute("data-1p-ignore", ignored);
            }
            input
        }
    }
}

/// The ids of the elements that describe a control, all of which exist.
pub fn described_by(view: &FieldView) -> String {
    let name = view.field.name();
    let label_note = if view.label_note.is_some() { format!(" {name}-note") } else { String::new() };
    let hint = if view.messages.is_empty() { format!(" {name}-hint") } else { String::new() };
    format!("{name}-messages{hint}{label_note}")
}

/// The button that shows or hides a secret.
fn reveal(field: Field, shown: bool, words: &Words, send: &Callback<FormMessage>) -> Html {
    let (button, whole) = match shown {
        true => (TextKey::Hide, TextKey::HideSecret),
        false => (TextKey::Show, TextKey::ShowSecret),
    };
    let name = words.fill(whole, &[("field", words.get(field.label()))]);
    html! {
        <Button look={Look::Quiet} label={name} onclick={sends(send, FormMessage::Toggled(toggle(field)))}>
            { say(words, button) }
        </Button>
    }
}

/// The messages below a field, or its hint if there are none.
pub fn messages(view: &FieldView, words: &Words, send: &Callback<FormMessage>) -> Html {
    let name = view.field.name();
    html! {
        <>
            if view.messages.is_empty() {
                <p class="hint" part="hint" id={format!("{name}-hint")}>{ rich_text(&view.hint) }</p>
            }
            <div class="messages" aria-live="polite" id={format!("{name}-messages")}>
                for message in &view.messages {
                    { remark(message.tone, &message.words, html! { <>
                        { rich_text(" ") }
                        if let Some(quick_fix) = message.quick_fix {
                            { button(
                                Look::Link,
                                words,
                                quick_fix.key(),
                                sends(send, FormMessage::QuickFixPressed(quick_fix)),
                            ) }
                        }
                    </> }) }
                }
            </div>
        </>
    }
}

/// The props of [`OrgFields`].
#[derive(Properties, PartialEq)]
pub struct OrgFieldsProps {
    /// The fields.
    pub view: Rc<OrgView>,
    /// Sends their messages.
    pub send: Callback<FormMessage>,
}

/// The environments as radio buttons that look like cards, and My Domain once the person opens it.
#[component]
pub fn OrgFields(props: &OrgFieldsProps) -> Html {
    let OrgFieldsProps { view, send } = props;
    let words = &*use_words();
    html! {
        <>
            if let Some(view) = view.my_domain.as_ref().filter(|_| view.address_first) {
                <TextInput {view} {send} />
            }
            <fieldset
                class="field"
                part="field"
                aria-describedby={described_by(&view.environment)}
                onfocusout={on_focus_left(".field", sends(send, FormMessage::Blurred(Field::Environment)))}
            >
                <legend part="label">{ say(words, Field::Environment.label()) }</legend>
                <div class="choices">
                    for choice in &view.choices {
                        { environment(choice, view.disabled, words, send) }
                    }
                </div>
                { messages(&view.environment, words, send) }
                if !view.address_first {
                    <button
                        type="button"
                        class="link-button"
                        aria-expanded={view.my_domain.is_some().to_string()}
                        onmousedown={keep_focus}
                        onclick={sends(send, FormMessage::Toggled(Toggle::MyDomain))}
                    >
                        { say(words, TextKey::MyDomainOpen) }
                    </button>
                }
            </fieldset>
            if let Some(view) = view.my_domain.as_ref().filter(|_| !view.address_first) {
                <TextInput {view} {send} />
            }
        </>
    }
}

/// An environment, with the host where it signs in.
fn environment(choice: &Choice, disabled: bool, words: &Words, send: &Callback<FormMessage>) -> Html {
    let name = choice.environment.name();
    let hint = format!("{name}-hint");
    html! {
        <div class="choice" part="choice">
            <input
                type="radio"
                class="radio"
                name="environment"
                id={name}
                value={name}
                aria-describedby={hint.clone()}
                {disabled}
                checked={choice.selected}
                onchange={sends(send, FormMessage::Edited(Field::Environment, Secret::from(name)))}
            />
            <label for={name}>{ say(words, environment_name(choice.environment)) }</label>
            <p class="hint" id={hint}>{ rich_text(&choice.hint) }</p>
        </div>
    }
}
