//! A form whose main button, or Enter, submits it, with its heading and the errors in one place.

use yew::prelude::*;

use crate::app::{FootView, HeadView, Senders};
use crate::components::{Button, Look, on_submit, rich_text, say};
use crate::features::form::component::error_summary;
use crate::features::submit::SubmitMessage;
use crate::features::submit::component::failure_note;
use crate::i18n::Words;

/// The parts of a form with a main button.
pub struct SubmitForm<'a> {
    /// The id of its heading.
    pub title_id: &'static str,
    /// Whether the heading takes the focus when the form appears.
    pub title_takes_focus: bool,
    /// What takes the messages.
    pub senders: &'a Senders,
    /// Its heading.
    pub head: &'a HeadView,
    /// Its buttons.
    pub foot: &'a FootView,
    /// Buttons beside the main one.
    pub buttons: Html,
    /// A button that takes the place of the main one, which becomes a link beside it.
    pub instead: Option<Html>,
    /// The part above the card.
    pub above: Html,
    /// The parts of the card above its buttons.
    pub children: Html,
}

/// The form.
pub fn submit_form(props: SubmitForm<'_>, words: &Words) -> Html {
    let SubmitForm { head, foot, senders, .. } = props;
    let look = match &foot.failure {
        _ if props.instead.is_some() => Look::Link,
        // The failure has a main button of its own.
        Some(failure) if !failure.ways.is_empty() => Look::Second,
        _ => Look::First,
    };
    html! {
        <form
            novalidate=true
            aria-labelledby={props.title_id}
            aria-busy={head.busy.to_string()}
            onsubmit={on_submit(&senders.submit, SubmitMessage::Pressed)}
        >
            <div class="heading" part="heading">
                <h2
                    id={props.title_id}
                    class={(!head.shows_title).then_some("unseen")}
                    tabindex={props.title_takes_focus.then_some("-1")}
                >
                    { rich_text(&head.title) }
                </h2>
                <p class="muted">{ say(words, head.intro) }</p>
            </div>
            { props.above }
            if let Some(summary) = &head.summary {
                { error_summary(summary, words, &senders.form) }
            }
            <div class="card" part="card">
                { props.children }
                if let Some(view) = &foot.failure {
                    <div class="section">{ failure_note(view, words, &senders.submit) }</div>
                }
                <div class="foot">
                    { props.buttons }
                    <div class="foot-main">
                        { Button {
                            kind: "submit",
                            look,
                            part: Some("submit"),
                            disabled: Some(foot.busy),
                            ..Button::default()
                        }
                        .draw(rich_text(&foot.button)) }
                        { props.instead }
                    </div>
                    // For those who do not see the words of the button change.
                    <p class="unseen" role="status">
                        if foot.busy {
                            { rich_text(&foot.button) }
                        }
                    </p>
                </div>
            </div>
        </form>
    }
}
