//! Drawings of Setup pages, as boxes that wrap and grow with their text. Always in English, like the labels of
//! Salesforce that other texts quote.

use yew::prelude::*;

use super::view_task::{Picture, Question};
use crate::components::{Icon, icon};
use crate::i18n::{TextKey, Words, plain};
use crate::salesforce::screens::Row;

/// A drawing.
pub fn drawing(view: Picture, words: &Words) -> Html {
    let Picture { screen, alt, question } = view;
    html! {
        <div class="setup" translate="no" role="img" dir="ltr" lang="en" aria-label={plain(words.get(alt))}>
            <p class="setup-path">{ screen.path }</p>
            <p class="setup-title">{ screen.title }</p>
            <ul class="setup-list">
                for row in screen.rows.iter().copied() {
                    { draw(row, question, words.get(tag(question))) }
                }
            </ul>
        </div>
    }
}

fn tag(question: Question) -> TextKey {
    match question {
        Question::ThisOne => TextKey::TagThisOne,
        Question::GrayedOut => TextKey::TagGrayedOut,
        Question::ClearThis => TextKey::TagClearThis,
    }
}

fn draw(row: Row, question: Question, tag: &str) -> Html {
    match row {
        Row::Checkbox(label) => html! {
            <li class="setup-row"><span class="setup-box">{ icon(Icon::Check) }</span><span>{ label }</span></li>
        },
        Row::Question(label) => {
            let is_locked = (question == Question::GrayedOut).then_some("is-locked");
            html! {
                <li class={classes!("setup-row", "is-marked", is_locked)}>
                    <span class="setup-box">
                        if question != Question::ClearThis {
                            { icon(Icon::Check) }
                        }
                    </span>
                    <span>{ label }</span>
                    <span class="setup-tag">{ tag.to_owned() }</span>
                </li>
            }
        }
        Row::Button(label) => html! { <li class="setup-row"><span class="setup-button">{ label }</span></li> },
    }
}
