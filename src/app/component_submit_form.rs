//! A form with heading, error summary, failure note and buttons. The main button and Enter submit it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{FootView, HeadView};
use crate::components::{Button, Look, on_submit, rich_text, say, use_words};
use crate::features::form::FormMessage;
use crate::features::form::component::error_summary;
use crate::features::submit::SubmitMessage;
use crate::features::submit::component::failure_note;

/// The props of [`SubmitForm`].
#[derive(Properties, PartialEq)]
pub struct SubmitFormProps {
    /// The id of the heading.
    pub title_id: &'static str,
    /// Whether the heading can be focused by script.
    #[prop_or_default]
    pub title_takes_focus: bool,
    /// Sends the messages of the fields.
    pub form: Callback<FormMessage>,
    /// Sends the messages of the main button and of the failure.
    pub submit: Callback<SubmitMessage>,
    /// The part above the fields.
    pub head: Rc<HeadView>,
    /// The part below the fields.
    pub foot: Rc<FootView>,
    /// The buttons beside the main one.
    pub buttons: Html,
    /// A button in place of the main one, which becomes a link beside it.
    #[prop_or_default]
    pub instead: Option<Html>,
    /// The content above the card.
    pub above: Html,
    /// The content of the card, above the buttons.
    pub children: Html,
}

/// Renders the form.
#[component]
pub fn SubmitForm(props: &SubmitFormProps) -> Html {
    let SubmitFormProps { form, submit, head, foot, .. } = props;
    let words = &*use_words();
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
            onsubmit={on_submit(submit, SubmitMessage::Pressed)}
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
            { props.above.clone() }
            if let Some(summary) = &head.summary {
                { error_summary(summary, words, form) }
            }
            <div class="card" part="card">
                { props.children.clone() }
                if let Some(view) = &foot.failure {
                    <div class="section">{ failure_note(view, words, submit) }</div>
                }
                <div class="foot">
                    { props.buttons.clone() }
                    <div class="foot-main">
                        <Button kind="submit" {look} part="submit" disabled={foot.busy}>
                            { rich_text(&foot.button) }
                        </Button>
                        { props.instead.clone() }
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
