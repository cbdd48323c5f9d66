//! What is to be said about something.

use yew::prelude::*;

use super::{Icon, icon, rich_text};

/// What a remark is made of.
#[derive(Properties, PartialEq)]
pub struct RemarkProps {
    /// Whether it is about an error, or else a warning.
    pub error: bool,
    /// Its words.
    pub words: AttrValue,
    /// What follows them.
    #[prop_or_default]
    pub children: Html,
}

/// An error or a warning.
#[component]
pub fn Remark(props: &RemarkProps) -> Html {
    let (class, sign) = match props.error {
        true => ("message is-bad", Icon::Cross),
        false => ("message is-warn", Icon::Warning),
    };
    html! {
        <p {class} part="message">
            { icon(sign) }
            <span>{ rich_text(&props.words) }{ props.children.clone() }</span>
        </p>
    }
}

/// Why something failed, read out at once. The element is there before its words, else they are not read out.
pub fn alert(words: Option<&String>) -> Html {
    html! {
        <div role="alert">
            if let Some(words) = words {
                <Remark error=true words={words.clone()} />
            }
        </div>
    }
}
