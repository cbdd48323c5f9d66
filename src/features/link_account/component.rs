//! The link with which an account is linked, below the result.

use std::rc::Rc;

use yew::prelude::*;

use super::LinkMessage;
use super::view::LinkView;
use crate::components::{Button, CopyBox, Look, Remark, TextField, external_link, say, support_details, use_words};
use crate::i18n::TextKey;

/// What the link is made of.
#[derive(Properties, PartialEq)]
pub struct LinkAccountProps {
    /// The link.
    pub view: Rc<LinkView>,
    /// What takes its messages.
    pub send: Callback<LinkMessage>,
}

/// Two fields for the owner, one for the label, the button, and the link.
#[component]
pub fn LinkAccount(props: &LinkAccountProps) -> Html {
    let (view, words, send) = (&props.view, use_words(), &props.send);
    html! {
        <section class="link-account stack" part="link" aria-labelledby="link">
            <h3 id="link">{ say(&words, TextKey::LinkTitle) }</h3>
            <p class="hint">{ say(&words, TextKey::LinkBody) }</p>
            <TextField
                id="owner-id"
                label={TextKey::LinkOwnerId}
                value={view.owner_id.clone()}
                hint="owner-id-hint"
                readonly={view.readonly}
                onedit={send.reform(LinkMessage::OwnerIdEdited)}
            />
            <p class="hint" id="owner-id-hint">{ say(&words, TextKey::LinkOwnerHint) }</p>
            <TextField
                id="owner-name"
                label={TextKey::LinkOwnerName}
                value={view.owner_name.clone()}
                readonly={view.readonly}
                onedit={send.reform(LinkMessage::OwnerNameEdited)}
            />
            <TextField
                id="link-label"
                label={TextKey::LinkLabel}
                value={view.label.clone()}
                readonly={view.readonly}
                onedit={send.reform(LinkMessage::LabelEdited)}
            />
            <div aria-live="polite">
                if let Some(message) = &view.message {
                    <Remark error=true words={message.clone()} />
                }
            </div>
            if view.bundle.is_some() {
                { support_details(view.bundle.as_ref(), &words) }
            }
            <Button
                look={Look::First}
                part={None::<AttrValue>}
                disabled={view.busy}
                onclick={send.reform(|_| LinkMessage::Pressed)}
            >
                { say(&words, if view.busy { TextKey::LinkMaking } else { TextKey::LinkMake }) }
            </Button>
            <div role="status">
                if let Some((link, works)) = &view.ready {
                    <CopyBox view={link} />
                    <p class="hint" role="timer">{ works }</p>
                    { external_link(&words, link.text.expose().to_owned(), TextKey::LinkOpen, None) }
                }
            </div>
            if view.can_troubleshoot {
                <Button
                    look={Look::Link}
                    onclick={send.reform(|_| LinkMessage::TroubleshootPressed)}
                >
                    { say(&words, TextKey::LinkTrouble) }
                </Button>
            }
        </section>
    }
}
