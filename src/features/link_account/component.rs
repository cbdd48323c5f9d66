//! The card in which an account is connected, below the result.

use yew::prelude::*;

use super::component_moment::moment;
use super::view::LinkView;
use super::{LinkMessage, SignIn};
use crate::components::{
    Button, CopyBox, Icon, Look, TextField, Tone, alert, button, fact_to_copy, icon, on_focus_left, on_submit, remark,
    rich_text, say, sends, support_details, text_of,
};
use crate::i18n::{TextKey, Words};
use crate::profile::Secret;

/// Renders picture, explanation, details and buttons. Enter requests a session. `explained` is the explanation of
/// Salesforce's error; `api_key` is the field for the key, if it has to be typed.
pub fn link_account(
    view: &LinkView,
    words: &Words,
    send: &Callback<LinkMessage>,
    copy: &Callback<&'static str>,
    explained: Html,
    api_key: Html,
) -> Html {
    let left = on_focus_left("details", sends(send, LinkMessage::DetailsLeft));
    let connected = matches!(view.sign_in, SignIn::Connected(_));
    html! {
        <form
            class="card link-account"
            part="link"
            aria-labelledby="link"
            novalidate=true
            onsubmit={on_submit(send, LinkMessage::Pressed)}
        >
            { moment(view, words) }
            if connected {
                <div class="section"><dl>{ for view.ids.iter().map(|id| fact_to_copy(id, words, copy)) }</dl></div>
            }
            { explained }
            if let Some(pasted) = &view.pasted {
                { error_field(&pasted.0, words, send) }
            }
            <div class="section is-slim">
                { alert(view.message.as_ref()) }
                { support_details(view.bundle.as_ref(), words) }
            </div>
            { api_key }
            if let Some((link, works)) = &view.shared {
                <div class="section">
                    <CopyBox view={link} />
                    <p class="hint">{ rich_text(works) }</p>
                </div>
            }
            if !connected {
                <div class="section is-slim" onfocusout={left}>
                    { details(view, words, send) }
                </div>
            }
            { foot(view, words, send) }
        </form>
    }
}

/// The fields for owner and label, which are filled in already.
fn details(view: &LinkView, words: &Words, send: &Callback<LinkMessage>) -> Html {
    let [owner_id, owner_name] = &view.owner;
    let [lacks_id, lacks_name] = view.lacks;
    html! {
        <details open={view.opens_details}>
            <summary>
                { say(words, TextKey::LinkDetails) }
                <span>{ rich_text(&words.fill(TextKey::LinkDetailsOf, &[("id", owner_id)])) }</span>
            </summary>
            <div class="fold-body stack">
                <TextField
                    id="owner-id"
                    label={TextKey::LinkOwnerId}
                    value={owner_id.clone()}
                    onedit={send.reform(LinkMessage::OwnerIdEdited)}
                    hint={if lacks_id { "owner-id-message" } else { "owner-id-hint" }}
                    required={true}
                    invalid={lacks_id}
                    readonly={view.readonly}
                />
                { message(lacks_id, "owner-id-message", TextKey::LinkUnnamed, words) }
                if !lacks_id {
                    <p class="hint" id="owner-id-hint">{ say(words, TextKey::LinkOwnerHint) }</p>
                }
                <TextField
                    id="owner-name"
                    label={TextKey::LinkOwnerName}
                    value={owner_name.clone()}
                    onedit={send.reform(LinkMessage::OwnerNameEdited)}
                    hint={lacks_name.then_some("owner-name-message")}
                    required={true}
                    invalid={lacks_name}
                    readonly={view.readonly}
                />
                { message(lacks_name, "owner-name-message", TextKey::LinkUnnamed, words) }
                <TextField
                    id="link-label"
                    label={TextKey::LinkLabel}
                    value={view.label.clone()}
                    onedit={send.reform(LinkMessage::LabelEdited)}
                    optional=true
                    readonly={view.readonly}
                />
            </div>
        </details>
    }
}

fn message(shown: bool, id: &'static str, key: TextKey, words: &Words) -> Html {
    html! {
        <div {id} aria-live="polite">
            if shown {
                { remark(Tone::Bad, words.get(key), Html::default()) }
            }
        </div>
    }
}

/// The field for Salesforce's error.
fn error_field(pasted: &Secret, words: &Words, send: &Callback<LinkMessage>) -> Html {
    html! {
        <div class="section field">
            <label class="label" for="link-error">{ say(words, TextKey::LinkPaste) }</label>
            <div class="input">
                <textarea
                    id="link-error"
                    rows="3"
                    class="is-code"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="link-error-hint"
                    value={pasted.expose().to_owned()}
                    data-gramm="false"
                    oninput={send.reform(|event: InputEvent| LinkMessage::ErrorPasted(Secret::new(text_of(event))))}
                />
            </div>
            <p class="hint" id="link-error-hint">{ say(words, TextKey::LinkPasteHint) }</p>
        </div>
    }
}

/// The buttons. With a session, the main button is a link, because pop-up blockers never block a link.
fn foot(view: &LinkView, words: &Words, send: &Callback<LinkMessage>) -> Html {
    let link = |key: TextKey, msg: LinkMessage, expanded: Option<bool>| {
        html! { <Button look={Look::Link} {expanded} onclick={sends(send, msg)}>{ say(words, key) }</Button> }
    };
    let asks = view.sign_in == SignIn::Asking;
    let waits = asks || view.sign_in == SignIn::Waiting;
    html! {
        <div class="foot">
            if matches!(view.sign_in, SignIn::Connected(_)) {
                { button(Look::Second, words, view.main, sends(send, LinkMessage::AnotherPressed)) }
            } else {
                if view.sign_in == SignIn::Waiting {
                    { link(TextKey::LinkCancel, LinkMessage::WaitCancelled, None) }
                }
                if view.offers_help {
                    { link(TextKey::LinkTrouble, LinkMessage::HelpToggled, Some(view.pasted.is_some())) }
                }
                <div class="foot-main">
                    if view.can_update {
                        { link(TextKey::LinkUpdate, LinkMessage::UpdatePressed, None) }
                    }
                    if view.can_share && !waits {
                        { link(TextKey::LinkShare, LinkMessage::ShareToggled, Some(view.shared.is_some())) }
                    }
                    if asks {
                        { button(
                            Look::Second,
                            words,
                            TextKey::LinkNo,
                            sends(send, LinkMessage::OutcomeAnswered { worked: false }),
                        ) }
                        { button(
                            Look::First,
                            words,
                            TextKey::LinkYes,
                            sends(send, LinkMessage::OutcomeAnswered { worked: true }),
                        ) }
                    } else if let Some(href) = &view.href {
                        <a
                            class={if waits { "button is-secondary" } else { "button is-primary" }}
                            part="button"
                            target="_blank"
                            rel="noopener noreferrer"
                            href={href.0.expose().to_owned()}
                            onclick={sends(send, LinkMessage::SignInOpened)}
                        >
                            { say(words, view.main) }
                            { icon(Icon::External) }
                        </a>
                    } else {
                        <Button kind="submit" look={Look::First} disabled={view.busy}>
                            { say(words, view.main) }
                        </Button>
                    }
                </div>
            }
        </div>
    }
}
