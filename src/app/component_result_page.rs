//! The page with the result and the connection of an account.

use yew::prelude::*;

use crate::app::{ResultPage, Senders};
use crate::features::form::component_field::TextInput;
use crate::features::guide::component_explanation::explanation;
use crate::features::link_account::component::link_account;
use crate::features::submit::component::result_card;
use crate::i18n::Words;

/// Renders the result and the connection.
pub fn result_page(view: &ResultPage, words: &Words, senders: &Senders) -> Html {
    let api_key = html! {
        if let Some(view) = &view.api_key {
            <div class="section"><TextInput {view} send={&senders.form} /></div>
        }
    };
    let explained = html! {
        <div role="status">
            if let Some(meaning) = &view.meaning {
                <div class="section">{ explanation(meaning, words, &senders.guide) }</div>
            }
        </div>
    };
    let link = link_account(&view.link, words, &senders.link, &senders.copy, explained, api_key);
    result_card(&view.done, words, &senders.submit, &senders.copy, link)
}
