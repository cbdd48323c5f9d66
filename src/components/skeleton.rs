//! A placeholder for rows that are loading.

use yew::prelude::*;

/// Three blank rows.
pub fn skeleton() -> Html {
    html! {
        <div class="bones" aria-hidden="true"><p /><p /><p /></div>
    }
}
