//! The note that one click created several profiles.

use yew::prelude::*;

use super::SubmitMessage;
use crate::components::{Icon, Look, button, icon, profile_line, rich_text, say, sends};
use crate::i18n::{TextKey, Words};
use crate::stackone::ConnectorProfile;

/// Renders the note. It appears after the result, even if the person has moved on.
pub fn created_twice(profiles: &[ConnectorProfile], words: &Words, send: &Callback<SubmitMessage>) -> Html {
    let title = words.fill(TextKey::TwiceTitle, &[("count", &profiles.len().to_string())]);
    let keep = |profile: &ConnectorProfile| {
        let profile = profile.clone();
        html! {
            { button(
                Look::Small,
                words,
                TextKey::TwiceKeep,
                sends(send, SubmitMessage::KeepPressed(profile.clone())),
            ) }
        }
    };
    html! {
        <section class="notice is-warn" part="notice" role="alert" aria-labelledby="created-twice">
            { icon(Icon::Warning) }
            <div class="notice-body">
                <p class="notice-title" id="created-twice">{ rich_text(&title) }</p>
                <p>{ say(words, TextKey::TwiceBody) }</p>
                <ul class="candidates">
                    for (at, profile) in profiles.iter().enumerate() {
                        <li>
                            { profile_line(&profile.name, &profile.facts(words), &profile.id) }
                            if at == 0 {
                                <b>{ say(words, TextKey::TwiceUsed) }</b>
                            } else {
                                { keep(profile) }
                            }
                        </li>
                    }
                </ul>
            </div>
        </section>
    }
}
