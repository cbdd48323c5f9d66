//! All that is on the screen, with what components take from their context: the words, and what takes their messages.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::component_form_page::FormPageCard;
use crate::app::component_guide_page::GuidePageCard;
use crate::app::component_result_page::result_page;
use crate::app::{ScreenView, Senders, Shown};
use crate::components::{Icon, Shared, icon, rich_text};
use crate::features::form::component_field::TextInput;
use crate::features::profiles::component::ProfileList;
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
    pub senders: Rc<Senders>,
}

/// The screen.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let context = Shared { words: props.words.clone(), copy: props.senders.copy.clone() };
    html! {
        <ContextProvider<Shared> {context}>
            if let Some(view) = &props.view {
                { screen(view, &props.senders) }
            }
        </ContextProvider<Shared>>
    }
}

fn screen(view: &ScreenView, senders: &Rc<Senders>) -> Html {
    html! {
        <div class="scp" part="root" data-theme={view.theme.name()} lang={view.language}>
            for notice in &view.notices {
                <div class="notice is-warn" part="notice" role="status">{ icon(Icon::Warning) }<p>{ rich_text(notice) }</p></div>
            }
            if !view.created_twice.is_empty() {
                <CreatedTwice profiles={&view.created_twice} send={&senders.submit} />
            }
            { match &view.shown {
                Shown::Form(view) => html! { <FormPageCard {view} {senders} /> },
                Shown::Guide(view) => html! { <GuidePageCard {view} {senders} /> },
                Shown::Result(view) => result_page(view, senders),
                Shown::ProfileList(view, api_key) => html! {
                    <ProfileList {view} send={&senders.profiles}>
                        if let Some(view) = api_key {
                            <TextInput {view} send={&senders.form} />
                        }
                    </ProfileList>
                },
            } }
        </div>
    }
}
