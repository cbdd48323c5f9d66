//! Several profiles that came of one click.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::component_dispatch::use_dispatch;
use crate::components::{Button, Look, say, use_words};
use crate::features::submit::component::profile_line;
use crate::i18n::TextKey;
use crate::stackone::ConnectorProfile;

/// What the note is made of.
#[derive(Properties, PartialEq)]
pub struct CreatedTwiceProps {
    /// The profiles; the first is in use here.
    pub profiles: Rc<[ConnectorProfile]>,
}

/// The note. It comes when the result is shown already, and later where somebody goes on meanwhile.
#[component]
pub fn CreatedTwice(props: &CreatedTwiceProps) -> Html {
    let (words, send) = (use_words(), use_dispatch());
    let title = words.fill(TextKey::TwiceTitle, &[("count", &props.profiles.len().to_string())]);
    let keep = |profile: &ConnectorProfile| {
        let profile = profile.clone();
        html! {
            <Button look={Look::Second} onclick={send.reform(move |_| Message::KeepPressed(profile.clone()))}>
                { say(&words, TextKey::TwiceKeep) }
            </Button>
        }
    };
    html! {
        <section class="note warn" part="notice" role="alert" aria-labelledby="created-twice">
            <p id="created-twice"><b>{ title }</b></p>
            <p>{ say(&words, TextKey::TwiceBody) }</p>
            <ul class="profiles">
                for (at, profile) in props.profiles.iter().enumerate() {
                    <li>
                        { profile_line(&words, profile) }
                        if at == 0 {
                            <b>{ say(&words, TextKey::TwiceUsed) }</b>
                        } else {
                            { keep(profile) }
                        }
                    </li>
                }
            </ul>
        </section>
    }
}
