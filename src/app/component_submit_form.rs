//! A form with heading, error summary, failure note and buttons. The main button and Enter submit it.

use yew::prelude::*;

use crate::app::{FootView, HeadView, Senders};
use crate::components::{Button, Look, on_submit, rich_text, say};
use crate::features::form::component::error_summary;
use crate::features::submit::SubmitMessage;
use crate::features::submit::component::failure_note;
use crate::i18n::Words;

/// The props of a form.
pub struct SubmitForm<'a> {
    /// The id of the heading.
    pub title_id: &'static str,
    /// Whether the heading can be focused by script.
    pub title_takes_focus: bool,
    /// The callbacks for messages.
    pub senders: &'a Senders,
    /// The part above the fields.
    pub head: &'a HeadView,
    /// The part below the fields.
    pub foot: &'a FootView,
    /// The buttons beside the main one.
    pub buttons: Html,
    /// A button in place of the main one, which becomes a link beside it.
    pub instead: Option<Html>,
    /// The content above the card.
    pub above: Html,
    /// The content of the card, above the buttons.
    pub children: Html,
}

/// Renders the form.
pub fn submit_form(props: SubmitForm<'_>, words: &Words) -> Html {
    let SubmitForm { head, foot, senders, .. } = props;
    let look = match &foot.failure {
        _ if props.instead.is_some() => Look::Link,
        // The failure note has its own main button.
        Some(failure) if !failure.buttons.is_empty() => Look::Second,
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
                    // Announces the button's text, because screen readers do not notice that it changes.
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
