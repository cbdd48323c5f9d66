//! All that is on the screen, with what its components take from their context: the words, and a way to send messages.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::{ScreenView, Shown};
use crate::features::form::component::Form;
use crate::features::guide::component::Guide;
use crate::features::profiles::component::ProfileList;
use crate::features::submit::component::ResultCard;
use crate::features::submit::component_created_twice::CreatedTwice;
use crate::i18n::Words;

/// What the screen is made of.
#[derive(Properties, PartialEq)]
pub struct ScreenProps {
    /// Everything there is to see; `None` while there is no form on the page.
    pub view: Option<ScreenView>,
    /// The words in use.
    pub words: Rc<Words>,
    /// What takes the messages.
    pub send: Callback<Message>,
}

/// The screen.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    html! {
        <ContextProvider<Callback<Message>> context={&props.send}>
            <ContextProvider<Rc<Words>> context={&props.words}>
                if let Some(view) = &props.view {
                    { screen(view) }
                }
            </ContextProvider<Rc<Words>>>
        </ContextProvider<Callback<Message>>>
    }
}

fn screen(view: &ScreenView) -> Html {
    html! {
        <div class="scp" part="root" data-theme={view.theme.name()} lang={view.language}>
            for notice in &view.notices {
                <p class="note warn" part="notice" role="status">{ notice }</p>
            }
            if !view.created_twice.is_empty() {
                <CreatedTwice profiles={&view.created_twice} />
            }
            { match &view.shown {
                Shown::Form(view) => html! { <Form {view} /> },
                Shown::Guide(view) => html! { <Guide {view} /> },
                Shown::ProfileList(view) => html! { <ProfileList {view} /> },
                Shown::Result(view) => html! { <ResultCard {view} /> },
            } }
        </div>
    }
}
