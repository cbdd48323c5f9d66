//! Several profiles that came of one click.

use std::rc::Rc;

use yew::prelude::*;

use super::SubmitMessage;
use crate::components::{Button, Icon, Look, icon, profile_line, rich_text, say, use_words};
use crate::i18n::TextKey;
use crate::stackone::ConnectorProfile;

/// What the note is made of.
#[derive(Properties, PartialEq)]
pub struct CreatedTwiceProps {
    /// The profiles; the first is in use here.
    pub profiles: Rc<[ConnectorProfile]>,
    /// What takes its messages.
    pub send: Callback<SubmitMessage>,
}

/// The note. It comes when the result is shown already, and later where somebody goes on meanwhile.
#[component]
pub fn CreatedTwice(props: &CreatedTwiceProps) -> Html {
    let (words, send) = (use_words(), &props.send);
    let title = words.fill(TextKey::TwiceTitle, &[("count", &props.profiles.len().to_string())]);
    let keep = |profile: &ConnectorProfile| {
        let profile = profile.clone();
        html! {
            <Button look={Look::Small} onclick={send.reform(move |_| SubmitMessage::KeepPressed(profile.clone()))}>
                { say(&words, TextKey::TwiceKeep) }
            </Button>
        }
    };
    html! {
        <section class="notice is-warn" part="notice" role="alert" aria-labelledby="created-twice">
            { icon(Icon::Warning) }
            <div class="notice-body">
            <p class="notice-title" id="created-twice">{ rich_text(&title) }</p>
            <p>{ say(&words, TextKey::TwiceBody) }</p>
            <ul class="candidates">
                for (at, profile) in props.profiles.iter().enumerate() {
                    <li>
                        { profile_line(&profile.name, &profile.facts(&words), &profile.id) }
                        if at == 0 {
                            <b>{ say(&words, TextKey::TwiceUsed) }</b>
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
