//! The picture of Salesforce and StackOne with the line that connects them, and its texts.

use yew::prelude::*;

use super::SignIn;
use super::view::LinkView;
use crate::components::{Icon, icon, rich_text, say};
use crate::i18n::Words;
use crate::salesforce;

/// Renders picture and texts. Screen readers announce failures at once, everything else politely.
pub(super) fn moment(view: &LinkView, words: &Words) -> Html {
    let (state, sign, role) = match view.sign_in {
        SignIn::Offered | SignIn::Asking => ("is-ready", Some(Icon::More), "status"),
        SignIn::Waiting => ("is-waiting", None, "status"),
        SignIn::Connected(_) => ("is-connected", Some(Icon::Check), "status"),
        SignIn::Refused | SignIn::Cancelled | SignIn::Expired => ("is-broken", Some(Icon::Cross), "alert"),
    };
    html! {
        <div class="moment">
            <div class={classes!("connection", state)} aria-hidden="true">
                <div class="connection-end"><span class="tile">{ "☁" }</span>{ salesforce::NAME }</div>
                <div class="connection-line">
                    <span class="mark">
                        { sign.map_or_else(|| html! { <i class="spinner"></i> }, icon) }
                    </span>
                </div>
                <div class="connection-end"><span class="tile is-stackone">{ "S" }</span>{ "StackOne" }</div>
            </div>
            <div class="moment-words" {role}>
                <h3 id="link" tabindex="-1">{ rich_text(&view.title) }</h3>
                <p>{ say(words, view.body) }</p>
            </div>
            if let Some(activating) = &view.activating {
                <p class="small muted">{ rich_text(activating) }</p>
            }
        </div>
    }
}
