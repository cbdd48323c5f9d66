//! The result, with the connection of an account.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{ResultPage, Senders};
use crate::components::use_words;
use crate::features::form::component_field::TextInput;
use crate::features::guide::GuideMessage;
use crate::features::guide::component_explanation::explanation;
use crate::features::guide::view_explanation::Meaning;
use crate::features::link_account::component::LinkAccount;
use crate::features::submit::component::ResultCard;

/// The result and the connection.
pub fn result_page(view: &ResultPage, senders: &Senders) -> Html {
    let api_key = html! {
        if let Some(view) = &view.api_key {
            <div class="section"><TextInput {view} send={&senders.form} /></div>
        }
    };
    let explanation = html! {
        if let Some(view) = &view.meaning {
            <Explained {view} send={&senders.guide} />
        }
    };
    html! {
        <ResultCard view={&view.done} send={&senders.submit}>
            <LinkAccount view={&view.link} send={&senders.link} {api_key} {explanation} />
        </ResultCard>
    }
}

/// What Salesforce said.
#[derive(Properties, PartialEq)]
struct ExplainedProps {
    view: Rc<Meaning>,
    send: Callback<GuideMessage>,
}

/// Its explanation.
#[component]
fn Explained(props: &ExplainedProps) -> Html {
    let words = use_words();
    html! { <div class="section">{ explanation(&props.view, &words, &props.send) }</div> }
}
