//! What stands for rows that are on their way.

use yew::prelude::*;

/// Three blank rows.
pub fn skeleton() -> Html {
    html! {
        <div class="ghosts" aria-hidden="true"><p /><p /><p /></div>
    }
}
