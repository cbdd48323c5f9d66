//! The result, with the link with which an account is linked.

use yew::prelude::*;

use crate::app::{ResultPage, Senders};
use crate::features::link_account::component::LinkAccount;
use crate::features::submit::component::ResultCard;

/// The result and the link.
pub fn result_page(view: &ResultPage, senders: &Senders) -> Html {
    html! {
        <ResultCard view={&view.done} send={&senders.submit}>
            <LinkAccount view={&view.link} send={&senders.link} />
        </ResultCard>
    }
}
