//! Components that contain several fields.

use std::rc::Rc;

use yew::prelude::*;

use super::FormMessage;
use super::component_field::TextInput;
use super::view::{Summary, UrlView};
use super::view_field::FieldView;
use crate::components::{CopyBox, Icon, icon, keep_focus, rich_text, say};
use crate::i18n::{TextKey, Words};

/// The error summary, with a link to each field.
pub fn error_summary(summary: &Summary, words: &Words, send: &Callback<FormMessage>) -> Html {
    html! {
        <section class="notice is-bad" part="summary" role="alert">
            { icon(Icon::Cross) }
            <div class="notice-body">
                <p class="notice-title">{ rich_text(&summary.title) }</p>
                <ul class="button-row">
                    for field in summary.fields.iter().copied() {
                        <li>
                            <a
                                href={format!("#{}", field.name())}
                                onmousedown={keep_focus}
                                onclick={send.reform(move |event: MouseEvent| {
                                    event.prevent_default();
                                    FormMessage::LinkPressed(field)
                                })}
                            >
                                { say(words, field.label()) }
                            </a>
                        </li>
                    }
                </ul>
            </div>
        </section>
    }
}

/// The fields that StackOne needs besides the values from Salesforce.
pub fn account_fields(views: &[Rc<FieldView>], send: &Callback<FormMessage>) -> Html {
    html! {
        for view in views {
            <TextInput key={view.field.name()} {view} {send} />
        }
    }
}

/// The authorization URL, or a placeholder.
pub fn authorization_url(view: &UrlView, words: &Words) -> Html {
    match &view.url {
        Some(view) => html! { <CopyBox {view} /> },
        None => html! { <p class="copy">{ say(words, TextKey::UrlEmpty) }</p> },
    }
}
