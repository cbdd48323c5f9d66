//! The whole screen, and the context for its components: the texts, and the copy callback.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::component_form_page::form_page;
use crate::app::component_guide_page::guide_page;
use crate::app::component_result_page::result_page;
use crate::app::{ScreenView, Senders, Shown};
use crate::components::{Icon, Shared, icon, rich_text};
use crate::features::form::component_field::TextInput;
use crate::features::profiles::component::profile_list;
use crate::features::submit::component_created_twice::created_twice;
use crate::i18n::Words;

/// The props of the screen.
#[derive(Properties)]
pub struct ScreenProps {
    /// The screen to draw; `None` while the form is not mounted.
    pub view: Option<ScreenView>,
    /// The texts in use.
    pub words: Rc<Words>,
    /// The callbacks for messages.
    pub senders: Rc<Senders>,
}

/// Required by Yew. Never equal, because the parts compare themselves.
impl PartialEq for ScreenProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Renders the screen.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let context = Shared { words: props.words.clone(), copy: props.senders.copy.clone() };
    html! {
        <ContextProvider<Shared> {context}>
            if let Some(view) = &props.view {
                { screen(view, &props.words, &props.senders) }
            }
        </ContextProvider<Shared>>
    }
}

fn screen(view: &ScreenView, words: &Words, senders: &Senders) -> Html {
    html! {
        <div class="scp" part="root" data-theme={view.theme.name()} lang={view.language} dir="auto">
            for notice in &view.notices {
                <div class="notice is-warn" part="notice" role="status">{ icon(Icon::Warning) }<p>{ rich_text(notice) }</p></div>
            }
            if !view.created_twice.is_empty() {
                { created_twice(&view.created_twice, words, &senders.submit) }
            }
            { match &view.shown {
                Shown::Form(view) => form_page(view, words, senders),
                Shown::Guide(view) => guide_page(view, words, senders),
                Shown::Result(view) => result_page(view, words, senders),
                Shown::ProfileList(view, api_key) => {
                    let api_key = html! {
                        if let Some(view) = api_key {
                            <TextInput {view} send={&senders.form} />
                        }
                    };
                    profile_list(view, words, &senders.profiles, api_key)
                }
            } }
        </div>
    }
}
