//! A text that can be copied.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::use_dispatch;
use crate::components::CopyBox;
use crate::form::Message;
use crate::form::view::CopyView;

/// What a text to copy is made of.
#[derive(Properties, PartialEq)]
pub struct CopyTextProps {
    /// The text.
    pub view: Rc<CopyView>,
}

/// The text in its box.
#[component]
pub fn CopyText(props: &CopyTextProps) -> Html {
    let (view, send) = (&props.view, use_dispatch());
    let copy = view.copy;
    html! {
        <CopyBox
            id={copy.id()}
            what={view.what}
            text={view.text.expose().to_owned()}
            outcome={view.outcome}
            onclick={send.reform(move |_| Message::CopyPressed(copy))}
        />
    }
}
